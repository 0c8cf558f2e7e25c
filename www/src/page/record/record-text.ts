/** The record as text to paste into a message, and as a table for Excel and WPS. */

import type { CsvLine } from "../csv.js";
import { RECORD_TITLE, type CheckRecord, type RecordedFinding } from "./record.js";

export function recordText(record: CheckRecord): string {
  return [
    [RECORD_TITLE],
    record.facts.map(([name, words]) => `${name}：${words}`),
    [`结论：${record.conclusion}。${record.counts}。`],
    titled("核对内容", record.checked),
    titled("未能核对", record.notExamined),
    titled("按设置没有核对", record.limits),
    titled("发现的问题", record.findings.map(findingText)),
    titled("搁置的问题", record.setAside.map(findingText)),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

export function recordLines(record: CheckRecord): CsvLine[] {
  return [
    ["序号", "级别", "位置", "问题", "原文", "依据", "规则", "处理", "理由"],
    ...[...record.findings, ...record.setAside].map((finding) => [
      finding.number,
      finding.severity,
      finding.place,
      finding.message,
      finding.quote,
      finding.basis,
      finding.code,
      finding.setAside === null ? "待改" : "搁置",
      finding.setAside,
    ]),
  ];
}

function titled(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`【${title}】`, ...lines];
}

function findingText(finding: RecordedFinding): string {
  const behind = [
    finding.quote !== "" && `原文：${finding.quote}`,
    finding.basis !== "" && `依据：${finding.basis}`,
    finding.setAside !== null && `搁置理由：${finding.setAside}`,
  ].filter((words): words is string => words !== false);
  return [`${finding.number}．［${finding.severity}］${finding.place}：${finding.message}`, ...behind.map((words) => `　　${words}`)].join("\n");
}
