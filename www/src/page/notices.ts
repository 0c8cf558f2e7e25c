/** The line below the verdict that says what was just done, and offers to take it back. */

import { fill, type Child } from "./dom.js";
import type { Draft } from "./draft.js";

export interface Notices {
  say(...words: Child[]): void;
  /** Says something that no longer holds once the text is edited again. */
  sayUntilEdited(...words: Child[]): void;
  quiet(): void;
}

export function createNotices(notice: HTMLElement, draft: Draft): Notices {
  let saidOf: string | null = null;
  draft.onEdit(() => {
    if (saidOf !== null && draft.text !== saidOf) notices.quiet();
  });
  const notices: Notices = {
    say(...words) {
      saidOf = null;
      notice.hidden = false;
      fill(notice, ...words);
    },
    sayUntilEdited(...words) {
      notices.say(...words);
      saidOf = draft.text;
    },
    quiet() {
      saidOf = null;
      notice.hidden = true;
      fill(notice);
    },
  };
  return notices;
}
