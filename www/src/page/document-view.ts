/** 标注视图: the report as a read-only document, with the places of its findings marked. */

import type { Diagnostic, Report, Table } from "../engine/index.js";
import { outline, windows, type Block, type Mark } from "./blocks.js";
import { cellKey, claimOf, equationsOf, sidesOf, type Choice } from "./choice.js";
import type { ClaimInWords } from "./claims-view.js";
import { el, fill } from "./dom.js";
import { drawFormulaBar, type ShownClaim } from "./formula-bar.js";
import { drawMarked, type MarkedText } from "./marked-text.js";
import { drawOfficialTable } from "./official-table.js";
import type { Place } from "./places.js";

export interface DocumentView {
  show(text: string, report: Report, numbers: readonly number[], claims: readonly ClaimInWords[]): void;
  choose(report: Report, choice: Choice, scroll: boolean): void;
  /** Scrolls to a related place of the finding that is chosen. */
  reveal(finding: number, place: Place): void;
}

export function createDocumentView(
  sheet: HTMLElement,
  formula: HTMLElement,
  onChoose: (choice: Choice) => void,
): DocumentView {
  let pieces = new Map<number, HTMLElement[]>();
  let relatedPieces = new Map<number, { from: number; piece: HTMLElement }[]>();
  let claimPieces = new Map<number, HTMLElement[]>();
  let cells = new Map<string, HTMLTableCellElement>();
  let words: readonly ClaimInWords[] = [];

  sheet.addEventListener("click", (event) => {
    // Selecting words to copy is no choice.
    if (String(getSelection() ?? "") !== "" || !(event.target instanceof Element)) return;
    const marked = event.target.closest("[data-finding], [data-claim]");
    if (marked === null) return;
    const finding = marked.getAttribute("data-finding");
    if (finding !== null) onChoose({ kind: "finding", index: Number(finding) });
    else onChoose({ kind: "claim", index: Number(marked.getAttribute("data-claim")) });
  });

  return {
    show(text, report, numbers, claims) {
      pieces = new Map();
      relatedPieces = new Map();
      claimPieces = new Map();
      cells = new Map();
      words = claims;
      const tableFindings = report.tables.map((table) => findingsIn(table, report.diagnostics));
      const inTables = new Set<number>();
      for (const findings of tableFindings) for (const finding of findings) inTables.add(finding);

      const { blocks, tags } = outline(text, report, marksOf(report, inTables));
      const source: MarkedText = {
        text,
        tags,
        diagnostics: report.diagnostics,
        claims: report.claims,
        numbers,
        drawn({ kind, index, from }, piece) {
          if (kind === "finding") add(pieces, index, piece);
          else if (kind === "claim") add(claimPieces, index, piece);
          else add(relatedPieces, index, { from, piece });
        },
      };
      fill(
        sheet,
        ...blocks.map((block) =>
          block.kind === "table"
            ? drawTable(source, report, block.table, tableFindings[report.tables.indexOf(block.table)] ?? [])
            : drawBlock(source, block),
        ),
      );
    },

    choose(report, choice, scroll) {
      const marked = sheet.querySelectorAll(".is-chosen, .is-related, .is-part, .is-total");
      for (const node of Array.from(marked)) node.classList.remove("is-chosen", "is-related", "is-part", "is-total");
      const relations = equationsOf(report, choice);
      for (const relation of relations) {
        const { parts, totals } = sidesOf(relation);
        for (const cell of parts) cells.get(cellKey(cell))?.classList.add("is-part");
        for (const cell of totals) cells.get(cellKey(cell))?.classList.add("is-total");
      }
      drawFormulaBar(formula, relations, shownClaim(report, choice), () => onChoose(null));
      const target = choice === null ? undefined : highlight(report, choice);
      if (scroll) show(target);
    },

    reveal(finding, place) {
      const known = relatedPieces.get(finding) ?? [];
      show(known.filter(({ from }) => from === place.from)[0]?.piece);
    },
  };

  function show(target: Element | undefined): void {
    target?.scrollIntoView({ block: "center", inline: "nearest" });
  }

  /** Marks what is chosen; gives the place to look at. */
  function highlight(report: Report, choice: NonNullable<Choice>): HTMLElement | undefined {
    if (choice.kind === "equation") {
      const all = report.relations[choice.index]?.cells ?? [];
      const last = all[all.length - 1];
      return last === undefined ? undefined : cells.get(cellKey(last));
    }
    const own = (choice.kind === "finding" ? pieces : claimPieces).get(choice.index) ?? [];
    for (const piece of own) piece.classList.add("is-chosen");
    if (choice.kind === "claim") {
      for (const cell of report.claims[choice.index]?.cells ?? []) cells.get(cellKey(cell))?.classList.add("is-total");
      return own[0];
    }
    for (const { piece } of relatedPieces.get(choice.index) ?? []) piece.classList.add("is-related");
    for (const related of report.diagnostics[choice.index]?.related ?? []) {
      if (related.cell !== null) cells.get(cellKey(related.cell))?.classList.add("is-related");
    }
    return own[0];
  }

  function shownClaim(report: Report, choice: Choice): ShownClaim | null {
    const claim = claimOf(report, choice);
    const sides = choice === null ? undefined : words[choice.index];
    if (claim === undefined || sides === undefined || choice === null) return null;
    const first = claim.cells[0];
    const cell = first === undefined ? undefined : cells.get(cellKey(first));
    return {
      ...sides,
      verdict: claim.verdict,
      toProse: () => show(claimPieces.get(choice.index)?.[0]),
      toTable: cell === undefined ? null : () => show(cell),
    };
  }

  function drawBlock(source: MarkedText, block: Exclude<Block, { kind: "table" }>): HTMLElement {
    if (block.kind === "omitted") {
      return el("p", { class: "omitted" }, `文字很长，此处略去 ${block.length.toLocaleString("zh-CN")} 字，其中没有标注。`);
    }
    const tag = ({ title: "h3", heading: "h4", paragraph: "p" } as const)[block.kind];
    const node = el(tag, { class: `doc-${block.kind}` });
    let end = block.from;
    for (const stretch of windows(block)) {
      if (stretch.from > end) node.appendChild(omission(stretch.from - end));
      node.appendChild(drawMarked(source, stretch, block.marks));
      end = stretch.to;
    }
    if (end < block.to) node.appendChild(omission(block.to - end));
    if (block.kind === "paragraph" && /^[（(][一二三四五六七八九十]+[）)][^。；：]{1,30}[。：]?$/.test(node.textContent ?? "")) {
      node.classList.add("doc-subheading");
    }
    return node;
  }

  function drawTable(source: MarkedText, report: Report, table: Table, findings: number[]): HTMLElement {
    const { element, values, labels } = drawOfficialTable(table.kind, report.edition ?? "2021");
    for (const cell of table.cells) {
      const value = values.get(`${cell.row}/${cell.column}`);
      if (value === undefined) continue;
      const words = cell.at === null ? "" : cell.at.text.trim();
      value.classList.add(`is-${cell.state}`);
      fill(value, words !== "" ? words : el("span", { class: "void" }, cell.state === "missing" ? "缺" : "空"));
      if (!cells.has(cellKey(cell))) cells.set(cellKey(cell), value);
    }

    const unplaced: number[] = [];
    for (const index of findings) {
      const finding = source.diagnostics[index];
      if (finding === undefined) continue;
      const place =
        finding.cell !== null ? values.get(`${finding.cell.row}/${finding.cell.column}`) : labelAt(source.text, finding, labels);
      if (place === undefined) {
        unplaced.push(index);
        continue;
      }
      markCell(place, finding, index, source.numbers[index] ?? 0);
      add(pieces, index, place);
    }
    return el(
      "div",
      { class: "table-place" },
      unplaced.length > 0 && drawUnplaced(source, table, unplaced),
      el("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": element.getAttribute("aria-label") }, element),
    );
  }

  /** What stands in the table's text but has no place in the official form: an extra row, a note. */
  function drawUnplaced(source: MarkedText, table: Table, findings: number[]): HTMLElement {
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
}

function omission(length: number): HTMLElement {
  return el("span", { class: "omission" }, `（略去 ${length.toLocaleString("zh-CN")} 字）`);
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** Findings that are drawn in a table: about one of its cells, or within its text. */
function findingsIn(table: Table, diagnostics: readonly Diagnostic[]): number[] {
  const found: number[] = [];
  diagnostics.forEach((finding, index) => {
    const inside = finding.from >= table.from && finding.to <= table.to;
    if (finding.cell !== null ? finding.cell.table === table.kind : inside) found.push(index);
  });
  return found;
}

function marksOf(report: Report, inTables: Set<number>): Mark[] {
  const marks: Mark[] = [];
  report.diagnostics.forEach((finding, index) => {
    if (!inTables.has(index)) marks.push({ from: finding.from, to: finding.to, kind: "finding", index });
    for (const place of finding.related) {
      if (place.cell === null) marks.push({ from: place.from, to: place.to, kind: "related", index });
    }
  });
  report.claims.forEach(({ at }, index) => marks.push({ from: at.from, to: at.to, kind: "claim", index }));
  return marks;
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
