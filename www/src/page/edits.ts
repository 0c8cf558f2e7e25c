/** Many edits of a text as one: what all safe fixes together make of it, and the smallest stretch that changes. */

import type { Diagnostic, Fix } from "../engine/index.js";
import type { Place } from "./places.js";

export type Edit = Fix["edits"][number];

/**
 * The edits of the safe fixes of all findings, in the order of the text. A fix that would touch what another has
 * already changed is left for the next check: the first wins.
 */
export function safeEdits(diagnostics: readonly Diagnostic[]): Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of diagnostics) {
    const fix = fixes.filter((candidate) => candidate.safe)[0];
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => touch(edit, other)))) continue;
    taken.push(...fix.edits);
  }
  return taken.sort((a, b) => a.from - b.from);
}

/** The text with all edits made. They do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of edits.slice().sort((a, b) => a.from - b.from || a.to - b.to)) {
    pieces.push(text.slice(at, edit.from), edit.insert);
    at = edit.to;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

/** The smallest stretch of `before` to replace so that it becomes `after`. */
export function changedStretch(before: string, after: string): Place & { insert: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  // A character outside the BMP is two code units: neither half may stand alone in what is inserted.
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end--;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** Stretches that only meet do not disturb one another, unless one of them is a mere point. */
function touch(a: Place, b: Place): boolean {
  if (a.from === a.to || b.from === b.to) return a.from <= b.to && b.from <= a.to;
  return a.from < b.to && b.from < a.to;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
