// What the tests in a current Chromium share: the browser, a server of the page, and a page that is watched.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { serve } from "../../www/serve.mjs";
import { findBrowsers, startChromium } from "./browsers.mjs";
import { open, pageFile } from "./page.mjs";

export { hook, pasteChanged } from "./page.mjs";

const { Chromium } = await findBrowsers();
export let browser;
export let served;
export let requestsServed = 0;
before(async () => {
  browser = await startChromium(Chromium);
  served = await serve(pageFile, 0);
  served.server.on("request", () => requestsServed++);
});
after(async () => {
  await browser?.close();
  served?.server.close();
});

/** A fresh page, and another to copy from; when `use` is done, nothing may have left and no error be in the console. */
export async function onPage(url, use) {
  const context = await browser.newContext();
  const source = await context.newPage();
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  await open(page, url);
  page.on("request", (request) => request.url().startsWith("blob:") || request.url() === url || problems.push(`request to ${request.url()}`));
  await use(page, source);
  await context.close();
  assert.deepEqual(problems, []);
}
