/** Cells in the words of the form: "表三 （三）不予公开 1.属于国家秘密·总计". */

import type { CellRef, TableKind } from "../engine/index.js";
import { LAYOUTS, type Edition } from "./layouts.js";

export const TABLE_NAMES: Record<TableKind, string> = { disclosure: "表二", applications: "表三", disputes: "表四" };

export function cellName(edition: Edition, cell: CellRef): string {
  const { row, column } = cellLabels(edition, cell);
  return `${TABLE_NAMES[cell.table]} ${row}·${column}`;
}

/** The names of a cell's row and column. */
export function cellLabels(edition: Edition, { table, row, column }: CellRef): { row: string; column: string } {
  const labels = LAYOUTS[edition][table].lines.reduce((all, line) => all.concat(line), []);
  let group = "";
  let rowName = row;
  let columnName = column;
  for (const cell of labels) {
    if (!("label" in cell)) continue;
    if (cell.as === "group") group = `${cell.label} `;
    // （一）, （二） and （七） stand beside the groups, not in them.
    if (cell.row === row) rowName = /^\d/.test(cell.label) ? group + cell.label : short(cell.label);
    if (cell.column === column) columnName = cell.label;
  }
  return { row: rowName, column: columnName };
}

/** Without what the form explains in brackets at the end: "（二）部分公开". */
function short(label: string): string {
  return label.replace(/（[^（）]{6,}）$/, "");
}
