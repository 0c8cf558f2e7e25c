/** Draws an official table without its values. */

import type { TableKind } from "../engine/index.js";
import { el } from "./dom.js";
import { LAYOUTS, type Edition } from "./layouts.js";

export interface DrawnTable {
  element: HTMLTableElement;
  /** Value cells by `row/column`. */
  values: Map<string, HTMLTableCellElement>;
  /** Label cells that name a row or a column. */
  labels: HTMLTableCellElement[];
}

/** Draws an empty form; the caller fills in the values. */
export function drawOfficialTable(kind: TableKind, edition: Edition): DrawnTable {
  const layout = LAYOUTS[edition][kind];
  const values = new Map<string, HTMLTableCellElement>();
  const labels: HTMLTableCellElement[] = [];
  const head = el("thead");
  const body = el("tbody");
  layout.lines.forEach((line, index) => {
    const row = el("tr");
    for (const cell of line) {
      const [columns, rows] = cell.span ?? [1, 1];
      const spans = { colspan: columns > 1 && columns, rowspan: rows > 1 && rows };
      if ("label" in cell) {
        const scope = { head: columns > 1 ? "colgroup" : "col", row: "row", group: "rowgroup", stage: "rowgroup", block: "colgroup", note: null }[cell.as];
        const tag = cell.as === "note" ? "td" : "th";
        const label = el(tag, { class: `label label-${cell.as}`, scope, ...spans }, cell.label);
        labels.push(label);
        row.appendChild(label);
      } else {
        const value = el("td", { class: "value", ...spans });
        values.set(`${cell.row}/${cell.column}`, value);
        row.appendChild(value);
      }
    }
    (index < layout.headLines ? head : body).appendChild(row);
  });
  const element = el("table", { class: `official official-${kind}`, "aria-label": layout.name }, head, body);
  return { element, values, labels };
}
