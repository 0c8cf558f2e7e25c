/** What an editor is to the checking: a text that changes, places in it to show, a way to change it. */

import type { Change, Attached } from "../../npm/editor.js";
import type { Diagnostic, Fix } from "../../npm/index.js";
import type { Place } from "./text-map.js";

export type Edit = Fix["edits"][number];

export interface Surface {
  readonly mode: Attached["mode"];
  /** The text as it is now. All places that the other methods take are places of the text last read. */
  read(): string;
  /** Whether nothing was edited since it was read. */
  isCurrent(): boolean;
  show(findings: readonly Diagnostic[]): void;
  goTo(place: Place): boolean;
  at(x: number, y: number): Diagnostic[];
  canApply(edits: readonly Edit[]): boolean;
  apply(edits: readonly Edit[]): boolean;
  dispose(): void;
}

export interface SurfaceEvents {
  edited(): void;
  /** Pinyin is being turned into characters, or no longer. */
  composing(isComposing: boolean): void;
}

export type Replace = (changes: Change[]) => void;

/** Edits from the last to the first, so that each leaves the places of those to come as they are. */
export function backwards(edits: readonly Edit[]): Edit[] {
  return edits.slice().sort((a, b) => b.from - a.from || b.to - a.to);
}

/** A composition's beginning and end on an element; gives a function that stops listening. */
export function watchComposition(element: HTMLElement, composing: SurfaceEvents["composing"]): () => void {
  const start = (): void => composing(true);
  const end = (): void => composing(false);
  element.addEventListener("compositionstart", start);
  element.addEventListener("compositionend", end);
  return () => {
    element.removeEventListener("compositionstart", start);
    element.removeEventListener("compositionend", end);
  };
}
