/** A small chart of bars within a table, which is its own text alternative. */

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
    el("thead", { class: "visually-hidden" }, el("tr", {}, ...["类别", "图示", "件数", "占比"].map((name) => el("th", { scope: "col" }, name)))),
    el(
      "tbody",
      {},
      ...bars.map(({ name, value }) =>
        el(
          "tr",
          { class: value === 0 || value === null ? "is-none" : null },
          el("th", { scope: "row" }, name),
          el("td", { class: "bar-place" }, drawBar((value ?? 0) / most)),
          el("td", { class: "bar-value" }, value === null ? "—" : value.toLocaleString("zh-CN")),
          el("td", { class: "bar-share" }, value === null || sum === 0 ? "" : `${Math.round((value / sum) * 100)}%`),
        ),
      ),
    ),
  );
}

function drawBar(share: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "bar");
  svg.setAttribute("aria-hidden", "true");
  const ground = document.createElementNS(SVG, "rect");
  const rect = document.createElementNS(SVG, "rect");
  for (const [node, kind, width] of [[ground, "bar-ground", 1], [rect, "bar-fill", share]] as const) {
    node.setAttribute("class", kind);
    node.setAttribute("width", `${width * 100}%`);
    node.setAttribute("height", "100%");
    svg.appendChild(node);
  }
  return svg;
}
