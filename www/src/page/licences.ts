/** 许可: under what the page may be used, and the licences of what it carries with it. */

import { byId, el } from "./dom.js";
import { createSheet } from "./sheet.js";

export function createLicences(): void {
  // The build puts the text into the page: one file has to bring its licences itself.
  const text = document.getElementById("third-party")?.textContent ?? "";
  const content = el(
    "section",
    {},
    el("p", {}, "年报核对可按 MIT 或 Apache-2.0 许可使用、复制和修改。它包含下列软件："),
    el("pre", { class: "licences", lang: "en", tabindex: 0, "aria-label": "所含软件的许可" }, text.trim()),
  );
  const sheet = createSheet("licences", "许可", content);
  byId("licences-open", HTMLButtonElement).addEventListener("click", () => sheet.open());
}
