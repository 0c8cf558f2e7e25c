/** The county's report held against the sum of its units, as the page tells it. */

import type { Aggregate, CellRef, Report } from "../../engine/index.js";
import { cellName } from "../cell-names.js";
import type { CsvLine } from "../csv.js";
import type { Edition } from "../layouts.js";

type SummedCell = Aggregate["cells"][number];

export function editionOf(sum: Aggregate): Edition {
  return sum.county.edition ?? "2021";
}

/** The county's figure less the sum; exact for amounts, which have few decimals. */
export function difference({ county, sum }: SummedCell): number | null {
  return county === null || sum === null ? null : Number((county - sum).toFixed(6));
}

/** "200 格：195 格一致，3 格不同，2 格无法比较" */
export function sumSentence({ cells }: Aggregate): string {
  const count = (verdict: SummedCell["verdict"]): number => cells.filter((cell) => cell.verdict === verdict).length;
  const parts = [
    [count("agrees"), "格一致"],
    [count("differs"), "格不同"],
    [count("unknown"), "格无法比较"],
  ] as const;
  return `${cells.length} 格：${parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`).join("，")}`;
}

/** What a unit's report has in a cell, as it is shown. */
export function contribution(report: Report, { table, row, column }: CellRef): { words: string; value: number | null } {
  const cells = report.tables.filter(({ kind }) => kind === table)[0]?.cells ?? [];
  const cell = cells.filter((candidate) => candidate.row === row && candidate.column === column)[0];
  if (cell === undefined || cell.state === "missing") return { words: "缺", value: null };
  if (cell.state === "blank") return { words: "空", value: null };
  if (cell.state === "number") return { words: String(cell.value), value: cell.value };
  return { words: cell.at?.text.trim() ?? "", value: null };
}

export const SUM_VERDICTS: Record<SummedCell["verdict"], string> = { agrees: "一致", differs: "不同", unknown: "无法比较" };

/** One line each cell, one column each unit. */
export function sumLines(sum: Aggregate): CsvLine[] {
  const edition = editionOf(sum);
  return [
    ["单元格", "汇总报告", "各单位合计", "相差", "结果", ...sum.units.map(({ name }) => name)],
    ...sum.cells.map((cell) => [
      cellName(edition, cell.cell),
      cell.county,
      cell.sum,
      difference(cell),
      SUM_VERDICTS[cell.verdict],
      ...sum.units.map(({ report }) => contribution(report, cell.cell).words),
    ]),
  ];
}
