/** The line below the verdict that says what was just done, and offers to take it back. */

import { fill, type Child } from "./dom.js";
import type { Draft } from "./draft.js";

export interface Notices {
  say(...words: Child[]): void;
  /** Says something that no longer holds once a text is edited again. */
  sayUntilEdited(...words: Child[]): void;
  /** Says what could not be done. */
  warn(...words: Child[]): void;
  quiet(): void;
}

export function createNotices(notice: HTMLElement, texts: readonly Draft[]): Notices {
  let saidOf: string[] | null = null;
  for (const text of texts) {
    text.onEdit(() => {
      if (saidOf !== null && saidOf[texts.indexOf(text)] !== text.text) notices.quiet();
    });
  }
  const notices: Notices = {
    say(...words) {
      saidOf = null;
      notice.hidden = false;
      notice.classList.remove("is-warning");
      fill(notice, ...words);
    },
    sayUntilEdited(...words) {
      notices.say(...words);
      saidOf = texts.map((text) => text.text);
    },
    warn(...words) {
      notices.say(...words);
      notice.classList.add("is-warning");
    },
    quiet() {
      saidOf = null;
      notice.hidden = true;
      fill(notice);
    },
  };
  return notices;
}
