/** 汇总比对: the county's tables cell by cell against the sum of its units, and what each unit adds to a cell. */

import type { Aggregate, CellRef, TableKind } from "../../engine/index.js";
import { cellName, TABLE_NAMES } from "../cell-names.js";
import { cellKey } from "../choice.js";
import { saveCsv } from "../csv.js";
import { button, el, fill, icon } from "../dom.js";
import { LAYOUTS } from "../layouts.js";
import { drawOfficialTable } from "../official-table.js";
import { createSheet } from "../sheet.js";
import { contribution, difference, editionOf, sumLines, sumSentence, SUM_VERDICTS } from "./county-sum.js";

type SummedCell = Aggregate["cells"][number];

export interface CountyView {
  show(sum: Aggregate): void;
}

/** `openUnit` opens the report of the unit with this index. */
export function createCountyView(frame: HTMLElement, openUnit: (index: number) => void): CountyView {
  const content = el("section");
  const contributions = createSheet("contributions", "各单位的数", content);

  return {
    show(sum) {
      const isWhole = sum.cells.every(({ verdict }) => verdict === "agrees");
      fill(
        frame,
        el(
          "div",
          { class: "sum-head" },
          el("p", { class: "sum-sentence", "data-test": "sum-sentence" }, icon(isWhole ? "holds" : "fails"), sumSentence(sum)),
          button({ class: "quiet", "data-test": "sum-csv" }, () => saveCsv("汇总比对", sumLines(sum)), "保存为 CSV"),
        ),
        sum.notes.length > 0 &&
          el("ul", { class: "sum-notes", "data-test": "sum-notes" }, ...sum.notes.map(({ message }) => el("li", {}, message))),
        el("p", { class: "sum-about" }, "格里是汇总报告的数；不同的格标出各单位合计和相差。点一格，看各单位各填了多少。"),
        ...(Object.keys(TABLE_NAMES) as TableKind[]).map((kind) => drawTable(sum, kind)),
      );
    },
  };

  function drawTable(sum: Aggregate, kind: TableKind): HTMLElement {
    const edition = editionOf(sum);
    const { element, values } = drawOfficialTable(kind, edition);
    for (const cell of sum.cells) {
      if (cell.cell.table !== kind) continue;
      const place = values.get(`${cell.cell.row}/${cell.cell.column}`);
      if (place === undefined) continue;
      place.classList.add("summed", `summed-${cell.verdict}`);
      fill(place, drawCell(sum, cell));
    }
    const { name } = LAYOUTS[edition][kind];
    return el(
      "section",
      { class: "sum-table" },
      el("h4", {}, name),
      el("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": name }, element),
    );
  }

  function drawCell(sum: Aggregate, cell: SummedCell): HTMLElement {
    const { county, sum: added, verdict } = cell;
    const missing = difference(cell);
    return button(
      {
        class: "sum-cell",
        "data-test": "sum-cell",
        "data-cell": cellKey(cell.cell),
        "data-verdict": verdict,
      },
      () => showContributions(sum, cell),
      el("span", { class: "visually-hidden" }, `${nameOf(sum, cell.cell)}，${SUM_VERDICTS[verdict]}：`),
      el("span", { class: "sum-county" }, county === null ? "—" : String(county)),
      verdict === "differs" && el("span", { class: "sum-units" }, `合计 ${added ?? "—"}`),
      verdict === "differs" && missing !== null && el("span", { class: "sum-difference" }, `差 ${signed(missing)}`),
    );
  }

  function showContributions(sum: Aggregate, cell: SummedCell): void {
    const missing = difference(cell);
    const lines = sum.units.map(({ name, report }, index) => ({ name, index, ...contribution(report, cell.cell) }));
    lines.sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || a.index - b.index);
    const open = (index: number) => (): void => {
      contributions.close();
      openUnit(index);
    };
    fill(
      content,
      el("p", { class: "contribution-cell" }, nameOf(sum, cell.cell)),
      el(
        "table",
        { class: "contributions", "aria-label": "各单位的数" },
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "单位"), el("th", { scope: "col" }, "数"))),
        el(
          "tbody",
          {},
          ...lines.map(({ name, index, words, value }) =>
            el(
              "tr",
              { class: value === 0 && "is-zero", "data-test": "contribution" },
              el("th", { scope: "row" }, button({ class: "link" }, open(index), name)),
              el("td", {}, words),
            ),
          ),
        ),
        el(
          "tfoot",
          {},
          el("tr", {}, el("th", { scope: "row" }, "各单位合计"), el("td", {}, String(cell.sum ?? "—"))),
          el("tr", {}, el("th", { scope: "row" }, "汇总报告"), el("td", {}, String(cell.county ?? "—"))),
          el(
            "tr",
            { class: `contribution-${cell.verdict}` },
            el("th", { scope: "row" }, cell.verdict === "differs" ? "相差" : "结果"),
            el("td", {}, cell.verdict === "differs" && missing !== null ? signed(missing) : SUM_VERDICTS[cell.verdict]),
          ),
        ),
      ),
    );
    contributions.open();
  }
}

function nameOf(sum: Aggregate, cell: CellRef): string {
  return cellName(editionOf(sum), cell);
}

/** +3, −3: the sign tells which side has more. */
function signed(number: number): string {
  return number > 0 ? `+${number}` : `−${Math.abs(number)}`;
}
