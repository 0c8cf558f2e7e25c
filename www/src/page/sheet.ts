/** A sheet: a dialog at the right edge of the page, the whole screen on a phone. */

import { button, el } from "./dom.js";

export interface Sheet {
  open(): void;
  close(): void;
}

/** Makes a sheet around its content, with a title and a button that closes it; `name` is its test hook. */
export function createSheet(name: string, title: string, content: HTMLElement): Sheet {
  const heading = `${name}-title`;
  const element = el(
    "dialog",
    { class: "side-sheet", "aria-labelledby": heading, "data-test": name },
    el(
      "div",
      { class: "pane-head" },
      el("h2", { id: heading }, title),
      button({ class: "quiet", "data-test": `${name}-close` }, () => element.close(), "完成"),
    ),
    content,
  );
  document.body.appendChild(element);
  return sheetOf(element);
}

/** A dialog of the template as a sheet. */
export function sheetOf(element: HTMLDialogElement): Sheet {
  element.addEventListener("click", (event) => {
    // Only the ground beside the sheet is the dialog itself.
    if (event.target === element) element.close();
  });
  return {
    open() {
      if (!element.open) element.showModal();
    },
    close() {
      element.close();
    },
  };
}
