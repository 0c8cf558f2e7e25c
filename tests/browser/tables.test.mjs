// Correcting figures in the official tables, copying a table, two years side by side, in a current Chromium.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hook, onPage, pasteChanged, served } from "./in-chromium.mjs";
import { answer, copy, findings, fixture, inputText, pageFileUrl, paste, pressWithControl, state, until } from "./page.mjs";

/** The cell of a row and a column of table three, by the words of its row. */
const cell = (page, row, column) =>
  page.locator("[data-test=document] .official-applications tr", { hasText: row }).locator("td.value").nth(column);

/** What is marked in the tables. */
const marked = (page) => page.locator("[data-test=document] .official td.mark-error").allTextContents();

test("one wrong cell is marked in the official table, its right value is offered and accepted, and the verdict turns", () =>
  onPage(pageFileUrl, async (page, source) => {
    const text = await pasteChanged(page, source, { "（一）予以公开\t\t3": "（一）予以公开\t\t7" });
    assert.equal(await state(page), "findings");
    assert.deepEqual(await marked(page), ["7"]);
    const [finding] = await findings(page);
    assert.match(finding.message, /“（一）予以公开”行“自然人”列应为 3（现为 7）/);

    await cell(page, "（一）予以公开", 0).click();
    assert.match(await hook(page, "formula").textContent(), /不成立/);
    await hook(page, "cell-fix").filter({ hasText: "改为 3" }).click();
    await until(page, () => document.body.dataset.state === "clear");
    assert.equal(await inputText(page), text.replace("\t\t7", "\t\t3"));
    assert.match(await hook(page, "verdict").textContent(), /42 条成立$/);
    assert.equal(await hook(page, "seal").textContent(), "通过");
    assert.equal(await page.evaluate(() => document.activeElement.matches("td") && document.activeElement.textContent), "3");
  }));

test("a figure is corrected in its cell, the equations follow, and it is taken back", () =>
  onPage(pageFileUrl, async (page, source) => {
    const text = await pasteChanged(page, source, {});
    await cell(page, "（一）予以公开", 0).click();
    await hook(page, "cell-input").fill("7");
    await page.keyboard.press("Enter");
    await until(page, () => document.body.dataset.state === "findings");
    assert.equal(await inputText(page), text.replace("（一）予以公开\t\t3", "（一）予以公开\t\t7"));
    assert.equal(await cell(page, "（一）予以公开", 0).textContent(), "7");
    // The cell has the keyboard again, and Esc leaves it as it is.
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "7");
    await page.keyboard.press("Enter");
    await page.keyboard.type("123");
    await page.keyboard.press("Escape");
    assert.equal(await cell(page, "（一）予以公开", 0).textContent(), "7");
    await hook(page, "input").focus();
    await pressWithControl(page, "z", "undo");
    assert.equal(await inputText(page), text);
  }));

test("the keyboard alone goes from cell to cell and corrects several", () =>
  onPage(pageFileUrl, async (page, source) => {
    const text = await pasteChanged(page, source, {});
    await cell(page, "（一）予以公开", 0).focus();
    await page.keyboard.press("5");
    await page.keyboard.press("Tab");
    assert.equal(await hook(page, "cell-input").inputValue(), "1");
    await page.keyboard.type("2");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowUp");
    await until(page, () => document.activeElement.matches("td") && document.activeElement.textContent === "2");
    await answer(page);
    assert.equal(await inputText(page), text.replace("（一）予以公开\t\t3\t1", "（一）予以公开\t\t5\t2"));
  }));

test("a blank cell is filled in its place, one that the text lacks is not", () =>
  onPage(pageFileUrl, async (page, source) => {
    const text = await pasteChanged(page, source, { "（一）予以公开\t\t3\t1": "（一）予以公开\t\t3\t" });
    await cell(page, "（一）予以公开", 1).click();
    await hook(page, "cell-input").fill("1");
    await page.keyboard.press("Enter");
    await until(page, () => document.body.dataset.state === "clear");
    assert.equal(await inputText(page), text.replace("（一）予以公开\t\t3\t", "（一）予以公开\t\t3\t1"));

    const lines = (await inputText(page)).split("\n");
    await copy(source, { text: lines.filter((line) => !line.includes("2.重复申请")).join("\n") });
    await paste(page);
    const before = await inputText(page);
    await page.locator("td.value.is-missing").first().click();
    assert.match(await hook(page, "note").textContent(), /原文里没有.*重复申请.*这一格/);
    assert.equal(await hook(page, "cell-input").count(), 0);
    assert.equal(await inputText(page), before);
  }));

test("a figure in pasted HTML source is corrected without a tag of its own", () =>
  onPage(pageFileUrl, async (page) => {
    const rows = (await fixture("right.txt")).split("\n").map((line) => (line.includes("\t") ? `<tr>${line.split("\t").map((words) => `<td>${words}</td>`).join("")}</tr>` : `<p>${line}</p>`));
    const html = rows.join("\n");
    await hook(page, "input").fill(html);
    await answer(page);
    await cell(page, "（一）予以公开", 0).click();
    await hook(page, "cell-input").fill("<b>7");
    await page.keyboard.press("Enter");
    await until(page, () => document.body.dataset.state === "findings");
    assert.ok((await inputText(page)).includes("<td>&lt;b&gt;7</td>"));
  }));

test("a figure that hangs together with its neighbours is left alone, and why is said", () =>
  onPage(pageFileUrl, async (page, source) => {
    await copy(source, { text: (await fixture("right.txt")).replace(/\t/g, "") });
    await paste(page);
    const text = await inputText(page);
    await cell(page, "（一）予以公开", 0).click();
    await hook(page, "cell-input").fill("7");
    await page.keyboard.press("Enter");
    await until(page, () => /连在一起/.test(document.querySelector("[data-test=note]").textContent));
    assert.equal(await inputText(page), text);
    await until(page, () => document.querySelector("[data-test=document] td:focus")?.textContent === "3");
  }));

test("a table is copied so that Word pastes a table, and as text with tabs", () =>
  onPage(served.url, async (page, source) => {
    await pasteChanged(page, source, {});
    await hook(page, "copy-table").nth(1).click();
    assert.match(await hook(page, "note").textContent(), /已复制这张表/);
    await source.evaluate(() => {
      document.body.innerHTML = "<textarea></textarea>";
      const box = document.body.firstChild;
      box.focus();
      document.onpaste = (event) => {
        document.pasted = { html: event.clipboardData.getData("text/html"), text: event.clipboardData.getData("text/plain") };
      };
    });
    await source.bringToFront();
    await pressWithControl(source, "v", "paste");
    const { html, text } = await source.evaluate(() => document.pasted);
    const table = await source.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, "text/html").querySelector("table");
      const cells = Array.from(parsed.rows, (row) => Array.from(row.cells, (one) => [one.textContent, one.colSpan, one.rowSpan]));
      return { border: parsed.getAttribute("border"), corner: cells[0][0], first: cells[3], classes: parsed.querySelectorAll("[class]").length };
    }, html);
    assert.equal(table.border, "1");
    assert.deepEqual(table.corner.slice(1), [3, 3]);
    assert.deepEqual(table.first.map(([words]) => words), ["一、本年新收政府信息公开申请数量", "6", "2", "0", "0", "1", "0", "9"]);
    assert.equal(table.classes, 0);
    assert.ok(text.split("\n").includes("一、本年新收政府信息公开申请数量\t\t\t6\t2\t0\t0\t1\t0\t9"));
    assert.ok(text.split("\n").every((line) => line.split("\t").length === 10));
  }));

/** Last year's report: the same organ a year before, with other figures carried over. */
async function pasteLastYear(page, source, changes = {}) {
  let text = (await fixture("right.txt")).split("2023").join("2022");
  for (const [from, to] of Object.entries(changes)) {
    assert.ok(text.includes(from), from);
    text = text.replace(from, to);
  }
  await hook(page, "show-previous").click();
  await copy(source, { text });
  await page.bringToFront();
  await hook(page, "previous").focus();
  await pressWithControl(page, "v", "paste");
  await until(page, () => document.querySelector("[data-test=previous]").value !== "");
  return text;
}

test("last year's report is held against this year's, shown beside it, kept over a reload and removed", () =>
  onPage(served.url, async (page, source) => {
    await pasteChanged(page, source, {});
    assert.equal(await hook(page, "compare-link").isVisible(), false);
    const carried = "四、结转下年度继续办理\t\t\t0\t0\t0\t0\t0\t0\t0";
    const last = await pasteLastYear(page, source, { "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1": carried });
    await until(page, () => document.querySelector("[data-code='consistency/broken-carry-over']") !== null);

    await hook(page, "compare-open").click();
    await hook(page, "carry-over").waitFor();
    const rows = await hook(page, "carry-over").locator("tbody tr").evaluateAll((rows) => rows.map((row) => Array.from(row.cells, (one) => one.textContent)));
    assert.deepEqual(rows[0], ["总计", "0", "1，与上年报告对不上", "+1"]);
    assert.deepEqual(rows[1], ["自然人", "0", "1，与上年报告对不上", "+1"]);
    assert.deepEqual(rows[2], ["商业企业", "0", "0", "0"]);
    // A head goes on to its next line behind 上年报告, not within a word.
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const heads = await hook(page, "carry-over").locator("thead .changes-part").evaluateAll((parts) => parts.map((part) => [part.textContent, part.getBoundingClientRect().height < 30]));
      assert.deepEqual(heads, ["上年报告", "结转下年度", "本年报告", "上年结转", "相差"].map((head) => [head, true]), `${width} pixels wide`);
    }
    await hook(page, "compare-column").filter({ hasText: "自然人" }).click();
    const changes = await hook(page, "changes").nth(1).locator("tbody tr").last().evaluate((row) => Array.from(row.cells, (one) => one.textContent));
    assert.deepEqual(changes, ["四、结转下年度继续办理", "1", "0", "+1"]);
    await hook(page, "compare").locator("[data-test=back]").click();

    await page.reload();
    await until(page, () => document.querySelector("[data-code='consistency/broken-carry-over']") !== null);
    await hook(page, "show-previous").click();
    assert.equal(await hook(page, "previous").inputValue(), last);
    await hook(page, "clear").click();
    await until(page, () => document.body.dataset.state === "clear");
    assert.equal(await page.evaluate(() => sessionStorage.getItem("nianbao.previous")), null);
    assert.equal(await hook(page, "compare-link").isVisible(), false);
  }));

test("a figure of the tables is seen at a glance, with a chart that says its numbers", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, {});
    await hook(page, "show-overview").click();
    assert.match(await hook(page, "overview").locator(".overview-lead").textContent(), /本年新收 9 件，上年结转 1 件，本年办结 9 件，结转下年度 1 件/);
    const bars = await hook(page, "bars").first().locator("tbody tr").evaluateAll((rows) =>
      rows.map((row) => ({
        said: Array.from(row.cells, (cell) => cell.textContent).slice(0, 3).join(" "),
        value: Number(row.cells[1].textContent),
        length: row.querySelector(".bar rect").getBoundingClientRect().width,
      })),
    );
    assert.equal(bars[0].said, "予以公开 4 40%");
    assert.equal(bars.reduce((sum, { value }) => sum + value, 0), 10);
    // As long as the figure says, and nothing around it that looks like the whole that 40% are of.
    for (const { said, value, length } of bars) assert.ok(Math.abs(length - (bars[0].length / 4) * value) < 1, `${said}: ${length}`);
    assert.equal(await hook(page, "bars").first().locator(".bar *").count(), bars.length);
    // A finding or the outline leads back to the document.
    await hook(page, "outline-section").nth(2).click();
    assert.equal(await hook(page, "document").isVisible(), true);
  }));
