/** One of many reports on the desk: the draft stands aside meanwhile and comes back unchanged. */

import { button, byId, el, fill } from "../dom.js";
import type { Page } from "../page.js";
import { DESK } from "../views.js";
import type { Batch, Item } from "./batch.js";

export interface Visit {
  /** Shows the report on the desk; `among` are the others, in the order of the table. */
  open(item: Item, among: readonly Item[]): void;
}

export function createVisit(page: Page, batch: Batch, backToList: () => void): Visit {
  const bar = el("div", { class: "visit-bar", role: "region", "aria-label": "清单里的一份", "data-test": "visit", hidden: true });
  byId("verdict", HTMLElement).insertAdjacentElement("beforebegin", bar);
  const keeping = byId("keeping", HTMLElement);
  let visited: Item | null = null;
  let others: readonly Item[] = [];

  page.views.onShow((name) => {
    if (name !== DESK) end();
  });

  return { open };

  function open(item: Item, among: readonly Item[]): void {
    end();
    visited = item;
    others = among.filter(({ report }) => report !== null);
    page.views.show(DESK);
    page.draft.lend(item.text);
    // Last year's report and what was set aside belong to the draft.
    page.previous.lend("");
    page.asides.lend(item.asides);
    page.checkNow();
    draw();
  }

  /** What was edited goes back to the list; the draft is on the desk again. */
  function end(): void {
    if (visited === null) return;
    page.previous.takeBack();
    batch.edit(visited, page.draft.takeBack(), page.asides.takeBack());
    visited = null;
    show(false);
    page.notices.quiet();
    page.checkNow();
  }

  /** What the pane says of keeping is said of the draft. */
  function show(isVisit: boolean): void {
    bar.hidden = !isVisit;
    keeping.hidden = isVisit;
  }

  function draw(): void {
    const item = visited;
    if (item === null) return;
    const at = others.indexOf(item);
    const step = (to: number, words: string, test: string): HTMLElement => {
      const target = others[to];
      const go = (): void => {
        if (target !== undefined) open(target, others);
      };
      return button({ class: "quiet", "data-test": test, disabled: target === undefined }, go, words);
    };
    show(true);
    fill(
      bar,
      button({ class: "quiet", "data-test": "visit-back" }, backToList, "返回清单"),
      el("p", { class: "visit-name" }, el("b", {}, item.path), `　第 ${at + 1} 份，共 ${others.length} 份`),
      step(at - 1, "上一份", "visit-previous"),
      step(at + 1, "下一份", "visit-next"),
      el("p", { class: "visit-about" }, "这份的修改只留在内存里；您的草稿放在一边，返回后原样还在。"),
      button({ class: "quiet", "data-test": "visit-end" }, end, "回到草稿"),
    );
  }
}
