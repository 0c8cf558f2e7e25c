/**
 * Undo and redo of the draft, kept by the page itself.
 *
 * The browser's own undo is one stack for all boxes of a page: after a word typed in the settings, its undo would
 * take that back instead; and whether it has anything to take back cannot be asked, nor can it edit a box that is hidden.
 */

import { changedStretch } from "./edits.js";

/** One step: what stood at `at`, and what stands there since. */
interface Step {
  at: number;
  removed: string;
  inserted: string;
  /** Typed by hand: the next letter beside it may join it. */
  typed: boolean;
}

/** A text that a step leads to, and the stretch of it to select. */
export interface Restored {
  text: string;
  from: number;
  to: number;
}

// Far more than anyone takes back, and a bound for the memory of a day's work.
const MOST_STEPS = 1000;

export class History {
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];
  /** Steps no longer in `done`, counted for the marks. */
  private dropped = 0;

  /** `now` is the text from which it starts. */
  constructor(private now: string) {}

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Takes down how the text became what it is now. */
  record(text: string, typed: boolean): void {
    if (text === this.now) return;
    const { from, to, insert } = changedStretch(this.now, text);
    const step: Step = { at: from, removed: this.now.slice(from, to), inserted: insert, typed };
    this.now = text;
    this.undone.length = 0;
    const last = this.done[this.done.length - 1];
    if (last === undefined || !join(last, step)) this.done.push(step);
    if (this.done.length > MOST_STEPS) this.forgetUntil(this.dropped + 1);
  }

  undo(): Restored | null {
    const step = this.done.pop();
    if (step === undefined) return null;
    this.undone.push(step);
    return this.exchange(step.at, step.inserted, step.removed);
  }

  redo(): Restored | null {
    const step = this.undone.pop();
    if (step === undefined) return null;
    this.done.push(step);
    return this.exchange(step.at, step.removed, step.inserted);
  }

  /** The present point, to be forgotten later. */
  mark(): number {
    return this.dropped + this.done.length;
  }

  /** The steps before a point can no longer be taken back, unless they have been already. */
  forgetUntil(mark: number): void {
    if (mark > this.mark()) return;
    const count = Math.max(mark - this.dropped, 0);
    this.done.splice(0, count);
    this.dropped += count;
  }

  private exchange(at: number, old: string, next: string): Restored {
    this.now = this.now.slice(0, at) + next + this.now.slice(at + old.length);
    return { text: this.now, from: at, to: at + next.length };
  }
}

/** Letters typed one after another on one line are one step, and so are those deleted one after another. */
function join(last: Step, next: Step): boolean {
  if (!last.typed || !next.typed) return false;
  const isTyping = last.removed === "" && next.removed === "" && next.at === last.at + last.inserted.length;
  if (isTyping && !/[\n。；]$/.test(last.inserted) && next.inserted !== "\n") {
    last.inserted += next.inserted;
    return true;
  }
  const isDeleting = last.inserted === "" && next.inserted === "" && next.at + next.removed.length === last.at;
  if (isDeleting && next.removed.length === 1 && next.removed !== "\n") {
    last.at = next.at;
    last.removed = next.removed + last.removed;
    return true;
  }
  return false;
}
