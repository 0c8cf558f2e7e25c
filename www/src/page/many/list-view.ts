/** The table of many reports: one line each, sorted by the buttons of its head, each opening its report. */

import { button, el, fill, icon, type Child, type IconName } from "../dom.js";
import type { Item } from "./batch.js";
import { COLUMNS, sorted, verdictWord, type Column, type Order } from "./columns.js";

const SIGNS: Record<string, IconName> = { 待改: "fails", 未核全: "unknown", 不是年报: "unknown", 已搁置: "holds", 通过: "holds" };

export interface ListView {
  /** The items in the order in which they are shown. */
  readonly shown: readonly Item[];
  show(items: readonly Item[]): void;
}

export function createListView(frame: HTMLElement, open: (item: Item) => void): ListView {
  let items: readonly Item[] = [];
  let order: Order | null = null;
  const body = el("tbody");
  const heads = COLUMNS.map((column) => {
    const sort = button({ class: "sort", "data-test": `sort-${column.key}` }, () => sortBy(column), column.name);
    return el("th", { scope: "col", class: column.isNumber && "is-number", "aria-sort": "none" }, sort);
  });
  const table = el("table", { class: "many-table", "aria-label": "各份报告的核对结果", "data-test": "many-table" }, el("thead", {}, el("tr", {}, ...heads)), body);
  fill(frame, el("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": "各份报告的核对结果" }, table));

  return {
    get shown() {
      return ordered();
    },
    show(next) {
      items = next;
      draw();
    },
  };

  function ordered(): readonly Item[] {
    return order === null ? items : sorted(items, order);
  }

  /** First the way in which the column tells most: numbers from the largest, words from the first; then the other way. */
  function sortBy(column: Column): void {
    const descending = order?.column === column ? !order.descending : column.isNumber;
    order = { column, descending };
    COLUMNS.forEach((other, index) => {
      heads[index]?.setAttribute("aria-sort", other !== column ? "none" : descending ? "descending" : "ascending");
    });
    draw();
  }

  function draw(): void {
    const focused = document.activeElement?.getAttribute("data-path") ?? null;
    fill(body, ...ordered().map(drawLine));
    // Lines are drawn anew while the reading goes on; the keyboard stays where it was.
    if (focused === null) return;
    const reports = Array.from(body.querySelectorAll<HTMLElement>("[data-path]"));
    reports.filter((report) => report.getAttribute("data-path") === focused)[0]?.focus();
  }

  function drawLine(item: Item): HTMLElement {
    const folder = item.path.slice(0, item.path.lastIndexOf("/") + 1);
    const name = item.path.slice(folder.length);
    const words: Child[] = [el("span", { class: "many-name" }, name), folder !== "" && el("span", { class: "many-folder" }, folder)];
    if (item.report === null) {
      return el(
        "tr",
        { class: item.refusal === null ? "is-waiting" : "is-refused", "data-test": "many-line" },
        el("th", { scope: "row" }, ...words),
        el("td", { colspan: COLUMNS.length - 1 }, el("span", { class: "many-why" }, item.refusal ?? "等待核对")),
      );
    }
    return el(
      "tr",
      { "data-test": "many-line" },
      el("th", { scope: "row" }, button({ class: "many-open", "data-test": "many-report", "data-path": item.path }, () => open(item), ...words)),
      ...COLUMNS.slice(1).map((column) => drawValue(item, column)),
    );
  }

  function drawValue(item: Item, column: Column): HTMLElement {
    const value = column.value(item);
    if (column.key === "verdict") {
      const word = verdictWord(item) ?? "";
      const sign = SIGNS[word] ?? "unknown";
      return el("td", { class: `many-verdict many-${sign}` }, icon(sign), word);
    }
    const isFlaw = (column.key === "errors" || column.key === "warnings") && value !== 0;
    return el("td", { class: column.isNumber ? `is-number${isFlaw ? ` many-${column.key}` : ""}` : false }, value === null ? "—" : String(value));
  }
}
