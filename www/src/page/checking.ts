/** Checking while the user types: a short wait after the last key, one answer at a time, none that is out of date. */

import type { Engine, Report, ValidateOptions } from "../engine/index.js";

const PAUSE_AFTER_TYPING = 250;
const LONG_ENOUGH_TO_SAY_SO = 300;

export interface CheckingEvents {
  answered(text: string, report: Report): void;
  failed(reason: string): void;
  emptied(): void;
  /** Whether to say that a check is under way. */
  busy(busy: boolean): void;
}

export interface Checking {
  /** The text has changed: check it when the typing pauses. */
  soon(): void;
  now(): void;
}

export function createChecking(
  textarea: HTMLTextAreaElement,
  engine: Engine,
  options: () => ValidateOptions,
  events: CheckingEvents,
): Checking {
  let composing = false;
  let pause: number | undefined;
  let slow: number | undefined;
  let latest = 0;

  textarea.addEventListener("input", () => checking.soon());
  // While pinyin is being turned into characters the text is half a word: nothing to check.
  textarea.addEventListener("compositionstart", () => {
    composing = true;
    clearTimeout(pause);
  });
  textarea.addEventListener("compositionend", () => {
    composing = false;
    checking.soon();
  });

  const checking: Checking = {
    soon() {
      clearTimeout(pause);
      if (!composing) pause = window.setTimeout(() => checking.now(), PAUSE_AFTER_TYPING);
    },
    now() {
      clearTimeout(pause);
      void check();
    },
  };
  return checking;

  async function check(): Promise<void> {
    const mine = ++latest;
    const text = textarea.value;
    clearTimeout(slow);
    if (text.trim() === "") {
      events.busy(false);
      events.emptied();
      return;
    }
    slow = window.setTimeout(() => events.busy(true), LONG_ENOUGH_TO_SAY_SO);
    try {
      const report = await engine.check(text, options());
      if (mine !== latest || report === null) return;
      events.answered(text, report);
    } catch (error) {
      if (mine !== latest) return;
      events.failed(error instanceof Error ? error.message : String(error));
    }
    clearTimeout(slow);
    events.busy(false);
  }
}
