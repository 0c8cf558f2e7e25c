/** Editing as a user would: what the browser's own undo, and an editor's input listeners, take notice of. */

import type { Change } from "../../npm/editor.js";

export function replaceByCommand(root: HTMLElement, changes: readonly Change[]): void {
  const { ownerDocument } = root;
  ownerDocument.defaultView?.focus();
  root.focus({ preventScroll: true });
  for (const { range, insert } of changes) {
    select(range);
    // Obsolete in name, present everywhere, and the only way to edit that the browser's own undo knows.
    ownerDocument.execCommand(insert === "" ? "delete" : "insertText", false, insert);
  }
}

export function select(range: Range): void {
  const selection = range.startContainer.ownerDocument?.defaultView?.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
