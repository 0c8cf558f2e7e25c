/** The masthead's actions: what opens another view or a sheet. */

import { button, byId } from "./dom.js";

/** Adds an action before 设置, in the order of the calls. `test` is its test hook. */
export function addMastheadAction(words: string, test: string, run: () => void): HTMLButtonElement {
  const action = button({ class: "quiet", "data-test": test }, run, words);
  const settings = byId("settings-open", HTMLButtonElement);
  settings.insertAdjacentElement("beforebegin", action);
  return action;
}
