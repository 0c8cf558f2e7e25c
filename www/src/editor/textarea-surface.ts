/** A textarea: its value is the text. Nothing can be marked inside it; places are selected. */

import { backwards, watchComposition, type Surface, type SurfaceEvents } from "./surface.js";

export function createTextareaSurface(textarea: HTMLTextAreaElement, events: SurfaceEvents): Surface {
  let read: string | null = null;
  textarea.addEventListener("input", events.edited);
  const stopWatching = watchComposition(textarea, events.composing);
  const isCurrent = (): boolean => read === textarea.value;

  return {
    mode: "none",
    read() {
      read = textarea.value;
      return read;
    },
    isCurrent,
    show() {},
    goTo(place) {
      if (!isCurrent()) return false;
      // A textarea scrolls to its caret only when it gains the focus.
      textarea.blur();
      textarea.setSelectionRange(place.from, place.from);
      textarea.focus();
      textarea.setSelectionRange(place.from, place.to);
      return true;
    },
    at: () => [],
    canApply: () => isCurrent() && !textarea.readOnly && !textarea.disabled,
    apply(edits) {
      if (!isCurrent() || textarea.readOnly || textarea.disabled) return false;
      textarea.focus();
      for (const { from, to, insert } of backwards(edits)) {
        textarea.setSelectionRange(from, to);
        textarea.ownerDocument.execCommand(insert === "" ? "delete" : "insertText", false, insert);
      }
      return true;
    },
    dispose() {
      textarea.removeEventListener("input", events.edited);
      stopWatching();
    },
  };
}
