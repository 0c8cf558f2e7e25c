/** One official table of the document, with its figures and the marks of its findings. */

import type { Cell, Diagnostic, Report, Table } from "../engine/index.js";
import { button, el, fill } from "./dom.js";
import { drawMarked, type MarkedText } from "./marked-text.js";
import { drawOfficialTable } from "./official-table.js";

export interface TableView {
  element: HTMLElement;
  /** What each value stands in. */
  cells: Map<HTMLTableCellElement, Cell>;
}

/** Findings that are drawn in a table: about one of its cells, or within its text. */
export function findingsIn(table: Table, diagnostics: readonly Diagnostic[]): number[] {
  const found: number[] = [];
  diagnostics.forEach((finding, index) => {
    const inside = finding.from >= table.from && finding.to <= table.to;
    if (finding.cell !== null ? finding.cell.table === table.kind : inside) found.push(index);
  });
  return found;
}

/** `marked` is called with each cell or label that carries a finding. */
export function drawTable(
  source: MarkedText,
  report: Report,
  table: Table,
  findings: readonly number[],
  marked: (finding: number, place: HTMLElement) => void,
  onCopy: () => void,
): TableView {
  const { element, values, labels } = drawOfficialTable(table.kind, report.edition ?? "2021");
  const cells = new Map<HTMLTableCellElement, Cell>();
  for (const cell of table.cells) {
    const value = values.get(`${cell.row}/${cell.column}`);
    if (value === undefined) continue;
    const words = cell.at === null ? "" : cell.at.text.trim();
    value.classList.add(`is-${cell.state}`);
    fill(value, words !== "" ? words : el("span", { class: "void" }, cell.state === "missing" ? "缺" : "空"));
    cells.set(value, cell);
  }

  const unplaced: number[] = [];
  for (const index of findings) {
    const finding = source.diagnostics[index];
    if (finding === undefined) continue;
    const place = finding.cell !== null ? values.get(`${finding.cell.row}/${finding.cell.column}`) : labelAt(source.text, finding, labels);
    if (place === undefined) {
      unplaced.push(index);
      continue;
    }
    markCell(place, finding, index, source.numbers[index] ?? 0);
    marked(index, place);
  }
  const name = element.getAttribute("aria-label") ?? "";
  return {
    element: el(
      "div",
      { class: "table-place" },
      el(
        "p",
        { class: "table-tools" },
        button({ class: "tool", "data-test": "copy-table", "aria-label": `复制这张表：${name}` }, onCopy, "复制这张表"),
      ),
      unplaced.length > 0 && drawUnplaced(source, table, unplaced),
      el("div", { class: "table-scroll" }, element),
    ),
    cells,
  };
}

/** What stands in the table's text but has no place in the official form: an extra row, a note. */
function drawUnplaced(source: MarkedText, table: Table, findings: readonly number[]): HTMLElement {
  return el(
    "div",
    { class: "unplaced" },
    el("p", {}, "表内还有几处不在规定格式的格子里："),
    el(
      "ul",
      {},
      ...findings.map((index) => {
        const finding = source.diagnostics[index];
        const item = el("li");
        if (finding === undefined) return item;
        const from = Math.max(table.from, finding.from);
        const to = Math.min(finding.to, from + 80);
        item.appendChild(drawMarked(source, { from, to }, [{ from, to, kind: "finding", index }]));
        return item;
      }),
    ),
  );
}

function markCell(cell: HTMLTableCellElement, finding: Diagnostic, index: number, number: number): void {
  const gravity = ["info", "warning", "error"];
  const known = gravity.findIndex((severity) => cell.classList.contains(`mark-${severity}`));
  if (known < gravity.indexOf(finding.severity)) {
    if (known >= 0) cell.classList.remove(`mark-${gravity[known]}`);
    cell.classList.add("mark", `mark-${finding.severity}`);
    cell.setAttribute("data-finding", String(index));
    cell.setAttribute("data-test", "mark");
  }
  const numbers = cell.getAttribute("data-number");
  cell.setAttribute("data-number", numbers === null ? String(number) : `${numbers}、${number}`);
}

/** The label of the form that a finding without a cell stands on. */
function labelAt(text: string, finding: Diagnostic, labels: HTMLTableCellElement[]): HTMLTableCellElement | undefined {
  const words = bare(text.slice(finding.from, Math.min(finding.to, finding.from + 200)));
  if (words.length < 2) return undefined;
  const exact = labels.find((label) => bare(label.textContent ?? "") === words);
  if (exact !== undefined) return exact;
  const similar = labels.filter((label) => {
    const name = bare(label.textContent ?? "");
    return name.length >= 4 && words.length >= 4 && (name.indexOf(words) >= 0 || words.indexOf(name) >= 0);
  });
  return similar.length === 1 ? similar[0] : undefined;
}

/** Words alone: labels are written with all kinds of brackets and blanks. */
function bare(words: string): string {
  return words.replace(/[^\u3400-\u9fff0-9]/g, "");
}
