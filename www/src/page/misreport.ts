/** 误报说明: a finding that the user holds to be wrong, in words to send on, with nothing that tells whose report it is. */

import type { Diagnostic, Report } from "../engine/index.js";
import { mask } from "./masking.js";

const MOST_BEFORE = 80;
const MOST_AFTER = 160;

export function misreport(text: string, report: Report, finding: Diagnostic, title: string): string {
  const names = report.organ === null ? [] : [report.organ];
  return [
    "【误报说明】",
    `规则：${title}（${finding.code}）`,
    `版本：nianbao ${report.version}`,
    `提示：${mask(finding.message, names)}`,
    `原句：${maskedSentence(text, finding, names)}`,
    "为什么不算错：",
    "（名称和数字已用“×”代替；⟦ ⟧ 之间是被指出的地方。）",
  ].join("\n");
}

/** The sentence, or the line of a table, in which a finding stands. */
function maskedSentence(text: string, { from, to }: Diagnostic, names: readonly string[]): string {
  const before = /[^。！？\n]*$/.exec(text.slice(Math.max(0, from - MOST_BEFORE), from))?.[0] ?? "";
  const words = text.slice(from, Math.min(to, from + MOST_AFTER));
  const after = /^[^。！？\n]*[。！？]?/.exec(text.slice(from + words.length, to + MOST_AFTER))?.[0] ?? "";
  const masked = mask(before + words + after, names);
  const end = before.length + words.length;
  return `${masked.slice(0, before.length)}⟦${masked.slice(before.length, end)}⟧${masked.slice(end)}`.replace(/\s+/g, " ").trim();
}
