/** Reads an editor's content: its blocks as lines, its tables as rectangular lines of fields with tabs between them. */

import { TextMapBuilder, type TextMap } from "./text-map.js";

export function readTextMap(root: HTMLElement): TextMap {
  return new Reader(root).read();
}

/** Never text of the document. */
const NO_TEXT = /^(?:script|style|template|noscript|head|title|meta|link|iframe|object|svg|math|audio|video|canvas|select|button|textarea|input|datalist)$/;

/** What editors put among the content for themselves: handles, placeholders, bookmarks. None of it is in what they save. */
const EDITORS_OWN = [
  "[data-mce-bogus=all]",
  ".mce-resizehandle",
  ".ck-reset_all",
  ".ck-fake-selection-container",
  "[data-cke-temp]",
  "[data-cke-hidden-sel]",
  ".cke_reset",
  "[data-slate-placeholder]",
  "[data-slate-spacer]",
  "[id^=_baidu_bookmark_]",
  "[class*=__kindeditor_bookmark]",
].join(",");

/** Characters without width that editors put where the caret could not stand otherwise. */
const CARET_HOLDERS = /[\u200b\ufeff]/;

/** A cell that claims more columns or rows than any report has is not believed. */
const MOST_SPANNED = 64;

class Reader {
  private readonly builder = new TextMapBuilder();
  private readonly view: Window & typeof globalThis;
  /** An editor on a hidden tab is read all the same. */
  private readonly isHiddenAsAWhole: boolean;

  constructor(private readonly root: HTMLElement) {
    this.view = root.ownerDocument.defaultView as Window & typeof globalThis;
    this.isHiddenAsAWhole = this.styleOf(root).visibility === "hidden";
  }

  read(): TextMap {
    this.children(this.root, isKept(this.styleOf(this.root)));
    return this.builder.finish();
  }

  private children(parent: Node, kept: boolean): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) this.text(node as Text, kept);
      else if (node.nodeType === Node.ELEMENT_NODE) this.element(node as Element);
    }
  }

  private element(element: Element): void {
    const name = element.localName;
    if (name === "br") {
      this.builder.endLine();
      return;
    }
    if (NO_TEXT.test(name) || element.matches(EDITORS_OWN)) return;
    const style = this.styleOf(element);
    if (this.isHidden(style)) return;
    if (name === "table") {
      this.table(element as HTMLTableElement);
      return;
    }
    const isInline = /^(?:inline|contents|ruby)/.test(style.display);
    if (!isInline) this.builder.endLine();
    this.children(element, isKept(style));
    if (!isInline) this.builder.endLine();
  }

  private text(node: Text, kept: boolean): void {
    const { data } = node;
    // Runs of one kind: caret holders, white space, anything else.
    const runs = /[\u200b\ufeff]+|[ \t\n\r\f]+|[^\u200b\ufeff \t\n\r\f]+/g;
    for (let run = runs.exec(data); run !== null; run = runs.exec(data)) {
      const [characters] = run;
      if (CARET_HOLDERS.test(characters.charAt(0))) continue;
      if (!/[ \t\n\r\f]/.test(characters.charAt(0))) this.builder.add(node, run.index, characters);
      else if (kept) this.keptSpace(node, run.index, characters);
      else this.builder.addBlank(node, run.index, /\n/.test(characters));
    }
  }

  /** White space where each character counts: every line feed is the end of a line. */
  private keptSpace(node: Text, offset: number, characters: string): void {
    let at = offset;
    characters.split("\n").forEach((space, index) => {
      if (index > 0) this.builder.endLine();
      if (space !== "") this.builder.add(node, at, space);
      at += space.length + 1;
    });
  }

  private table(table: HTMLTableElement): void {
    if (this.builder.inCell) {
      this.flow(table);
      return;
    }
    this.builder.endLine();
    if (table.caption !== null) this.element(table.caption);
    const { rows, width } = layOut(Array.from(table.rows, (row) => this.shownCells(row)));
    for (const row of rows) {
      const own = row.filter((cell): cell is HTMLTableCellElement => cell !== null);
      // A table that only arranges text: its cells are blocks, not fields.
      if (width === 1 || own.some((cell) => cell.querySelector("table") !== null)) {
        for (const cell of own) this.block(cell);
      } else {
        this.builder.addRow(row, (cell) => this.children(cell, isKept(this.styleOf(cell))));
      }
    }
    this.builder.endLine();
  }

  private block(element: Element): void {
    this.builder.endLine();
    this.children(element, isKept(this.styleOf(element)));
    this.builder.endLine();
  }

  private flow(table: HTMLTableElement): void {
    for (const row of Array.from(table.rows)) for (const cell of this.shownCells(row)) this.block(cell);
  }

  private shownCells(row: HTMLTableRowElement): HTMLTableCellElement[] {
    if (this.isHidden(this.styleOf(row))) return [];
    return Array.from(row.cells).filter((cell) => !this.isHidden(this.styleOf(cell)));
  }

  private isHidden(style: CSSStyleDeclaration): boolean {
    return style.display === "none" || (style.visibility === "hidden" && !this.isHiddenAsAWhole);
  }

  private styleOf(element: Element): CSSStyleDeclaration {
    return this.view.getComputedStyle(element);
  }
}

function isKept(style: CSSStyleDeclaration): boolean {
  return /^(?:pre|break-spaces)/.test(style.whiteSpace);
}

type Grid = (HTMLTableCellElement | null)[][];

/** The rows as rectangles: a merged cell stands at its top left, the fields that it covers are null. */
function layOut(tableRows: readonly HTMLTableCellElement[][]): { rows: Grid; width: number } {
  const taken: boolean[][] = tableRows.map(() => []);
  const rows: Grid = tableRows.map(() => []);
  let width = 0;
  tableRows.forEach((cells, index) => {
    let column = 0;
    for (const cell of cells) {
      while (taken[index]?.[column]) column++;
      const right = column + Math.min(Math.max(cell.colSpan, 1), MOST_SPANNED);
      // rowspan="0" goes on to the table's end.
      const down = cell.rowSpan === 0 ? tableRows.length : index + Math.min(cell.rowSpan, MOST_SPANNED);
      for (const covered of taken.slice(index, down)) for (let x = column; x < right; x++) covered[x] = true;
      (rows[index] as Grid[number])[column] = cell;
      width = Math.max(width, right);
      column = right;
    }
  });
  const withCells = rows.filter((row) => row.length > 0);
  return { rows: withCells.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null)), width };
}
