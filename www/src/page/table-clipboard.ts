/** An official table for the clipboard: with lines and merged cells for Word and WPS, with tabs for everything else. */

import type { Table } from "../engine/index.js";
import { copyToClipboard } from "./clipboard.js";
import { LAYOUTS, type Edition, type LayoutCell } from "./layouts.js";
import { drawOfficialTable } from "./official-table.js";

/** Copies a table with its figures; false where the browser refuses. */
export function copyTable(table: Table, edition: Edition): boolean {
  const { element, values } = drawOfficialTable(table.kind, edition);
  const words = new Map<string, string>();
  for (const cell of table.cells) {
    const key = `${cell.row}/${cell.column}`;
    words.set(key, cell.at?.text.trim() ?? "");
    const value = values.get(key);
    if (value !== undefined) value.textContent = words.get(key) ?? "";
  }
  const text = tableAsText(LAYOUTS[edition][table.kind].lines, (row, column) => words.get(`${row}/${column}`) ?? "");
  makeForWord(element);
  return copyToClipboard(text, element.outerHTML);
}

/** Makes a drawn table what Word and WPS paste as one: they draw lines from attributes, and know nothing of this page's styles. */
export function makeForWord(table: HTMLTableElement): void {
  for (const element of [table, ...Array.from(table.querySelectorAll("*"))]) {
    for (const { name } of Array.from(element.attributes)) {
      if (name !== "colspan" && name !== "rowspan") element.removeAttribute(name);
    }
  }
  table.setAttribute("border", "1");
  table.setAttribute("cellspacing", "0");
  table.style.borderCollapse = "collapse";
  for (const empty of Array.from(table.querySelectorAll("td:empty"))) empty.textContent = "\u00a0";
}

/** Line by line with a tab between the cells; a cell that reaches over several places leaves the others empty. */
export function tableAsText(lines: readonly LayoutCell[][], valueOf: (row: string, column: string) => string): string {
  const grid: string[][] = lines.map(() => []);
  lines.forEach((line, top) => {
    let left = 0;
    for (const cell of line) {
      while (grid[top]?.[left] !== undefined) left++;
      const [columns, rows] = cell.span ?? [1, 1];
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const words = "label" in cell ? cell.label : valueOf(cell.row, cell.column);
          (grid[top + row] ?? [])[left + column] = row === 0 && column === 0 ? words : "";
        }
      }
      left += columns;
    }
  });
  return grid.map((row) => row.join("\t")).join("\n");
}
