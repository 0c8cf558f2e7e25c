/** What the table of many reports says of each, and how its lines are put in order. */

import { stateOf, type State } from "../verdict.js";
import type { Item } from "./batch.js";

export interface Column {
  key: string;
  name: string;
  /** Numbers stand at the right and begin with the largest when they are sorted. */
  isNumber: boolean;
  /** null where there is nothing to say: such lines stand last, whichever way the table is sorted. */
  value(item: Item): string | number | null;
}

const VERDICTS: Partial<Record<State, string>> = {
  findings: "待改",
  partly: "未核全",
  settled: "已搁置",
  clear: "通过",
  "not-a-report": "不是年报",
};

/** The worst first. */
export const VERDICT_WORDS = ["待改", "未核全", "不是年报", "已搁置", "通过"];

export const COLUMNS: readonly Column[] = [
  { key: "file", name: "文件", isNumber: false, value: (item) => item.path },
  { key: "organ", name: "机关", isNumber: false, value: (item) => item.report?.organ ?? null },
  { key: "year", name: "年度", isNumber: true, value: (item) => item.report?.year ?? null },
  { key: "verdict", name: "结论", isNumber: false, value: verdictWord },
  { key: "errors", name: "错误", isNumber: true, value: (item) => countOf(item, "error") },
  { key: "warnings", name: "警告", isNumber: true, value: (item) => countOf(item, "warning") },
  { key: "received", name: "新收申请", isNumber: true, value: requestsReceived },
];

export interface Order {
  column: Column;
  descending: boolean;
}

export function sorted(items: readonly Item[], { column, descending }: Order): Item[] {
  const rank = (item: Item): string | number | null => {
    const value = column.value(item);
    return column.key === "verdict" && value !== null ? VERDICT_WORDS.indexOf(String(value)) : value;
  };
  return items
    .map((item, index) => ({ item, index, rank: rank(item) }))
    .sort((a, b) => {
      if (a.rank === null || b.rank === null) return Number(a.rank === null) - Number(b.rank === null) || a.index - b.index;
      return (descending ? -1 : 1) * compare(a.rank, b.rank) || a.index - b.index;
    })
    .map(({ item }) => item);
}

export function verdictWord({ report, standing }: Item): string | null {
  return report === null || standing === null ? null : (VERDICTS[stateOf({ report, standing })] ?? null);
}

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "zh-CN", { numeric: true });
}

function countOf({ standing }: Item, severity: "error" | "warning"): number | null {
  return standing === null ? null : standing.diagnostics.filter((finding) => finding.severity === severity).length;
}

/** 一、本年新收政府信息公开申请数量, in total. */
export function requestsReceived({ report }: Item): number | null {
  const cells = report?.tables.filter(({ kind }) => kind === "applications")[0]?.cells ?? [];
  return cells.filter(({ row, column }) => row === "1" && column === "total")[0]?.value ?? null;
}
