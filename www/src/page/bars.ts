/**
 * A small chart of bars within a table, which is its own text alternative. Bars grow from one line and the largest takes the
 * width there is: there is no track, which would look like the whole that the shares are of.
 */

import { el } from "./dom.js";

export interface Bar {
  name: string;
  /** null where the text tells none. */
  value: number | null;
}

const SVG = "http://www.w3.org/2000/svg";

export function drawBars(caption: string, bars: readonly Bar[]): HTMLElement {
  const sum = bars.reduce((all, { value }) => all + (value ?? 0), 0);
  const most = Math.max(...bars.map(({ value }) => value ?? 0), 1);
  return el(
    "table",
    { class: "bars", "data-test": "bars" },
    el("caption", {}, caption),
    el("thead", { class: "visually-hidden" }, el("tr", {}, ...["类别", "件数", "占比", "图示"].map((name) => el("th", { scope: "col" }, name)))),
    el(
      "tbody",
      {},
      ...bars.map(({ name, value }) =>
        el(
          "tr",
          { class: value === 0 || value === null ? "is-none" : null },
          el("th", { scope: "row" }, name),
          el("td", { class: "bar-value" }, value === null ? "—" : value.toLocaleString("zh-CN")),
          el("td", { class: "bar-share" }, value === null || sum === 0 ? "" : `${Math.round((value / sum) * 100)}%`),
          el("td", { class: "bar-place" }, drawBar((value ?? 0) / most)),
        ),
      ),
    ),
  );
}

function drawBar(share: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "bar");
  svg.setAttribute("aria-hidden", "true");
  const rect = document.createElementNS(SVG, "rect");
  rect.setAttribute("width", `${share * 100}%`);
  rect.setAttribute("height", "100%");
  svg.appendChild(rect);
  return svg;
}
