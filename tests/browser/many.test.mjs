// Many reports at once: the table, the report behind a line, the county's sum, and the draft that all this leaves alone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { browser, hook, onPage, served } from "./in-chromium.mjs";
import { folderOfReports, manyReports } from "./many-reports.mjs";
import { answer, fixture, inputText, open, pageFileUrl, until } from "./page.mjs";

const { folder, paths } = await folderOfReports();

/** Waits until every file has its line's answer. */
const read = (page) => until(page, () => /份：/.test(document.querySelector("[data-test=many-summary]").textContent));

async function chooseFiles(page) {
  await hook(page, "many-open").click();
  await hook(page, "choose-files-input").setInputFiles(paths);
  await read(page);
}

/** The lines of the table as they are read: one list of cells each. */
const lines = (page) =>
  page.evaluate(() => Array.from(document.querySelectorAll("[data-test=many-line]"), (line) => Array.from(line.cells, (cell) => cell.textContent)));

const names = async (page) => (await lines(page)).map(([name]) => name);

/** What is saved when the button of this hook is clicked. */
async function saved(page, name) {
  const download = page.waitForEvent("download");
  await hook(page, name).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

test("each of many files has its line, and one that cannot be read says why", () =>
  onPage(pageFileUrl, async (page) => {
    await chooseFiles(page);
    assert.equal(await hook(page, "many-summary").textContent(), "5 份：1 份待改，3 份通过，1 份读不出");
    assert.deepEqual(await lines(page), [
      ["柳溪口镇年报.txt", "柳溪口镇人民政府", "2023", "通过", "0", "0", "9"],
      ["柳溪县年报.txt", "柳溪县", "2023", "通过", "0", "0", "27"],
      ["梅塘镇年报.txt", "梅塘镇人民政府", "2023", "待改", "1", "0", "9"],
      ["石桥铺镇年报.txt", "石桥铺镇人民政府", "2023", "通过", "0", "0", "9"],
      ["照片.png", "这是图片，图中的文字无法核对：请打开报告的 Word、WPS 文件或网页，全选、复制后粘贴到这里。"],
    ]);
  }));

test("a folder is chosen whole, and files of one name are told apart by their folders", () =>
  onPage(pageFileUrl, async (page) => {
    await hook(page, "many-open").click();
    await hook(page, "choose-folder-input").setInputFiles(folder);
    await read(page);
    assert.equal((await lines(page)).length, 5);
    assert.ok((await names(page)).some((name) => /^柳溪县年报\.txt.*\/全县\/$/.test(name)), JSON.stringify(await names(page)));
  }));

async function dropFolder(page) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, x: 200, y: 300, data });
}

test("a folder is dropped on the page of a server", () =>
  onPage(served.url, async (page) => {
    await dropFolder(page);
    await read(page);
    assert.equal((await lines(page)).length, 5);
    assert.ok((await names(page)).some((name) => /^柳溪县年报\.txt.*\/全县\/$/.test(name)), JSON.stringify(await names(page)));
  }));

test("on file:// no browser lets a dropped folder be opened: the page says what to do instead", () =>
  onPage(pageFileUrl, async (page) => {
    await dropFolder(page);
    await hook(page, "many-note").waitFor();
    assert.match(await hook(page, "many-note").textContent(), /请点“选择文件夹”/);
    assert.ok(await hook(page, "choose-folder").isVisible());
  }));

test("what is set aside in one of many stays with it, and never touches the draft", () =>
  onPage(pageFileUrl, async (page) => {
    const flawed = (await manyReports())["梅塘镇年报.txt"];
    await hook(page, "input").fill(flawed);
    await answer(page);
    await chooseFiles(page);
    const visit = async () => {
      await hook(page, "many-report").nth(2).click();
      await answer(page);
    };
    await visit();
    await hook(page, "set-aside").first().click();
    await hook(page, "set-aside-reason").first().click();
    await hook(page, "set-aside-done").click();
    assert.equal(await hook(page, "finding").count(), 0);
    await hook(page, "visit-back").click();
    await until(page, () => /1 份已搁置/.test(document.querySelector("[data-test=many-summary]").textContent));
    await visit();
    assert.equal(await hook(page, "finding").count(), 0);
    await hook(page, "visit-end").click();
    await answer(page);
    assert.equal(await hook(page, "finding").count(), 1);
  }));

test("the head's buttons sort the lines, and what cannot be read stays last", () =>
  onPage(pageFileUrl, async (page) => {
    await chooseFiles(page);
    await hook(page, "sort-received").click();
    assert.equal((await names(page))[0], "柳溪县年报.txt");
    assert.equal(await page.locator("th[aria-sort=descending]").textContent(), "新收申请");
    await hook(page, "sort-received").click();
    assert.equal(await page.locator("th[aria-sort=ascending]").textContent(), "新收申请");
    assert.deepEqual((await names(page)).slice(-2), ["柳溪县年报.txt", "照片.png"]);
    await hook(page, "sort-verdict").focus();
    await page.keyboard.press("Enter");
    assert.equal((await names(page))[0], "梅塘镇年报.txt");
    assert.equal((await names(page)).at(-1), "照片.png");
  }));

test("the draft stands aside for a report of the list and comes back with its undo, a reload brings it back too", () =>
  onPage(pageFileUrl, async (page) => {
    const draft = await fixture("wrong.txt");
    await hook(page, "input").fill(draft);
    await answer(page);
    await chooseFiles(page);
    await hook(page, "many-report").nth(2).click();
    await answer(page);
    assert.equal(await inputText(page), (await manyReports())["梅塘镇年报.txt"]);
    assert.match(await hook(page, "visit").textContent(), /梅塘镇年报\.txt　第 3 份，共 4 份/);
    assert.ok(await hook(page, "keeping").isHidden());

    // Nothing of the visited report is kept: after a reload the own draft is there.
    await page.reload();
    await answer(page);
    assert.equal(await inputText(page), draft);

    await hook(page, "input").fill(draft.slice(1));
    await hook(page, "input").fill(draft);
    await chooseFiles(page);
    await hook(page, "many-report").first().click();
    await answer(page);
    await hook(page, "visit-next").click();
    await answer(page);
    await hook(page, "input").press("x");
    await hook(page, "visit-end").click();
    await answer(page);
    assert.equal(await inputText(page), draft);
    assert.ok(await hook(page, "visit").isHidden());
    await hook(page, "input").press("Control+z");
    assert.equal(await inputText(page), draft.slice(1));
  }));

test("a report mended on the desk is right in the list", () =>
  onPage(pageFileUrl, async (page) => {
    await chooseFiles(page);
    await hook(page, "many-report").nth(2).click();
    await answer(page);
    const text = await inputText(page);
    await hook(page, "input").fill(text.replace("\t3\t1\t0\t0\t0\t0\t5", "\t3\t1\t0\t0\t0\t0\t4"));
    await answer(page);
    await hook(page, "visit-back").click();
    await until(page, () => /^5 份：4 份通过/.test(document.querySelector("[data-test=many-summary]").textContent));
    assert.equal(await inputText(page), "");
  }));

test("the county's report is guessed and held against the sum of the others, cell by cell", () =>
  onPage(pageFileUrl, async (page) => {
    await chooseFiles(page);
    assert.equal(await hook(page, "county-report").locator("option:checked").textContent(), "柳溪县");
    await hook(page, "county-compare").click();
    await hook(page, "sum-cell").first().waitFor();
    // The town whose total is one too high makes the county's total differ as well.
    assert.equal(await hook(page, "sum-sentence").textContent(), "200 格：198 格一致，2 格不同");
    const differing = await page.locator("[data-test=sum-cell][data-verdict=differs]").evaluateAll((cells) => cells.map((cell) => [cell.dataset.cell, Array.from(cell.querySelectorAll("span:not(.visually-hidden)"), (part) => part.textContent)]));
    assert.deepEqual(differing, [
      ["disclosure/20.5.licence/decisions", ["95", "合计 93", "差 +2"]],
      ["applications/3.1/total", ["12", "合计 13", "差 −1"]],
    ]);

    await page.locator("[data-cell='applications/3.1/total']").click();
    const units = await hook(page, "contribution").evaluateAll((rows) => rows.map((row) => Array.from(row.cells, (cell) => cell.textContent)));
    assert.deepEqual(units, [["梅塘镇人民政府", "5"], ["柳溪口镇人民政府", "4"], ["石桥铺镇人民政府", "4"]]);
    await hook(page, "contribution").first().locator("button").click();
    await answer(page);
    assert.match(await inputText(page), /^梅塘镇人民政府/);
  }));

test("both tables are saved for Excel, and a name that begins like a formula stays words", () =>
  onPage(pageFileUrl, async (page) => {
    await hook(page, "many-open").click();
    const files = Object.entries(await manyReports()).map(([name, text]) => ({ name: name.split("/").pop(), mimeType: "text/plain", buffer: Buffer.from(text) }));
    files.push({ name: "=1+1.txt", mimeType: "text/plain", buffer: Buffer.from("会议通知\n请按时参加。") });
    await hook(page, "choose-files-input").setInputFiles(files);
    await read(page);
    const list = await saved(page, "many-csv");
    assert.equal(list.name, "批量核对结果.csv");
    assert.match(list.text, /^\ufeff文件,机关,年度,结论,错误,警告,新收申请,说明\r\n/);
    assert.match(list.text, /\r\n'=1\+1\.txt,,,不是年报,0,0,,\r\n/);
    await hook(page, "county-compare").click();
    await hook(page, "sum-cell").first().waitFor();
    const sum = await saved(page, "sum-csv");
    assert.match(sum.text, /\r\n表二 行政许可·本年处理决定数量,95,93,2,不同,31,31,31\r\n/);
  }));

test("two hundred reports are read while the page answers", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await open(page, pageFileUrl);
  await hook(page, "many-open").click();
  const text = Buffer.from(await fixture("right.txt"));
  await hook(page, "choose-files-input").setInputFiles(Array.from({ length: 200 }, (_, index) => ({ name: `${index}.txt`, mimeType: "text/plain", buffer: text })));
  // Meanwhile the desk works.
  await page.locator(".view:not([hidden]) [data-test=back]").click();
  await hook(page, "input").fill(await fixture("wrong.txt"));
  await answer(page);
  await hook(page, "many-open").click();
  await read(page);
  assert.equal((await lines(page)).length, 200);
  assert.match(await hook(page, "many-summary").textContent(), /^200 份：200 份通过$/);
  await context.close();
});

test("clearing the list forgets it", () =>
  onPage(pageFileUrl, async (page) => {
    await chooseFiles(page);
    await hook(page, "many-clear").click();
    await until(page, () => document.querySelectorAll("[data-test=many-line]").length === 0);
    assert.ok(await hook(page, "choose-folder").isVisible());
  }));
