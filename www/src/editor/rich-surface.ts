/** An editable element with tables and formats: read through a map, marked without a change, edited by the editor's own commands. */

import { createMarks } from "./marks.js";
import { readTextMap } from "./read-text.js";
import { replaceByCommand, select } from "./replace.js";
import { backwards, watchComposition, type Edit, type Replace, type Surface, type SurfaceEvents } from "./surface.js";
import type { Place, TextMap } from "./text-map.js";

/** What tells that content may read otherwise now. Classes and selection marks, which editors set all the time, do not. */
const READ_FROM: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["hidden", "style", "colspan", "rowspan"],
};

/** `joinsLines` tells whether what replaces also joins paragraphs where a range goes over their ends. */
export function createRichSurface(root: HTMLElement, replace: Replace | undefined, joinsLines: boolean, events: SurfaceEvents): Surface {
  const marks = createMarks(root);
  const view = root.ownerDocument.defaultView as Window & typeof globalThis;
  let map: TextMap | null = null;
  let isEdited = false;

  const observer = new view.MutationObserver(noticeEdit);
  observer.observe(root, READ_FROM);
  const stopWatching = watchComposition(root, events.composing);

  function noticeEdit(): void {
    isEdited = true;
    marks.layOut();
    events.edited();
  }

  function isCurrent(): boolean {
    // What the observer has not yet told of.
    if (observer.takeRecords().length > 0) noticeEdit();
    return map !== null && !isEdited;
  }

  function changesFor(edits: readonly Edit[]): { range: Range; insert: string }[] | null {
    if (map === null || !isCurrent()) return null;
    const changes = [];
    for (const edit of backwards(edits)) {
      // A line or a field more is not text: the editor's own commands are for that, and the user's hand. Lines less are.
      const isJoin = edit.insert === "" && joinsLines && map.text.slice(edit.from, edit.to).includes("\n");
      const range = /[\n\t]/.test(edit.insert) ? null : isJoin ? map.rangeOverLines(edit) : map.editableRange(edit);
      if (range === null) return null;
      changes.push({ range, insert: edit.insert });
    }
    return changes;
  }

  return {
    mode: marks.mode,
    read() {
      observer.takeRecords();
      isEdited = false;
      map = readTextMap(root);
      return map.text;
    },
    isCurrent,
    show(findings) {
      const now = map;
      const shown = now === null ? [] : findings.map((finding) => ({ finding, range: now.range(finding), cell: finding.from === finding.to ? now.emptyCell(finding.from) : null }));
      marks.show(shown.filter((mark): mark is typeof mark & { range: Range } => mark.range !== null));
    },
    goTo(place: Place) {
      const range = isCurrent() ? (map as TextMap).range(place) : null;
      if (range === null) return false;
      const element = range.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer.parentElement : (range.startContainer as Element);
      element?.scrollIntoView({ block: "center" });
      view.focus();
      root.focus({ preventScroll: true });
      select(range);
      return true;
    },
    at: (x, y) => marks.at(x, y).map(({ finding }) => finding),
    canApply: (edits) => changesFor(edits) !== null,
    apply(edits) {
      const changes = changesFor(edits);
      if (changes === null) return false;
      if (replace !== undefined) replace(changes);
      else replaceByCommand(root, changes);
      return true;
    },
    dispose() {
      observer.disconnect();
      stopWatching();
      marks.dispose();
    },
  };
}
