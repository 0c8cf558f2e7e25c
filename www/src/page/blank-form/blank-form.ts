/** An empty official form: title, six headings, three tables, as text and as what Word and WPS paste as tables. */

import type { TableKind } from "../../engine/index.js";
import { el } from "../dom.js";
import { LAYOUTS } from "../layouts.js";
import { drawOfficialTable } from "../official-table.js";
import { makeForWord, tableAsText } from "../table-clipboard.js";

const EDITION = "2021";
const TABLES: (TableKind | null)[] = [null, "disclosure", "applications", "disputes", null, null];

/** The form as elements; `headings` are the core's, `year` is the one that is due. */
export function drawBlankForm(headings: readonly string[], year: number): HTMLElement {
  const form = el("div", { class: "blank-form" }, el("h3", {}, title(year)));
  headings.forEach((heading, index) => {
    const kind = TABLES[index];
    form.appendChild(el("h4", {}, heading));
    form.appendChild(kind === null || kind === undefined ? el("p", {}, el("br")) : drawOfficialTable(kind, EDITION).element);
  });
  return form;
}

/** The same as text: tables with a tab between the cells, merged cells opened out. */
export function blankFormText(headings: readonly string[], year: number): string {
  const parts = [title(year)];
  headings.forEach((heading, index) => {
    const kind = TABLES[index];
    parts.push(heading);
    parts.push(kind === null || kind === undefined ? "" : tableAsText(LAYOUTS[EDITION][kind].lines, () => ""));
  });
  return parts.join("\n\n");
}

/**
 * What stands on the clipboard as HTML. Headings go as plain paragraphs, so that they take on the look of the
 * document they are pasted into.
 */
export function blankFormHtml(form: HTMLElement): string {
  const copy = form.cloneNode(true) as HTMLElement;
  for (const heading of Array.from(copy.querySelectorAll("h3, h4"))) {
    const align = heading.tagName === "H3" ? "center" : null;
    copy.replaceChild(el("p", { align }, el("b", {}, heading.textContent)), heading);
  }
  for (const table of Array.from(copy.querySelectorAll("table"))) makeForWord(table);
  return copy.outerHTML;
}

function title(year: number): string {
  return `××××（机关名称）${year}年政府信息公开工作年度报告`;
}
