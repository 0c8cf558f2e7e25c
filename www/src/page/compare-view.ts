/** 两年对照: the tables of this year's report and of last year's side by side, with the changes. */

import type { Report, TableKind } from "../engine/index.js";
import { cellLabels } from "./cell-names.js";
import { cellKey } from "./choice.js";
import { button, byId, el, fill, type Child } from "./dom.js";
import { LAYOUTS } from "./layouts.js";
import type { Page } from "./page.js";
import { stateOf, verdictSentence } from "./verdict.js";
import { viewHead } from "./views.js";

const COMPARE = "compare";

type Figure = (table: TableKind, row: string, column: string) => number | null;

export function createCompare(page: Page): void {
  const body = el("div", { class: "view-body compare-body" });
  const frame = el("section", { class: "compare", "aria-label": "两年对照", "data-test": "compare" }, viewHead(page.views, "两年对照"), body);
  page.views.add(COMPARE, frame);
  const openers = [byId("compare-open", HTMLButtonElement), byId("compare-link", HTMLButtonElement)];
  for (const opener of openers) opener.addEventListener("click", () => page.views.show(COMPARE));
  let column = "total";
  let last: { text: string; report: Report } | null = null;

  page.views.onShow((name) => {
    if (name === COMPARE) void show();
  });
  page.onChecked(() => {
    const has = page.checked !== null && page.previous.text.trim() !== "";
    for (const opener of openers) opener.hidden = !has;
    if (page.views.shown === COMPARE) void show();
  });

  async function show(): Promise<void> {
    const { checked } = page;
    const { text } = page.previous;
    if (checked === null || text.trim() === "") {
      fill(body, el("p", { class: "compare-help" }, "两年的报告都有了，才能对照。请回到核对页，在“上年报告”里粘贴上一年度的报告。"));
      return;
    }
    if (last?.text !== text) {
      try {
        const report = await page.engine.validate(text, {});
        if (page.previous.text !== text) return;
        last = { text, report };
      } catch (error) {
        fill(body, el("p", { class: "compare-help" }, error instanceof Error ? error.message : String(error)));
        return;
      }
    }
    draw(checked.standing, last.report);
  }

  function draw(now: Report, before: Report): void {
    const edition = now.edition ?? "2021";
    const [nowIs, beforeIs] = [figureOf(now), figureOf(before)];
    const columns = APPLICANTS.map((name) => ({ name, label: cellLabels(edition, { table: "applications", row: "1", column: name }).column }));
    const chips = columns.map(({ name, label }) => {
      const choose = (): void => {
        column = name;
        draw(now, before);
        body.querySelector<HTMLElement>('.chip[aria-pressed="true"]')?.focus();
      };
      return button({ class: "chip", "data-test": "compare-column", "aria-pressed": String(name === column) }, choose, label);
    });
    const rows = (table: TableKind, of?: string): [string, string][] => {
      const all: [string, string][] = [];
      for (const line of LAYOUTS[edition][table].lines) {
        for (const cell of line) if (!("label" in cell) && (of === undefined || cell.column === of)) all.push([cell.row, cell.column]);
      }
      return all;
    };
    const table = (kind: TableKind, of?: string): HTMLElement =>
      drawChanges(
        LAYOUTS[edition][kind].name,
        rows(kind, of).map(([row, columnName]) => {
          const labels = cellLabels(edition, { table: kind, row, column: columnName });
          return {
            label: of === undefined ? [labels.row, labels.column] : [labels.row],
            now: nowIs(kind, row, columnName),
            before: beforeIs(kind, row, columnName),
          };
        }),
      );
    fill(
      body,
      el("div", { class: "compare-reports" }, drawReport("本年", now), drawReport("上年", before)),
      el(
        "div",
        { class: "compare-pair" },
        el("section", { class: "compare-part" }, el("h3", {}, "结转衔接"), drawCarryOver(now, columns, nowIs, beforeIs)),
        el("section", { class: "compare-part" }, el("h3", {}, "主动公开"), table("disclosure")),
      ),
      el(
        "section",
        { class: "compare-part" },
        el("h3", {}, "收到和处理申请"),
        el("div", { class: "compare-columns", role: "group", "aria-label": "看哪一列" }, ...chips),
        table("applications", column),
      ),
      el("section", { class: "compare-part" }, el("h3", {}, "行政复议、行政诉讼"), table("disputes")),
    );
  }
}

const APPLICANTS = ["total", "natural-person", "business", "research", "public-welfare", "legal-service", "other"];

function drawReport(which: string, report: Report): HTMLElement {
  const isReport = stateOf({ report, standing: report }) !== "not-a-report";
  return el(
    "div",
    { class: "compare-report" },
    el("p", { class: "compare-which" }, which),
    el("p", { class: "compare-title" }, report.title?.text.replace(/\s+/g, "") ?? "没有标题的文字"),
    el("p", { class: "compare-about" }, isReport ? `${verdictSentence(report)}。` : "没有认出年度报告。"),
  );
}

const CARRIED_HEADS = [["上年报告", "结转下年度"], ["本年报告", "上年结转"], ["相差"]];

/** Words that go on to the next line between the parts rather than within them. */
function wrappedBetween(parts: readonly string[]): Child[] {
  return parts.reduce<Child[]>((all, part, index) => [...all, index > 0 && "　", el("span", { class: "changes-part" }, part)], []);
}

/** Last year's 结转下年度 and this year's 上年结转, column by column: the same requests, told twice. */
function drawCarryOver(now: Report, columns: { name: string; label: string }[], nowIs: Figure, beforeIs: Figure): HTMLElement {
  // Whether they may differ is the core's to say: its findings mark the cells.
  const wrong = new Set<string>();
  for (const { code, cell, related } of now.diagnostics) {
    if (code !== "consistency/broken-carry-over") continue;
    for (const ref of [cell, ...related.map((place) => place.cell)]) if (ref !== null) wrong.add(cellKey(ref));
  }
  return scrollable(
    "结转衔接",
    el(
      "table",
      { class: "changes changes-carried", "data-test": "carry-over" },
      el("thead", {}, el("tr", {}, el("td", {}), ...CARRIED_HEADS.map((parts) => el("th", { scope: "col" }, ...wrappedBetween(parts))))),
      el(
        "tbody",
        {},
        ...columns.map(({ name, label }) => {
          const [out, carried] = [beforeIs("applications", "4", name), nowIs("applications", "2", name)];
          const isWrong = wrong.has(cellKey({ table: "applications", row: "2", column: name }));
          return el(
            "tr",
            { class: out === 0 && carried === 0 ? "is-none" : null },
            el("th", { scope: "row" }, label),
            el("td", {}, words(out)),
            el(
              "td",
              { class: isWrong ? "is-wrong" : "changes-now" },
              words(carried),
              isWrong && el("span", { class: "visually-hidden" }, "，与上年报告对不上"),
            ),
            el("td", { class: out !== carried ? "is-changed" : null }, changeWords(carried, out)),
          );
        }),
      ),
    ),
  );
}

function drawChanges(name: string, rows: { label: string[]; now: number | null; before: number | null }[]): HTMLElement {
  return scrollable(
    name,
    el(
      "table",
      { class: "changes changes-rows", "data-test": "changes" },
      el("thead", {}, el("tr", {}, el("td", {}), ...["本年", "上年", "增减"].map((head) => el("th", { scope: "col" }, head)))),
      el(
        "tbody",
        {},
        ...rows.map(({ label, now, before }) =>
          el(
            "tr",
            { class: now === 0 && before === 0 ? "is-none" : null },
            el("th", { scope: "row" }, ...wrappedBetween(label)),
            el("td", { class: "changes-now" }, words(now)),
            el("td", {}, words(before)),
            el("td", { class: now !== before ? "is-changed" : null }, changeWords(now, before)),
          ),
        ),
      ),
    ),
  );
}

function scrollable(name: string, table: HTMLElement): HTMLElement {
  return el("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": name }, table);
}

function figureOf(report: Report): Figure {
  const figures = new Map<string, number | null>();
  for (const table of report.tables) for (const cell of table.cells) figures.set(cellKey(cell), cell.value);
  return (table, row, column) => figures.get(cellKey({ table, row, column })) ?? null;
}

function words(value: number | null): string {
  return value === null ? "—" : value.toLocaleString("zh-CN");
}

function changeWords(now: number | null, before: number | null): string {
  if (now === null || before === null) return "";
  // Decimals of 万元 differ as they are written, not as binary fractions do.
  const change = Number((now - before).toFixed(6));
  if (change === 0) return "0";
  return `${change > 0 ? "+" : "−"}${Math.abs(change).toLocaleString("zh-CN")}`;
}
