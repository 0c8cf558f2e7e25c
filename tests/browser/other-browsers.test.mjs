// The same file in an old Chromium and in Firefox gives what it gives in a current Chromium.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findBrowsers, startChromium, startFirefox } from "./browsers.mjs";
import { choose, copy, findings, fixture, open, pageFileUrl, paste } from "./page.mjs";

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
  return shown;
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
