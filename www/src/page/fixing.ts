/** Fixes of findings and figures written into cells: edits of the text as it is now. */

import type { Cell, Fix, Table } from "../engine/index.js";
import { cellKey } from "./choice.js";
import { byId } from "./dom.js";
import { safeEdits, type Edit } from "./edits.js";
import { isHtmlSource } from "./html-source.js";
import type { Page } from "./page.js";
import { currentPlace, type Place } from "./places.js";
import { undoButton } from "./undo-button.js";
import { setText } from "./verdict.js";

export interface Fixing {
  /** Makes one fix; false, and told so, where its place has been edited since the check. */
  apply(fix: Fix): boolean;
  /** Writes a figure in the place of a cell. */
  write(cell: Cell, value: string): void;
}

/** `fixed` is called after all safe fixes were made at once. */
export function createFixing(page: Page, fixed: () => void): Fixing {
  const { draft, notices } = page;
  const bulk = byId("bulk", HTMLElement);
  const fixAll = byId("fix-all", HTMLButtonElement);
  fixAll.addEventListener("click", applyAllSafe);
  let waiting: { key: string; value: string } | null = null;
  page.onChecked((checked) => {
    writeWaiting(checked?.report.tables ?? []);
    const safe = checked === null ? 0 : safeEdits(checked.standing.diagnostics).length;
    bulk.hidden = safe === 0;
    setText(fixAll, `一键改正 ${safe} 处标点文字`);
  });

  return {
    apply(fix) {
      const edits = currentEdits(fix.edits);
      if (edits === null) return false;
      draft.apply(edits);
      page.checkNow();
      return true;
    },
    write,
  };

  function write(cell: Cell, value: string): void {
    const { checked } = page;
    if (checked === null || cell.at === null) return;
    const place = currentPlace(checked.text, draft.text, cell.at);
    if (place === null) {
      // Another cell was written a moment ago: its answer tells where this one is now.
      waiting = { key: cellKey(cell), value };
    } else if (isGlued(draft.text, place)) {
      notices.warn("这张表的数字连在一起，单独改一格会看错别的格。请在原文里改，或从 Word、WPS 里重新复制这张表。");
    } else {
      const words = value.replace(/[\t\n\r|]+/g, " ").trim();
      draft.apply([{ ...place, insert: isHtmlSource(draft.text) ? escaped(words) : words }]);
    }
    page.checkNow();
  }

  function writeWaiting(tables: readonly Table[]): void {
    if (waiting === null) return;
    const { key, value } = waiting;
    waiting = null;
    for (const table of tables) {
      for (const cell of table.cells) {
        if (cellKey(cell) !== key) continue;
        write(cell, value);
        return;
      }
    }
  }

  /** Makes the edits of all safe fixes at once, as one step that can be taken back. */
  function applyAllSafe(): void {
    const edits = page.checked === null ? null : currentEdits(safeEdits(page.checked.standing.diagnostics));
    if (edits === null) return;
    draft.apply(edits);
    page.checkNow();
    fixed();
    notices.sayUntilEdited(`已改正 ${edits.length} 处，可撤销。`, undoButton(page, draft));
  }

  /** The edits as they stand in the text as it is now; null, and told so, where it has been edited meanwhile. */
  function currentEdits(edits: readonly Edit[]): Edit[] | null {
    if (page.checked === null) return null;
    const { text } = page.checked;
    const current: Edit[] = [];
    for (const edit of edits) {
      const now = currentPlace(text, draft.text, edit);
      if (now === null) {
        notices.say("这里的文字刚刚改过，等新的核对结果出来再改。");
        return null;
      }
      current.push({ ...now, insert: edit.insert });
    }
    return current;
  }
}

/** Figures of neighbouring cells with nothing between them. */
function isGlued(text: string, { from, to }: Place): boolean {
  return /[0-9]/.test(text.charAt(from - 1)) || /[0-9]/.test(text.charAt(to));
}

function escaped(words: string): string {
  return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
