/** 数字一览: what the three tables say, at a glance, with a chart of how requests were handled. */

import type { Report, TableKind } from "../engine/index.js";
import { cellKey } from "./choice.js";
import { drawBars, type Bar } from "./bars.js";
import { el, fill } from "./dom.js";

const RESULTS: [row: string, name: string][] = [
  ["3.1", "予以公开"],
  ["3.2", "部分公开"],
  ["3.3", "不予公开"],
  ["3.4", "无法提供"],
  ["3.5", "不予处理"],
  ["3.6", "其他处理"],
  ["4", "结转下年度"],
];

const APPLICANTS: [column: string, name: string][] = [
  ["natural-person", "自然人"],
  ["business", "商业企业"],
  ["research", "科研机构"],
  ["public-welfare", "社会公益组织"],
  ["legal-service", "法律服务机构"],
  ["other", "其他"],
];

const DISPUTES: [row: string, name: string][] = [
  ["review", "行政复议"],
  ["direct-litigation", "未经复议直接起诉"],
  ["litigation-after-review", "复议后起诉"],
];

const DISCLOSURE: [row: string, column: string, name: string][] = [
  ["20.1.regulation", "issued", "规章　本年制发"],
  ["20.1.regulation", "repealed", "规章　本年废止"],
  ["20.1.regulation", "in-force", "规章　现行有效"],
  ["20.1.normative-document", "issued", "行政规范性文件　本年制发"],
  ["20.1.normative-document", "repealed", "行政规范性文件　本年废止"],
  ["20.1.normative-document", "in-force", "行政规范性文件　现行有效"],
  ["20.5.licence", "decisions", "行政许可"],
  ["20.6.penalty", "decisions", "行政处罚"],
  ["20.6.coercion", "decisions", "行政强制"],
  ["20.8.fee", "amount", "行政事业性收费（万元）"],
];

export function showOverview(frame: HTMLElement, report: Report): void {
  const figures = new Map<string, number | null>();
  for (const table of report.tables) for (const cell of table.cells) figures.set(cellKey(cell), cell.value);
  const figure = (table: TableKind, row: string, column: string): number | null => figures.get(`${table}/${row}/${column}`) ?? null;

  /** A row of table three, or the rows that a group has: null as soon as one of them is not known. */
  const requests = (row: string): number | null => {
    const own: (number | null)[] = [];
    figures.forEach((value, key) => {
      const [table, cellRow = "", column] = key.split("/");
      const isOf = cellRow === row || (row.length > 1 && cellRow.slice(0, row.length + 1) === `${row}.`);
      if (table === "applications" && column === "total" && isOf) own.push(value);
    });
    return own.length === 0 ? null : own.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
  };
  const bars = (names: [string, string][], of: (key: string) => number | null): Bar[] => names.map(([key, name]) => ({ name, value: of(key) }));
  const has = (kind: TableKind): boolean => report.tables.some((table) => table.kind === kind);
  const words = (value: number | null): string => (value === null ? "—" : value.toLocaleString("zh-CN"));

  fill(
    frame,
    has("applications") &&
      el(
        "section",
        { class: "overview-part" },
        el("h3", {}, "依申请公开"),
        el("p", { class: "overview-lead" }, `本年新收 ${words(requests("1"))} 件，上年结转 ${words(requests("2"))} 件，本年办结 ${words(requests("3.7"))} 件，结转下年度 ${words(requests("4"))} 件。`),
        drawBars("申请怎样办理", bars(RESULTS, requests)),
        drawBars("谁在申请（本年新收）", bars(APPLICANTS, (column) => figure("applications", "1", column))),
      ),
    has("disclosure") &&
      el(
        "section",
        { class: "overview-part" },
        el("h3", {}, "主动公开"),
        el(
          "dl",
          { class: "figures" },
          ...DISCLOSURE.filter(([row, column]) => figures.has(`disclosure/${row}/${column}`)).map(([row, column, name]) =>
            el("div", {}, el("dt", {}, name), el("dd", {}, words(figure("disclosure", row, column)))),
          ),
        ),
      ),
    has("disputes") &&
      el(
        "section",
        { class: "overview-part" },
        el("h3", {}, "行政复议、行政诉讼"),
        el(
          "dl",
          { class: "figures" },
          ...DISPUTES.map(([row, name]) =>
            el(
              "div",
              {},
              el("dt", {}, name),
              el("dd", {}, words(figure("disputes", row, "total")), el("span", { class: "figure-part" }, `其中纠正 ${words(figure("disputes", row, "corrected"))}`)),
            ),
          ),
        ),
      ),
    report.tables.length === 0 && el("p", { class: "overview-lead" }, "还没有读出表格，没有数字可看。"),
  );
}
