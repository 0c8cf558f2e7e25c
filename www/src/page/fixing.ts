/** Fixes of findings, made in the text as it is now. */

import type { Fix } from "../engine/index.js";
import { byId } from "./dom.js";
import { safeEdits, type Edit } from "./edits.js";
import type { Page } from "./page.js";
import { currentPlace } from "./places.js";
import { undoButton } from "./undo-button.js";
import { setText } from "./verdict.js";

export interface Fixing {
  /** Makes one fix; false, and told so, where its place has been edited since the check. */
  apply(fix: Fix): boolean;
}

/** `fixed` is called after all safe fixes were made at once. */
export function createFixing(page: Page, fixed: () => void): Fixing {
  const { draft, notices } = page;
  const bulk = byId("bulk", HTMLElement);
  const fixAll = byId("fix-all", HTMLButtonElement);
  fixAll.addEventListener("click", applyAllSafe);
  page.onChecked((checked) => {
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
  };

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
