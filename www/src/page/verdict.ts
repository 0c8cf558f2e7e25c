/** The one sentence above all: the verdict, and what was checked. */

import type { Report } from "../engine/index.js";
import { CLAIM_WORDS } from "./claims-view.js";
import { el, fill, icon } from "./dom.js";
import { SEVERITIES, SEVERITY_WORDS } from "./finding-item.js";
import type { Checked } from "./page.js";

/** What the page is looking at; its layout and its help follow from it. */
export type State = "empty" | "waiting" | "not-a-report" | "findings" | "clear" | "partly" | "settled";

export function stateOf({ report, standing }: Pick<Checked, "report" | "standing">): State {
  if (isNoReport(report)) return "not-a-report";
  if (report.verdict === "pass") return "clear";
  if (report.verdict === "incomplete") return "partly";
  return standing.diagnostics.some((finding) => finding.severity !== "info") ? "findings" : "settled";
}

function isNoReport(report: Report): boolean {
  return report.diagnostics.some((finding) => finding.code === "structure/not-a-report");
}

/** "核对 42 条勾稽关系：40 条成立，2 条不成立" */
export function verdictSentence(report: Report): string {
  const { relations } = report;
  if (isNoReport(report) || relations.length === 0) return "看不出这是一份政府信息公开工作年度报告，没有核对勾稽关系";
  const count = (verdict: string): number => relations.filter((relation) => relation.verdict === verdict).length;
  const parts = [
    [count("holds"), "条成立"],
    [count("fails"), "条不成立"],
    [count("unknown"), "条无法核对"],
  ] as const;
  const words = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  return `核对 ${relations.length} 条勾稽关系：${words.join("，")}`;
}

/** "文字里 12 个数字与表格对照：11 个相符，1 个不符"; null where the prose states no figure of a table. */
export function claimsSentence(report: Report): string | null {
  const { claims } = report;
  if (claims.length === 0) return null;
  const words = (["agrees", "contradicts", "unknown"] as const)
    .map((verdict) => [claims.filter((claim) => claim.verdict === verdict).length, CLAIM_WORDS[verdict]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} 个${word}`);
  return `文字里 ${claims.length} 个数字与表格对照：${words.join("，")}`;
}

/** "错误 2 处，警告 1 处，没有提示" for screen readers and the status line. */
export function countSentence(report: Report): string {
  return SEVERITIES.map((severity) => {
    const count = report.diagnostics.filter((finding) => finding.severity === severity).length;
    return count === 0 ? `没有${SEVERITY_WORDS[severity]}` : `${SEVERITY_WORDS[severity]} ${count} 处`;
  }).join("，");
}

export interface VerdictPlaces {
  seal: HTMLElement;
  sentence: HTMLElement;
  facts: HTMLElement;
  claims: HTMLElement;
  setAside: HTMLElement;
  strip: HTMLElement;
  counts: HTMLElement;
  notExamined: HTMLElement;
}

const SEALS: Record<State, string> = { empty: "", waiting: "", "not-a-report": "不明", findings: "待改", clear: "通过", partly: "未核全", settled: "已搁置" };

export function showVerdict(places: VerdictPlaces, checked: Checked): void {
  const { report, standing, setAside } = checked;
  const state = stateOf(checked);
  fill(places.seal, SEALS[state]);
  setText(places.sentence, verdictSentence(report));
  setText(places.facts, facts(report));
  setText(places.claims, claimsSentence(report) ?? "");
  places.setAside.hidden = setAside.length === 0;
  setText(places.setAside, `另有 ${setAside.length} 条已搁置`);
  fill(places.strip, ...(state === "not-a-report" ? [] : report.relations.map((relation) => el("i", { class: `tick tick-${relation.verdict}` }))));
  fill(
    places.counts,
    ...SEVERITIES.map((severity) => {
      const count = standing.diagnostics.filter((finding) => finding.severity === severity).length;
      return el(
        "li",
        { class: `count count-${severity}${count === 0 ? " is-none" : ""}`, "data-test": `count-${severity}` },
        icon(severity),
        `${SEVERITY_WORDS[severity]} `,
        el("b", {}, String(count)),
      );
    }),
  );
  places.notExamined.hidden = report.notExamined.length === 0;
  fill(places.notExamined, ...report.notExamined.map(({ message }) => el("li", {}, el("b", {}, "未能核对"), message)));
}

/** What was read, for the all-clear state: the reader sees that silence is not an empty list. */
export function readingSentences(report: Report): string[] {
  const sections = report.sections.filter((section) => section.number > 0).length;
  const cells = report.tables.reduce((all, table) => all + table.cells.length, 0);
  const read = report.tables.reduce((all, table) => all + table.cells.filter((cell) => cell.state === "number").length, 0);
  const holds = report.relations.filter((relation) => relation.verdict === "holds").length;
  return [
    `读出 ${sections} 个部分`,
    `读出 ${report.tables.length} 张表、${cells} 个格，其中 ${read} 个格是数字`,
    `核对 ${report.relations.length} 条勾稽关系，${holds} 条成立`,
    claimsSentence(report),
  ].filter((sentence): sentence is string => sentence !== null);
}

function facts(report: Report): string {
  const known = [
    report.organ,
    report.year === null ? null : `${report.year} 年度`,
    report.edition === null ? null : report.edition === "2021" ? "2021 年格式" : "2019 年试行格式",
  ];
  return known.filter((fact) => fact !== null).join("　");
}

/** Live regions speak on every change of the document, so what is the same is left alone. */
export function setText(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
