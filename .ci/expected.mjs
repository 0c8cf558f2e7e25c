// Runs the built npm package on a folder of reports and holds every answer against the folder's expected.json.
//
//   node .ci/expected.mjs <folder> [--groups structure,table,arithmetic] [--package dist/npm/index.js]
//
// With --groups only the findings of these groups are held, and claims only if "consistency" is among them.

import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    groups: { type: "string" },
    package: { type: "string", default: join(import.meta.dirname, "../dist/npm/index.js") },
  },
});
if (positionals.length !== 1) throw new Error("usage: node .ci/expected.mjs <folder> [--groups a,b] [--package file]");
const [folder] = positionals;
const groups = flags.groups?.split(",");
const isHeld = (group) => !groups || groups.includes(group);

const weight = { info: 0, warning: 1, error: 2 };
const sectionNames = {
  1: ["第一", "一、", "总体情况"],
  2: ["第二", "二、", "主动公开政府信息情况"],
  3: ["第三", "三、", "收到和处理政府信息公开申请情况"],
  4: ["第四", "四、", "政府信息公开行政复议、行政诉讼情况"],
  5: ["第五", "五、", "存在的主要问题及改进情况"],
  6: ["第六", "六、", "其他需要报告的事项"],
};

const { validate } = await import(pathToFileURL(resolve(flags.package)).href);
const { reports } = JSON.parse(await readFile(join(folder, "expected.json"), "utf8"));
let failures = 0;
for (const [name, expected] of Object.entries(reports)) {
  const text = await readFile(join(folder, `${name}.txt`), "utf8");
  const problems = compare(text, expected, validate(text));
  failures += problems.length;
  console.log(`${name}: ${problems.length === 0 ? "as expected" : `${problems.length} differences`}`);
  for (const problem of problems) console.log(`  ${problem}`);
}
process.exitCode = failures === 0 ? 0 : 1;

/** Every difference between what is expected of a text and its report, in words. */
function compare(text, expected, report) {
  const problems = [];
  const same = (what, wanted, got) => {
    if (canonical(wanted) !== canonical(got)) problems.push(`${what}: expected ${canonical(wanted)}, got ${canonical(got)}`);
  };
  const lines = lineSpans(text);

  for (const key of ["edition", "year", "organ"]) same(key, expected[key], report[key]);
  same("sections", expected.sections, report.sections.filter((s) => s.number >= 1 && s.number <= 6).length);
  same("cells", expected.cells, Object.fromEntries(report.tables.map((t) => [t.kind, count(t.cells, "state")])));
  same("relations", expected.relations, { holds: 0, fails: 0, unknown: 0, ...count(report.relations, "verdict") });
  if (isHeld("consistency")) {
    for (const claim of expected.claims ?? []) {
      const met = report.claims.some((c) => c.verdict === claim.verdict && isNear(text, lines, claim, c.at));
      if (!met) problems.push(`no such claim: ${JSON.stringify(claim)}`);
    }
  }

  const must = expected.must.filter((entry) => isHeld(entry.group));
  for (const entry of must) {
    const met = report.diagnostics.some(
      (d) => weight[d.severity] >= weight[entry.severity] && isMeant(text, lines, entry, d),
    );
    if (!met) problems.push(`not found: ${JSON.stringify(entry)}`);
  }
  const allowed = [...must, ...(expected.may ?? [])];
  for (const d of report.diagnostics) {
    if (d.severity === "info" || !isHeld(groupOf(d))) continue;
    if (!allowed.some((entry) => isMeant(text, lines, entry, d))) {
      problems.push(`unexpected: line ${d.line} ${d.severity} ${d.code} ${d.message} 「${text.slice(d.from, d.to)}」`);
    }
  }
  return problems;
}

/** Whether a finding is one that the entry speaks of. */
function isMeant(text, lines, entry, finding) {
  if (entry.group && entry.group !== groupOf(finding)) return false;
  if (entry.row) {
    const cells = [finding.cell, ...finding.related.map((r) => r.cell)];
    return cells.some((cell) => cell?.table === entry.table && cell.row === entry.row);
  }
  if (entry.section) {
    const [first, last] = entry.lines;
    return (
      sectionNames[entry.section].some((words) => finding.message.includes(words)) &&
      finding.from >= lines[first - 1].from &&
      finding.to <= lines[last - 1].to
    );
  }
  return isNear(text, lines, entry, finding);
}

/** Whether a place overlaps the entry's text on the entry's line; an empty place may also touch it. */
function isNear(text, lines, entry, place) {
  const line = lines[entry.line - 1];
  let at = text.indexOf(entry.near, line.from);
  if (at < 0 || at + entry.near.length > line.to) {
    throw new Error(`expected.json: line ${entry.line} does not hold ${entry.near}`);
  }
  for (; at >= 0 && at + entry.near.length <= line.to; at = text.indexOf(entry.near, at + 1)) {
    const end = at + entry.near.length;
    if (place.from === place.to ? place.from >= at && place.from <= end : place.from < end && place.to > at) return true;
  }
  return false;
}

function lineSpans(text) {
  const spans = [];
  let from = 0;
  for (const line of text.split("\n")) {
    spans.push({ from, to: from + line.length });
    from += line.length + 1;
  }
  return spans;
}

function groupOf(finding) {
  return finding.code.split("/")[0];
}

function count(items, key) {
  const counts = {};
  for (const item of items) counts[item[key]] = (counts[item[key]] ?? 0) + 1;
  return counts;
}

/** JSON with sorted keys, so that two values are equal when their texts are. */
function canonical(value) {
  return JSON.stringify(value, (_, v) =>
    v && typeof v === "object" && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort()) : v,
  );
}
