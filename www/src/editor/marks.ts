/**
 * Shows places of the document without touching it: CSS Custom Highlights where the browser has them (Chromium 105),
 * else boxes in a layer above the editor. A table's empty cell has no text to highlight and gets a box in both.
 */

import type { Diagnostic } from "../../npm/index.js";
import { Highlights } from "./highlights.js";
import { Overlay } from "./overlay.js";

/** A finding's place in the document. */
export interface Mark {
  finding: Diagnostic;
  range: Range;
  /** The cell itself, where the finding is about its being empty. */
  cell: Element | null;
}

export interface Marks {
  readonly mode: "highlight" | "overlay";
  show(marks: readonly Mark[]): void;
  /** The marks at a point of the editor's window. */
  at(x: number, y: number): Mark[];
  /** The content has changed: boxes may stand elsewhere now. */
  layOut(): void;
  dispose(): void;
}

export function createMarks(root: HTMLElement): Marks {
  const highlights = Highlights.in(root.ownerDocument);
  const overlay = new Overlay(root);
  let shown: readonly Mark[] = [];

  return {
    mode: highlights === null ? "overlay" : "highlight",
    show(marks) {
      shown = marks;
      if (highlights === null) {
        overlay.show(marks);
        return;
      }
      highlights.show(marks.filter(({ cell }) => cell === null));
      overlay.show(marks.filter(({ cell }) => cell !== null));
    },
    at: (x, y) => shown.filter((mark) => rectsOf(mark).some((rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom)),
    layOut: () => overlay.layOut(),
    dispose() {
      highlights?.dispose();
      overlay.dispose();
    },
  };
}

/** Where a mark is in the editor's window. */
export function rectsOf({ range, cell }: Mark): DOMRect[] {
  return cell === null ? Array.from(range.getClientRects()) as DOMRect[] : [cell.getBoundingClientRect() as DOMRect];
}
