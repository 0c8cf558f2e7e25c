/**
 * nianbao inside an editor: reads what stands in an editable element, checks it in a worker while the user types, and
 * marks the places. The document's HTML is never changed, but by a fix that the user chooses.
 */

import type { Diagnostic, Fix, Report, ValidateOptions } from "./index.js";

/**
 * Attaches to an editable element, or to a textarea. The element may lie in an iframe of the same origin.
 * Any other argument is a TypeError, in words.
 */
export function attach(root: HTMLElement, options?: AttachOptions): Attached;

export interface AttachOptions {
  /** What `validate` is asked with. */
  validate?: ValidateOptions;
  /** Milliseconds from the last key to the check; 600 where nothing is said. */
  pause?: number;
  /** Puts a fix into the document, all of it as one step of the editor's undo. Without it the browser's own editing command does, which its undo knows. */
  replace?: (changes: Change[]) => void;
  /**
   * Whether `replace` also joins paragraphs where a range without anything to insert goes over their ends, as deleting by hand
   * does. Fixes that take away a line's end or a whole line are possible only then, or without `replace`.
   */
  joinsLines?: boolean;
  /** An answer, or null where the editor is empty. `text` is what was checked. */
  onReport?: (report: Report | null, text: string) => void;
  /** A Chinese sentence: why nothing was checked. Writing and saving go on. */
  onFailure?: (message: string) => void;
}

/** A stretch of the document and what to put there. Those of one fix come from the last to the first and do not overlap. */
export interface Change {
  range: Range;
  insert: string;
}

export interface Attached {
  readonly root: HTMLElement;
  /** How places are marked: CSS Custom Highlights, boxes above the editor (before Chromium 105), or not at all (a textarea). */
  readonly mode: "highlight" | "overlay" | "none";
  /** The last answer; null before the first one, and where the editor is empty. */
  readonly report: Report | null;
  /** The text that `report` speaks of. */
  readonly text: string;
  /** Whether there is a report and nothing was edited since. */
  readonly isCurrent: boolean;
  /** Checks now, without waiting for a pause; null where the editor is empty or the check failed (`onFailure` says why). */
  check(): Promise<Report | null>;
  /** What stands, for a host that is about to save or to publish. Never rejects and takes at most `patience` milliseconds (3000). */
  standing(patience?: number): Promise<Standing>;
  /** Scrolls to a finding, or another place of `text`, and selects it; false where it was edited meanwhile. */
  goTo(place: { from: number; to: number }): boolean;
  /** The findings at a point of the editor's own window (a mouse event's clientX and clientY there). */
  at(x: number, y: number): Diagnostic[];
  /** Whether `apply` can make this fix: not if the text was edited since, nor if the fix adds lines or changes cells of a table. */
  canApply(fix: Fix): boolean;
  /** Makes a fix through the editor, so that its undo takes it back; then checks again. False where it cannot. */
  apply(fix: Fix): boolean;
  /** Other options for `validate`; checks again. */
  configure(options: ValidateOptions): void;
  /** Takes away every mark, style and listener. */
  detach(): void;
}

/** What a host decides by before it saves. */
export interface Standing {
  /** null where the text could not be checked in time. */
  report: Report | null;
  errors: number;
  warnings: number;
  /** One Chinese sentence, fit to be shown: what stands. */
  message: string;
}

/** The text that `attach` would check: for tests and for hosts that check elsewhere. */
export function readText(root: HTMLElement): string;

/**
 * Asks before a form is submitted. `decide` is told what stands; if it says false, or a promise of it, nothing is sent.
 * Gives a function that takes the guard away.
 */
export function guardForm(form: HTMLFormElement, attached: Attached, decide: (standing: Standing) => boolean | Promise<boolean>): () => void;
