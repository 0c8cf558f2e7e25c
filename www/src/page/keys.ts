/** Keys that lead from one finding to the next, and the note that lists all keys. */

import { byId, el, isWriting } from "./dom.js";
import { createSheet } from "./sheet.js";

const KEYS: [keys: string[], what: string][] = [
  [["J", "F8"], "下一条问题"],
  [["K", "Shift+F8"], "上一条问题"],
  [["Esc"], "从原文回到这条问题"],
  [["Ctrl+Z"], "撤销"],
  [["Ctrl+Y"], "重做"],
  [["Enter"], "改表里的一格；再按一次写进原文"],
  [["Tab", "↑ ↓ ← →"], "改完这一格，到下一格"],
  [["?"], "打开这张表"],
];

export interface KeyActions {
  /** Goes to the finding after or before the one that is chosen. */
  step(step: 1 | -1): void;
}

export function createKeys(actions: KeyActions): void {
  const rows = KEYS.map(([keys, what]) =>
    el("tr", {}, el("th", { scope: "row" }, ...keys.map((key) => el("kbd", {}, key))), el("td", {}, what)),
  );
  const note = createSheet(
    "keys",
    "快捷键",
    el("section", {}, el("table", { class: "keys" }, el("tbody", {}, ...rows)), el("p", { class: "sheet-about" }, "单个字母的键在输入框里不起作用，F8 在原文里也能用。")),
  );
  byId("keys-open", HTMLButtonElement).addEventListener("click", () => note.open());

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    // An open sheet has the keys to itself.
    if (event.target instanceof Element && event.target.closest("dialog") !== null) return;
    if (event.key === "F8") actions.step(event.shiftKey ? -1 : 1);
    else if (isWriting(event.target)) return;
    else if (event.key === "j" || event.key === "J") actions.step(1);
    else if (event.key === "k" || event.key === "K") actions.step(-1);
    else if (event.key === "?" || event.key === "？") note.open();
    else return;
    event.preventDefault();
  });
}
