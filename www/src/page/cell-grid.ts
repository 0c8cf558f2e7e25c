/**
 * The tables' cells as a grid: one stop of the Tab key for each table, arrows from cell to cell, and a small box to
 * correct a figure in its place. What is written goes to the text; the answer to it draws the tables anew, and the
 * cell that had the keyboard has it again.
 */

import type { Cell } from "../engine/index.js";
import { cellKey } from "./choice.js";
import { el, fill } from "./dom.js";

export interface CellGridEvents {
  /** The name of a cell in words of the form. */
  name(cell: Cell): string;
  /** A cell is being looked at. */
  entered(cell: Cell, place: HTMLTableCellElement): void;
  /** A cell that the text does not have cannot be written to. */
  missing(cell: Cell): void;
  write(cell: Cell, value: string): void;
}

export interface CellGrid {
  /** Draws the tables anew by `draw`, which gives their cells. */
  redraw(draw: () => Map<HTMLTableCellElement, Cell>): void;
}

interface Editor {
  place: HTMLTableCellElement;
  cell: Cell;
  input: HTMLInputElement;
  /** What stood in the cell before. */
  drawn: Node[];
}

type Direction = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

export function createCellGrid(sheet: HTMLElement, events: CellGridEvents): CellGrid {
  let cells = new Map<HTMLTableCellElement, Cell>();
  let editor: Editor | null = null;

  sheet.addEventListener("click", (event) => {
    const place = placeOf(event.target);
    if (place === null || editor?.place === place || String(getSelection() ?? "") !== "") return;
    enter(place);
    edit(place);
  });
  sheet.addEventListener("keydown", (event) => {
    const place = placeOf(event.target);
    if (place === null || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (editor === null) keyOnCell(event, place);
    else keyInEditor(event, editor);
  });

  return {
    redraw(draw) {
      const active = placeOf(document.activeElement);
      const focused = active === null ? null : keyOf(active);
      const open = editor;
      editor = null;
      cells = draw();
      const tables = new Set<string>();
      cells.forEach((cell, place) => {
        place.tabIndex = tables.has(cell.table) ? -1 : 0;
        tables.add(cell.table);
        if (cell.state === "missing") place.setAttribute("aria-readonly", "true");
      });
      const again = focused === null ? undefined : Array.from(cells.keys()).filter((place) => keyOf(place) === focused)[0];
      if (again === undefined) return;
      if (open === null) {
        again.focus({ preventScroll: true });
        return;
      }
      const { value, selectionStart, selectionEnd } = open.input;
      edit(again, value)?.setSelectionRange(selectionStart, selectionEnd);
    },
  };

  function placeOf(target: EventTarget | null): HTMLTableCellElement | null {
    const place = target instanceof Element ? target.closest("td") : null;
    return place !== null && cells.has(place) ? place : null;
  }

  function keyOf(place: HTMLTableCellElement): string {
    const cell = cells.get(place);
    return cell === undefined ? "" : cellKey(cell);
  }

  function enter(place: HTMLTableCellElement): void {
    const cell = cells.get(place);
    if (cell === undefined) return;
    cells.forEach((other, stop) => {
      if (other.table === cell.table) stop.tabIndex = stop === place ? 0 : -1;
    });
    place.focus();
    events.entered(cell, place);
  }

  /** Opens the box; null where there is nothing to write to. */
  function edit(place: HTMLTableCellElement, value?: string): HTMLInputElement | null {
    const cell = cells.get(place);
    if (cell === undefined) return null;
    if (cell.at === null) {
      events.missing(cell);
      return null;
    }
    const input = el("input", { type: "text", class: "cell-input", inputmode: "decimal", autocomplete: "off", "data-test": "cell-input", "aria-label": events.name(cell) });
    input.value = value ?? cell.at.text.trim();
    editor = { place, cell, input, drawn: Array.from(place.childNodes) };
    place.classList.add("is-edited");
    fill(place, input);
    input.focus({ preventScroll: true });
    input.select();
    input.addEventListener("blur", () => {
      // Whoever goes on elsewhere has finished; whoever only looks at another window has not.
      if (editor?.input === input && document.hasFocus()) close(true);
    });
    return input;
  }

  /** Ends the correction; what was written stands in the cell until the answer draws it. */
  function close(commit: boolean): void {
    if (editor === null) return;
    const { place, cell, input, drawn } = editor;
    editor = null;
    place.classList.remove("is-edited");
    const value = input.value.trim();
    const isNew = commit && value !== (cell.at?.text.trim() ?? "");
    fill(place, ...(isNew ? [value] : drawn));
    if (isNew) events.write(cell, value);
  }

  function keyInEditor(event: KeyboardEvent, { place, input }: Editor): void {
    const atStart = input.selectionEnd === 0;
    const atEnd = input.selectionStart === input.value.length;
    const whole = input.selectionStart === 0 && atEnd;
    let to: HTMLTableCellElement | null = null;
    if (event.key === "Tab") to = beside(place, event.shiftKey ? -1 : 1);
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") to = neighbour(place, event.key);
    else if (event.key === "ArrowLeft" && (whole || atStart)) to = neighbour(place, event.key);
    else if (event.key === "ArrowRight" && (whole || atEnd)) to = neighbour(place, event.key);
    else if (event.key !== "Enter" && event.key !== "Escape") return;
    // At the edge the Tab key goes on to what follows the table, as everywhere.
    if (event.key === "Tab" && to === null) return;
    event.preventDefault();
    close(event.key !== "Escape");
    enter(to ?? place);
    if (to !== null) edit(to);
  }

  function keyOnCell(event: KeyboardEvent, place: HTMLTableCellElement): void {
    const { key } = event;
    if (key === "Enter" || key === "F2") edit(place);
    else if (/^[0-9]$/.test(key)) edit(place, key)?.setSelectionRange(1, 1);
    else if (/^Arrow/.test(key)) {
      const to = neighbour(place, key as Direction);
      if (to !== null) enter(to);
    } else return;
    event.preventDefault();
  }

  /** The cell that comes before or after in the order of the form. */
  function beside(place: HTMLTableCellElement, step: number): HTMLTableCellElement | null {
    const own = placesOf(place);
    return own[own.indexOf(place) + step] ?? null;
  }

  function neighbour(place: HTMLTableCellElement, direction: Direction): HTMLTableCellElement | null {
    if (direction === "ArrowLeft" || direction === "ArrowRight") return beside(place, direction === "ArrowLeft" ? -1 : 1);
    const box = place.getBoundingClientRect();
    const middle = (box.left + box.right) / 2;
    const inColumn = placesOf(place).filter((other) => {
      const { left, right } = other.getBoundingClientRect();
      return left <= middle && middle <= right;
    });
    return inColumn[inColumn.indexOf(place) + (direction === "ArrowUp" ? -1 : 1)] ?? null;
  }

  function placesOf(place: HTMLTableCellElement): HTMLTableCellElement[] {
    return Array.from(cells.keys()).filter((other) => other.closest("table") === place.closest("table"));
  }
}
