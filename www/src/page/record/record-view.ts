/** 校核单 as a sheet of paper: to be printed, copied as text, or saved as CSV and JSON. */

import { copyToClipboard } from "../clipboard.js";
import { saveCsv } from "../csv.js";
import { button, el, fill, icon } from "../dom.js";
import { addMastheadAction } from "../masthead.js";
import type { Page } from "../page.js";
import { saveFile } from "../save-file.js";
import { setText } from "../verdict.js";
import { viewHead } from "../views.js";
import { recordLines, recordText } from "./record-text.js";
import { RECORD_TITLE, recordOf, type CheckRecord, type RecordedFinding } from "./record.js";

const RECORD = "record";

export function createRecord(page: Page): void {
  const paper = el("article", { class: "paper", tabindex: 0, "aria-label": RECORD_TITLE, "data-test": "record-paper" });
  const said = el("p", { class: "view-said", role: "status", "data-test": "record-said" });
  let shown: CheckRecord | null = null;
  let version = 0;

  const fileName = (): string => `校核单-${page.checked?.report.organ ?? "年度报告"}`;
  const copy = (): void => {
    if (shown !== null) setText(said, copyToClipboard(recordText(shown)) ? "已复制，可以粘贴到消息里。" : "浏览器没有允许复制，请选中下面的文字，按 Ctrl+C。");
  };
  const actions = [
    button({ class: "quiet", "data-test": "record-print" }, () => window.print(), "打印"),
    button({ class: "quiet", "data-test": "record-copy" }, copy, "复制文字"),
    button({ class: "quiet", "data-test": "record-csv" }, () => shown !== null && saveCsv(fileName(), recordLines(shown)), "存为 CSV"),
    button({ class: "quiet", "data-test": "record-json" }, () => page.checked !== null && saveFile(`${fileName()}.json`, new Blob([JSON.stringify(page.checked.report, null, 2)], { type: "application/json" })), "存为 JSON"),
  ];
  const none = el("p", { class: "record-none", "data-test": "record-none" }, "还没有核对过的报告。请先返回，粘贴或打开一份。");
  page.views.add(
    RECORD,
    el(
      "main",
      { class: "record", "aria-label": "校核单", "data-test": "record" },
      viewHead(page.views, "校核单", el("div", { class: "view-actions" }, ...actions)),
      el("div", { class: "view-body" }, said, none, paper),
    ),
  );
  addMastheadAction("校核单", "record-open", () => page.views.show(RECORD));
  page.views.onShow((name) => name === RECORD && void show());
  page.onChecked(() => page.views.shown === RECORD && void show());

  async function show(): Promise<void> {
    const mine = ++version;
    const { checked, settings } = page;
    setText(said, "");
    none.hidden = checked !== null;
    paper.hidden = checked === null;
    for (const action of actions) action.disabled = checked === null;
    shown = null;
    if (checked === null) return;
    const titles = await ruleTitles(page);
    if (mine !== version) return;
    const { disable = [], allow = [] } = settings.options();
    shown = recordOf({
      ...checked,
      office: settings.office,
      date: new Date(),
      disabled: disable.map((code) => titles.get(code) ?? code),
      allowed: allow,
    });
    draw(shown);
  }

  function draw(record: CheckRecord): void {
    fill(
      paper,
      el("h3", { class: "paper-title" }, RECORD_TITLE),
      el("dl", { class: "paper-facts" }, ...record.facts.map(([name, words]) => el("div", {}, el("dt", {}, name), el("dd", {}, words)))),
      el("p", { class: "paper-conclusion", "data-test": "record-conclusion" }, el("b", {}, record.conclusion), record.counts),
      section("核对内容", list(record.checked)),
      section("未能核对", list(record.notExamined)),
      section("按设置没有核对", list(record.limits)),
      section(`发现的问题（${record.findings.length}）`, findings(record.findings)),
      section(`搁置的问题（${record.setAside.length}）`, findings(record.setAside)),
      el("p", { class: "paper-signatures" }, el("span", {}, "校核人："), el("span", {}, "复核人："), el("span", {}, "日期：")),
      el("p", { class: "paper-foot" }, "由程序按规定格式核对，供校对参考；数字是否属实，以台账为准。"),
    );
  }
}

async function ruleTitles(page: Page): Promise<Map<string, string>> {
  try {
    return new Map((await page.rules()).map((rule) => [rule.code, rule.title]));
  } catch {
    // The page says elsewhere that the core does not start; codes do in place of titles.
    return new Map();
  }
}

function section(title: string, content: HTMLElement | null): HTMLElement | null {
  return content === null ? null : el("section", {}, el("h4", {}, title), content);
}

function list(lines: string[]): HTMLElement | null {
  return lines.length === 0 ? null : el("ul", { class: "paper-list" }, ...lines.map((line) => el("li", {}, line)));
}

function findings(all: RecordedFinding[]): HTMLElement | null {
  if (all.length === 0) return null;
  return el("ol", { class: "paper-findings" }, ...all.map(drawFinding));
}

const SIGNS = { 错误: "error", 警告: "warning", 提示: "info" } as const;

function drawFinding(finding: RecordedFinding): HTMLElement {
  const sign = SIGNS[finding.severity as keyof typeof SIGNS];
  return el(
    "li",
    { class: `paper-finding paper-${sign}`, "data-test": "record-finding" },
    el("p", { class: "paper-place" }, el("b", {}, `${finding.number}`), icon(sign), `${finding.severity}　${finding.place}`),
    el("p", {}, finding.message),
    finding.quote !== "" && el("p", { class: "paper-quote" }, finding.quote),
    finding.basis !== "" && el("p", { class: "paper-basis" }, `依据：${finding.basis}`),
    finding.setAside !== null && el("p", { class: "paper-basis" }, `搁置理由：${finding.setAside}`),
  );
}
