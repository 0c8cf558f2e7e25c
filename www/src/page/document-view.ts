/** 标注视图: the report as a document with the places of its findings marked, and tables whose figures can be corrected in place. */

import type { Cell, Fix, Report, Table } from "../engine/index.js";
import { outline, windows, type Block, type Mark } from "./blocks.js";
import { createCellGrid } from "./cell-grid.js";
import { cellName } from "./cell-names.js";
import { cellKey, claimOf, equationsOf, sidesOf, type Choice } from "./choice.js";
import type { ClaimInWords } from "./claims-view.js";
import { el, fill } from "./dom.js";
import { drawFormulaBar, type ShownClaim, type ShownFinding } from "./formula-bar.js";
import { drawMarked, type MarkedText } from "./marked-text.js";
import type { Place } from "./places.js";
import { drawTable, findingsIn } from "./table-view.js";

export interface DocumentView {
  show(text: string, report: Report, numbers: readonly number[], claims: readonly ClaimInWords[]): void;
  choose(report: Report, choice: Choice, scroll: boolean): void;
  /** Scrolls to a related place of the finding that is chosen. */
  reveal(finding: number, place: Place): void;
  /** Scrolls to what stands at a position of the text. */
  goTo(position: number): void;
}

export interface DocumentActions {
  choose(choice: Choice): void;
  /** A cell has the keyboard, and so its place and its finding are shown. */
  enterCell(cell: Cell, finding: number | null): void;
  write(cell: Cell, value: string): void;
  missing(name: string): void;
  copyTable(table: Table): void;
  apply(fix: Fix): void;
}

export function createDocumentView(sheet: HTMLElement, formula: HTMLElement, actions: DocumentActions): DocumentView {
  let pieces = new Map<number, HTMLElement[]>();
  let relatedPieces = new Map<number, { from: number; piece: HTMLElement }[]>();
  let claimPieces = new Map<number, HTMLElement[]>();
  let cells = new Map<string, HTMLTableCellElement>();
  let words: readonly ClaimInWords[] = [];
  let drawnAt: { from: number; element: HTMLElement }[] = [];
  let edition: NonNullable<Report["edition"]> = "2021";
  const grid = createCellGrid(sheet, {
    name: (cell) => cellName(edition, cell),
    entered(cell, place) {
      const finding = place.getAttribute("data-finding");
      actions.enterCell(cell, finding === null ? null : Number(finding));
    },
    missing: (cell) => actions.missing(cellName(edition, cell)),
    write: (cell, value) => actions.write(cell, value),
  });

  sheet.addEventListener("click", (event) => {
    // Selecting words to copy is no choice.
    if (String(getSelection() ?? "") !== "" || !(event.target instanceof Element)) return;
    const marked = event.target.closest("[data-finding], [data-claim]");
    if (marked === null || marked.classList.contains("value")) return;
    const finding = marked.getAttribute("data-finding");
    if (finding !== null) actions.choose({ kind: "finding", index: Number(finding) });
    else actions.choose({ kind: "claim", index: Number(marked.getAttribute("data-claim")) });
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
      edition = report.edition ?? "2021";
      grid.redraw(() => {
        const all = new Map<HTMLTableCellElement, Cell>();
        const draw = (block: Block): HTMLElement => {
          if (block.kind !== "table") return drawBlock(source, block);
          const { table } = block;
          const found = tableFindings[report.tables.indexOf(table)] ?? [];
          const drawn = drawTable(
            source,
            report,
            table,
            found,
            (index, place) => add(pieces, index, place),
            () => actions.copyTable(table),
          );
          drawn.cells.forEach((cell, place) => {
            all.set(place, cell);
            if (!cells.has(cellKey(cell))) cells.set(cellKey(cell), place);
          });
          return drawn.element;
        };
        const elements = blocks.map(draw);
        fill(sheet, ...elements);
        drawnAt = [];
        blocks.forEach((block, index) => {
          const element = elements[index];
          if (block.kind !== "omitted" && element !== undefined) drawnAt.push({ from: block.from, element });
        });
        return all;
      });
    },

    choose(report, choice, scroll) {
      const under = sheet.contains(document.activeElement) ? (document.activeElement ?? undefined) : undefined;
      const top = under?.getBoundingClientRect().top;
      const marked = sheet.querySelectorAll(".is-chosen, .is-related, .is-part, .is-total");
      for (const node of Array.from(marked)) node.classList.remove("is-chosen", "is-related", "is-part", "is-total");
      const relations = equationsOf(report, choice);
      for (const relation of relations) {
        const { parts, totals } = sidesOf(relation);
        for (const cell of parts) cells.get(cellKey(cell))?.classList.add("is-part");
        for (const cell of totals) cells.get(cellKey(cell))?.classList.add("is-total");
      }
      drawFormulaBar(formula, relations, shownClaim(report, choice), shownFinding(report, choice), () => actions.choose(null));
      const target = choice === null ? undefined : highlight(report, choice);
      if (scroll) show(target);
      else if (under !== undefined && top !== undefined) {
        // What is under the hand stays there, though the bar above has come or gone.
        const frame = sheet.parentElement;
        if (frame !== null) frame.scrollTop += under.getBoundingClientRect().top - top;
      }
    },

    reveal(finding, place) {
      const known = relatedPieces.get(finding) ?? [];
      show(known.filter(({ from }) => from === place.from)[0]?.piece);
    },

    goTo(position) {
      const later = drawnAt.filter(({ from }) => from >= position)[0];
      later?.element.scrollIntoView({ block: "start" });
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

  function shownFinding(report: Report, choice: Choice): ShownFinding | null {
    const finding = choice?.kind === "finding" ? report.diagnostics[choice.index] : undefined;
    if (finding === undefined || finding.cell === null || choice === null) return null;
    const { cell } = finding;
    const fixes = finding.fixes.map((fix) => ({
      title: fix.title,
      apply() {
        // The button goes with its finding; the keyboard goes on from the cell.
        cells.get(cellKey(cell))?.focus({ preventScroll: true });
        actions.apply(fix);
      },
    }));
    return { message: finding.message, fixes };
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
}

function omission(length: number): HTMLElement {
  return el("span", { class: "omission" }, `（略去 ${length.toLocaleString("zh-CN")} 字）`);
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
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
