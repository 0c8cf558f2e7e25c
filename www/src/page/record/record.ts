/** 校核单: what was checked, what was found and what was decided about it, as data that every form of it shares. */

import type { Diagnostic, Report } from "../../engine/index.js";
import { cellName } from "../cell-names.js";
import { quote, SEVERITIES, SEVERITY_WORDS } from "../finding-item.js";
import type { Checked } from "../page.js";
import { countSentence, readingSentences, stateOf } from "../verdict.js";

/** What a record is made from: an answer with what was set aside of it, and what is known beside it. */
export interface RecordSource extends Checked {
  /** The office that checks; "" where none is set. */
  office: string;
  date: Date;
  /** Titles of the rules that were switched off. */
  disabled: readonly string[];
  /** Words that no rule may report. */
  allowed: readonly string[];
}

export interface RecordedFinding {
  number: number;
  severity: string;
  place: string;
  message: string;
  quote: string;
  basis: string;
  code: string;
  /** null where it stands. */
  setAside: string | null;
}

export interface CheckRecord {
  /** 机关, 年度, 校核日期 and so on, with what stands behind each. */
  facts: [name: string, words: string][];
  conclusion: string;
  counts: string;
  checked: string[];
  notExamined: string[];
  /** What was left out on purpose. */
  limits: string[];
  findings: RecordedFinding[];
  setAside: RecordedFinding[];
}

export const RECORD_TITLE = "政府信息公开工作年度报告校核单";

const CONCLUSIONS = {
  clear: "没有查出错误，也没有警告",
  findings: "有错误或警告，改正、核实后再发布",
  settled: "错误和警告都已说明理由，搁置不改",
  partly: "核对过的部分没有错误和警告，另有部分未能核对",
  "not-a-report": "没有认出年度报告",
} as const;

const EDITIONS = { "2021": "国办公开办函〔2021〕30 号", "2019": "国办公开办函〔2019〕60 号（试行）" } as const;

export function recordOf(source: RecordSource): CheckRecord {
  const { text, report, standing, setAside } = source;
  const state = stateOf(source);
  const conclusion = state === "empty" || state === "waiting" ? "" : CONCLUSIONS[state];
  const facts: [string, string | null][] = [
    ["报告", report.title?.text.replace(/\s+/g, "") ?? null],
    ["机关", report.organ],
    ["数据年度", report.year === null ? null : `${report.year} 年`],
    ["规定格式", report.edition === null ? null : EDITIONS[report.edition]],
    ["校核单位", source.office === "" ? null : source.office],
    ["校核日期", dateInWords(source.date)],
    ["核对程序", `nianbao ${report.version}`],
  ];
  let number = 0;
  const recorded = (finding: Diagnostic, reason: string | null): RecordedFinding => ({
    number: ++number,
    severity: SEVERITY_WORDS[finding.severity],
    place: placeOf(report, finding),
    message: finding.message,
    quote: quote(text, finding) ?? "",
    basis: finding.basis ?? "",
    code: finding.code,
    setAside: reason,
  });
  const bySeverity = SEVERITIES.map((severity) => standing.diagnostics.filter((finding) => finding.severity === severity));
  return {
    facts: facts.filter((fact): fact is [string, string] => fact[1] !== null),
    conclusion,
    counts: countSentence(standing),
    checked: state === "not-a-report" ? [] : readingSentences(report),
    notExamined: report.notExamined.map(({ message }) => message),
    limits: limits(source),
    findings: bySeverity.reduce<Diagnostic[]>((all, some) => all.concat(some), []).map((finding) => recorded(finding, null)),
    setAside: setAside.map(({ finding, reason }) => recorded(finding, reason)),
  };
}

/** 2026年1月9日 */
export function dateInWords(date: Date): string {
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
}

function placeOf(report: Report, finding: Diagnostic): string {
  const line = `第 ${finding.line} 行`;
  return finding.cell === null ? line : `${line}，${cellName(report.edition ?? "2021", finding.cell)}`;
}

function limits({ disabled, allowed }: RecordSource): string[] {
  return [
    disabled.length > 0 && `停用的规则：${disabled.join("、")}`,
    allowed.length > 0 && `本单位用词不提示：${allowed.join("、")}`,
  ].filter((words): words is string => words !== false);
}
