// The page in a current Chromium, from a file and from a plain web server: what a clerk does with it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { browser, onPage, requestsServed, served } from "./in-chromium.mjs";
import { answer, choose, copy, findings, fixture, inputText, open, pageFileUrl, paste, state, until } from "./page.mjs";

const index = (list, group, words) => {
  const found = list.findIndex((f) => f.code.startsWith(`${group}/`) && f.message.includes(words));
  assert.ok(found >= 0, `no finding of ${group} with ${words} in ${JSON.stringify(list)}`);
  return found;
};

/** The three flaws of fixtures/wrong.txt, each chosen in the list: selected in the text and marked in the document. */
async function assertFlawsShown(page) {
  assert.equal(await state(page), "findings");
  const list = await findings(page);
  const sum = await choose(page, index(list, "arithmetic", "总计"));
  assert.equal(sum.selected, "5");
  assert.ok(sum.marked.some((text) => text.startsWith("5")), JSON.stringify(sum.marked));
  assert.match(await page.locator("[data-test=formula]").textContent(), /不成立.*左边合计 2，右边合计 5/);
  const heading = await choose(page, index(list, "structure", "主动公开政府信息情况"));
  assert.ok("主动公开政府信息情况".includes(heading.selected) && heading.selected !== "", heading.selected);
  assert.ok(heading.marked.length > 0);
  const row = await choose(page, index(list, "table", "行政强制"));
  assert.ok(row.selected !== "");
}

for (const [name, url] of [
  ["from a file", () => pageFileUrl],
  ["from a plain web server", () => served.url],
]) {
  describe(name, () => {
    test("the text of a whole report is pasted and its flaws are shown in place", () =>
      onPage(url(), async (page, source) => {
        await copy(source, { text: await fixture("wrong.txt") });
        await paste(page);
        await assertFlawsShown(page);
      }));

    test("a whole report copied in Word keeps its tables and shows the same flaws", () =>
      onPage(url(), async (page, source) => {
        await copy(source, { text: "Word 的纯文本，合并的单元格已经丢失", html: await fixture("wrong.word.html") });
        await paste(page);
        await assertFlawsShown(page);
      }));

    test("a right report copied in WPS raises nothing", () =>
      onPage(url(), async (page, source) => {
        await copy(source, { text: "WPS 的纯文本", html: await fixture("right.wps.html") });
        await paste(page);
        assert.deepEqual((await findings(page)).filter((f) => f.severity !== "info"), []);
        assert.equal(await state(page), "clear");
      }));

    test("the draft is there again after a reload", () =>
      onPage(url(), async (page, source) => {
        const text = await fixture("wrong.txt");
        await copy(source, { text });
        await paste(page);
        const before = await findings(page);
        await page.reload();
        await answer(page);
        assert.equal(await inputText(page), text);
        assert.deepEqual(await findings(page), before);
      }));
  });
}

test("a report that is mended while typing becomes right", () =>
  onPage(pageFileUrl, async (page, source) => {
    await copy(source, { text: await fixture("right.txt") });
    await paste(page);
    assert.equal(await state(page), "clear");
    const at = await page.evaluate(() => document.querySelector("[data-test=input]").value.indexOf("\t9\n") + 1);
    await page.evaluate((at) => document.querySelector("[data-test=input]").setSelectionRange(at, at + 1), at);
    await page.keyboard.type("8");
    await until(page, () => document.body.dataset.state === "findings");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("9");
    await until(page, () => document.body.dataset.state === "clear");
  }));

test("the server hears nothing after the page, not even when a script on the page tries", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await open(page, served.url);
  const before = requestsServed;
  const outcome = await page.evaluate(async () => {
    new Image().src = "/image";
    navigator.sendBeacon("/beacon", "text");
    return fetch("/fetch").then(
      () => "left",
      () => "refused",
    );
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  assert.equal(outcome, "refused");
  assert.equal(requestsServed, before);
  await context.close();
});

test("pasted markup is never run nor inserted", () =>
  onPage(pageFileUrl, async (page, source) => {
    const hostile = `<table><tr><td>一、总体情况<img src=x onerror="document.title='run'"><script>document.title='run'</script></td></tr></table>`;
    await copy(source, { text: "纯文本", html: hostile });
    await paste(page);
    assert.ok((await inputText(page)).includes("一、总体情况"));
    assert.notEqual(await page.title(), "run");
    assert.equal(await page.locator("main img, main script").count(), 0);
  }));

/** A page whose worker is disturbed: `disturb` stands in the worker's place for each question about a text with 干扰. */
async function onDisturbedPage(disturb, use) {
  const context = await browser.newContext();
  const source = await context.newPage();
  const page = await context.newPage();
  await page.addInitScript(`
    const send = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message) {
      const text = message.question && message.question.method === "check" && message.question.args[0];
      if (text && text.includes("干扰")) (${disturb})(this, message, send);
      else send.call(this, message);
    };`);
  await open(page, pageFileUrl);
  await use(page, source);
  await context.close();
}

const failureWords = (page) => page.evaluate(() => document.querySelector("[data-test=failure]:not([hidden])")?.textContent ?? "");

for (const [name, disturb, words] of [
  ["a core that breaks down", "(worker) => worker.dispatchEvent(new ErrorEvent('error'))", /意外中断/],
  ["a text that is no string", "(worker, message, send) => { message.question.args[0] = 5; send.call(worker, message); }", /应为字符串，收到的是数字/],
]) {
  test(`${name} is told in words, and the next check works`, () =>
    onDisturbedPage(disturb, async (page, source) => {
      await page.locator("[data-test=input]").fill("干扰");
      await until(page, () => !document.querySelector("[data-test=failure]").hidden);
      assert.match(await failureWords(page), words);
      await copy(source, { text: await fixture("wrong.txt") });
      await paste(page);
      assert.equal(await failureWords(page), "");
      assert.equal(await state(page), "findings");
    }));
}

test("without workers the core runs on the page's own thread", async () => {
  const context = await browser.newContext();
  const source = await context.newPage();
  const page = await context.newPage();
  await page.addInitScript("window.Worker = class { constructor() { throw new Error('no workers here'); } };");
  await open(page, pageFileUrl);
  await copy(source, { text: await fixture("wrong.txt") });
  await paste(page);
  await assertFlawsShown(page);
  await context.close();
});

test("without WebAssembly the page says what to do", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript("delete window.WebAssembly;");
  await open(page, pageFileUrl);
  await page.getByText("这个浏览器停用了 WebAssembly").first().waitFor();
  await context.close();
});
