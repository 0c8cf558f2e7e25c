// The same file in an old Chromium and in Firefox gives what it gives in a current Chromium.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findBrowsers, startChromium, startFirefox } from "./browsers.mjs";
import { manyReports } from "./many-reports.mjs";
import { choose, copy, findings, fixture, open, pageFileUrl, paste, until } from "./page.mjs";

const browsers = await findBrowsers();

/** Findings of the page for a report copied as text and as Word's HTML, with what choosing the first one shows. */
async function answers(browser, problems) {
  const source = await browser.newPage();
  const page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  await open(page, pageFileUrl);
  const shown = [];
  for (const content of [
    { text: await fixture("wrong.txt") },
    { text: "纯文本", html: await fixture("wrong.word.html") },
  ]) {
    await copy(source, content);
    await paste(page);
    const list = await findings(page);
    const sum = list.findIndex((f) => f.code.startsWith("arithmetic/"));
    assert.ok(sum >= 0, JSON.stringify(list));
    shown.push({ list, chosen: await choose(page, sum) });
  }
  shown.push(await manyAnswers(page));
  return shown;
}

const click = (page, name) => page.evaluate((name) => document.querySelector(`[data-test=${name}]`).click(), name);

/** The table of many files, the county's sum, the record of the report on the desk, and the page's copy of itself. */
async function manyAnswers(page) {
  await page.evaluate((files) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(files)) transfer.items.add(new File([text], name.split("/").pop()));
    const input = document.querySelector("[data-test=choose-files-input]");
    input.files = transfer.files;
    input.dispatchEvent(new Event("change"));
  }, await manyReports());
  await until(page, () => /份：/.test(document.querySelector("[data-test=many-summary]").textContent));
  await click(page, "county-compare");
  await until(page, () => document.querySelector("[data-test=sum-sentence]") !== null);
  const lists = await page.evaluate(() => [
    ...Array.from(document.querySelectorAll("[data-test=many-line]"), (line) => line.textContent),
    ...Array.from(document.querySelectorAll("[data-test=sum-cell][data-verdict=differs]"), (cell) => cell.textContent),
  ]);
  await click(page, "record-open");
  await until(page, () => document.querySelector("[data-test=record-conclusion]") !== null);
  const record = await page.evaluate(() => Array.from(document.querySelectorAll("[data-test=record-finding]"), (finding) => finding.textContent));
  const copy = await page.evaluate(
    () =>
      new Promise((resolve) => {
        URL.createObjectURL = (blob) => {
          const reader = new FileReader();
          reader.onload = () => resolve(reader.result);
          reader.readAsText(blob);
          return "#";
        };
        HTMLAnchorElement.prototype.click = () => undefined;
        document.querySelector("[data-test=save-edition]").click();
      }),
  );
  return { lists, record, copy };
}

/** Before 96 Chromium does not know the keyword that later versions require, and says so. */
const isAboutKeyword = (problem) => problem.includes("'wasm-unsafe-eval'");

/** What a browser shows and what it complains of. */
async function ask(starting, contextOf) {
  const browser = await starting;
  try {
    const problems = [];
    return { shown: await answers(await contextOf(browser), problems), problems };
  } finally {
    await browser.close();
  }
}

const expected = () => ask(startChromium(browsers.Chromium), (chromium) => chromium.newContext());

test("Chromium 86", { skip: browsers["Chromium 86"].missing }, async () => {
  const { shown, problems } = await ask(startChromium(browsers["Chromium 86"]), (chromium) => chromium.newContext());
  assert.deepEqual(problems.filter((problem) => !isAboutKeyword(problem)), []);
  assert.deepEqual(shown, (await expected()).shown);
});

test("Firefox", { skip: browsers.Firefox.missing }, async () => {
  const { shown, problems } = await ask(startFirefox(browsers.Firefox), (firefox) => firefox);
  assert.deepEqual(problems, []);
  assert.deepEqual(shown, (await expected()).shown);
});
