/**
 * What fills the page below the masthead: the desk with the one draft, or another view in its place.
 *
 * A view is a `<section class="view">` of the template or made by its module; `body[data-view]` names the one shown.
 */

import { button, el } from "./dom.js";

/** The desk with the one draft; it is there from the start. */
export const DESK = "desk";

export interface Views {
  readonly shown: string;
  /** Adds a view that stands in the desk's place. Its frame is put into the page, hidden until it is shown. */
  add(name: string, frame: HTMLElement): void;
  show(name: string): void;
  /** Called with the name of each view that comes forward. */
  onShow(listener: (name: string) => void): void;
}

export function createViews(after: HTMLElement): Views {
  const frames = new Map<string, HTMLElement>();
  const listeners: ((name: string) => void)[] = [];
  let shown = DESK;
  return {
    get shown() {
      return shown;
    },
    add(name, frame) {
      frame.classList.add("view");
      frame.hidden = true;
      frame.setAttribute("role", "main");
      frames.set(name, frame);
      after.insertAdjacentElement("afterend", frame);
    },
    show(name) {
      shown = name;
      document.body.setAttribute("data-view", name);
      frames.forEach((frame, other) => { frame.hidden = other !== name; });
      for (const listener of listeners) listener(name);
    },
    onShow(listener) {
      listeners.push(listener);
    },
  };
}

/** The head of a view: its title, and the way back to the desk. */
export function viewHead(views: Views, title: string, ...actions: HTMLElement[]): HTMLElement {
  return el(
    "div",
    { class: "view-head" },
    button({ class: "quiet view-back", "data-test": "back" }, () => views.show(DESK), "返回核对"),
    el("h2", {}, title),
    ...actions,
  );
}
