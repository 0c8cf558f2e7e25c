/** The button beside what was just done. */

import { button } from "./dom.js";
import type { Draft } from "./draft.js";
import type { Page } from "./page.js";

/** Takes back what was just done to a text; `back` where more than its last step belongs to that. */
export function undoButton(page: Page, draft: Draft, back: () => void = () => draft.undo()): HTMLElement {
  const undo = (): void => {
    page.notices.quiet();
    back();
    page.checkNow();
  };
  return button({ class: "quiet", "data-test": "undo" }, undo, "撤销");
}
