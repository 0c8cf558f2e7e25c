// What the page gives to others: the record of a check, on paper and as data, and the empty form.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { hook, onPage, pasteChanged } from "./in-chromium.mjs";
import { answer, copy, findings, fixture, inputText, pageFileUrl, paste } from "./page.mjs";

const FLAWED = { "行政强制\t2\t\t\n": "", "每季度自查一次": "每季度自查台帐一次", "上年结转1件": "上年结转2件", "\t9\n": "\t8\n" };

/** A page whose clock stands still. */
const onNinthOfJanuary = (use) =>
  onPage(pageFileUrl, async (page, source) => {
    await page.clock.setFixedTime(new Date("2024-01-09T10:00:00"));
    await use(page, source);
  });

async function record(page, source, changes = FLAWED) {
  await pasteChanged(page, source, changes);
  await hook(page, "record-open").click();
  await hook(page, "record-conclusion").waitFor();
}

async function saved(page, name) {
  const download = page.waitForEvent("download");
  await hook(page, name).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** What stands on the clipboard, as text and as HTML. */
async function pasted(source) {
  await source.bringToFront();
  await source.evaluate(() => {
    document.body.innerHTML = "<textarea></textarea>";
    document.body.firstChild.focus();
    document.onpaste = (event) => {
      window.pasted = { text: event.clipboardData.getData("text/plain"), html: event.clipboardData.getData("text/html") };
    };
  });
  await source.keyboard.press("Control+v");
  return source.evaluate(() => window.pasted);
}

test("the record says what was checked, every finding with its place, words and basis, the office and the date", () =>
  onNinthOfJanuary(async (page, source) => {
    await hook(page, "settings-open").click();
    await hook(page, "office").fill("柳溪口镇党政办公室");
    await hook(page, "settings-close").click();
    await record(page, source);
    const paper = await hook(page, "record-paper").innerText();
    for (const words of [
      "柳溪口镇人民政府2023年政府信息公开工作年度报告",
      "柳溪口镇党政办公室",
      "2024年1月9日",
      "有错误或警告，改正、核实后再发布",
      "读出 3 张表、200 个格，其中 199 个格是数字",
      "上年结转2件",
      "依据：",
    ]) assert.ok(paper.includes(words), `${words} is not in ${paper}`);
    assert.match(paper, /nianbao \d+\.\d+\.\d+/);
    await page.locator(".view:not([hidden]) [data-test=back]").click();
    const listed = await hook(page, "finding").count();
    await hook(page, "record-open").click();
    assert.equal(await hook(page, "record-finding").count(), listed);
    assert.ok(listed >= 4, String(listed));
  }));

test("what was switched off is in the record", () =>
  onNinthOfJanuary(async (page, source) => {
    await pasteChanged(page, source, FLAWED);
    await hook(page, "why").last().click();
    await hook(page, "disable").click();
    await answer(page);
    await hook(page, "record-open").click();
    await hook(page, "record-conclusion").waitFor();
    assert.match(await hook(page, "record-paper").innerText(), /按设置没有核对\s+停用的规则：/);
  }));

test("what was set aside is in the record with its reason", () =>
  onNinthOfJanuary(async (page, source) => {
    await pasteChanged(page, source, FLAWED);
    await hook(page, "set-aside").first().click();
    await hook(page, "set-aside-reason").first().click();
    await hook(page, "set-aside-note").fill("已与台账核实");
    await hook(page, "set-aside-done").click();
    const listed = await hook(page, "finding").count();
    await hook(page, "record-open").click();
    await hook(page, "record-conclusion").waitFor();
    assert.match(await hook(page, "record-paper").innerText(), new RegExp(`发现的问题（${listed}）[^]*搁置的问题（1）[^]*搁置理由：.*已与台账核实`));
    const table = await saved(page, "record-csv");
    assert.match(table.text, /,搁置,.*已与台账核实.*\r\n$/);
  }));

test("the record is printed alone, on A4", () =>
  onNinthOfJanuary(async (page, source) => {
    await record(page, source);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.ok(pdf.length > 10_000, String(pdf.length));
    // 210 by 297 millimetres in points.
    assert.match(pdf.toString("latin1"), /\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
    await page.emulateMedia({ media: "print" });
    assert.ok(await hook(page, "record-paper").isVisible());
    for (const other of ["input", "document", "record-print", "settings-open", "rules-search", "choose-files"]) assert.ok(await hook(page, other).isHidden(), other);
  }));

test("the record is copied as text for a message", () =>
  onNinthOfJanuary(async (page, source) => {
    await record(page, source);
    await hook(page, "record-copy").click();
    assert.match(await hook(page, "record-said").textContent(), /已复制/);
    const { text } = await pasted(source);
    assert.match(text, /^政府信息公开工作年度报告校核单\n\n报告：柳溪口镇人民政府2023年政府信息公开工作年度报告\n/);
    assert.match(text, /校核日期：2024年1月9日/);
    assert.match(text, /\n【发现的问题】\n1．［错误］第 \d+ 行/);
  }));

test("the record is saved as a table, and the report as data", () =>
  onNinthOfJanuary(async (page, source) => {
    await record(page, source);
    const table = await saved(page, "record-csv");
    assert.equal(table.name, "校核单-柳溪口镇人民政府.csv");
    assert.match(table.text, /^\ufeff序号,级别,位置,问题,原文,依据,规则,处理,理由\r\n1,错误,/);
    const data = JSON.parse((await saved(page, "record-json")).text);
    assert.equal(data.verdict, "fail");
    assert.equal(table.text.trim().split("\r\n").length - 1, data.diagnostics.length);
    const input = await inputText(page);
    for (const finding of data.diagnostics) assert.ok(finding.to <= input.length);
  }));

test("without a report the record says what to do", () =>
  onPage(pageFileUrl, async (page) => {
    await hook(page, "record-open").click();
    assert.match(await hook(page, "record-none").textContent(), /请先返回/);
    assert.ok(await hook(page, "record-print").isDisabled());
  }));

/** The empty form as it is copied; `fillIn` writes a 0 into every cell first, as someone who has nothing to report. */
async function blankForm(page, source, fillIn) {
  await hook(page, "blank-form-open").click();
  const paper = hook(page, "blank-form-paper");
  await paper.locator("table").nth(2).waitFor();
  if (fillIn) await paper.locator("td.value").evaluateAll((cells) => cells.forEach((cell) => { cell.textContent = "0"; }));
  await hook(page, "blank-form-copy").click();
  const clipboard = await pasted(source);
  await page.locator(".view:not([hidden]) [data-test=back]").click();
  return clipboard;
}

const codes = async (page) => Array.from(new Set((await findings(page)).map(({ code }) => code))).sort();

test("the empty form, pasted as text, lacks nothing but its content", () =>
  onPage(pageFileUrl, async (page, source) => {
    const { text } = await blankForm(page, source, false);
    await copy(source, { text });
    await paste(page);
    assert.deepEqual(await codes(page), ["structure/empty-section", "structure/placeholder", "table/blank-cell"]);
  }));

test("the empty form goes into Word as tables, in which every cell is found", () =>
  onPage(pageFileUrl, async (page, source) => {
    const { html } = await blankForm(page, source, true);
    assert.equal(html.match(/<table[^>]* border="1"/g).length, 3);
    await copy(source, { text: "纯文本", html });
    await paste(page);
    assert.equal(await page.locator(".official .value.is-number").count(), 200);
    assert.deepEqual((await codes(page)).filter((code) => /^(?:table|arithmetic)\//.test(code)), []);
  }));

test("the empty form's labels are in the order of a whole report's", () =>
  onPage(pageFileUrl, async (page) => {
    await hook(page, "blank-form-open").click();
    const paper = hook(page, "blank-form-paper");
    await paper.locator("table").nth(2).waitFor();
    const headings = await paper.locator("h4").allTextContents();
    const right = await fixture("right.txt");
    assert.deepEqual(headings, right.split("\n").filter((line) => /^[一二三四五六]、[^\t]*$/.test(line)));
  }));
