// What the tests of the editors share: the browsers, the examples served, an example opened and watched.

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { serveExamples } from "../../examples/serve.mjs";
import { findBrowsers, startChromium } from "../browser/browsers.mjs";

const browsers = await findBrowsers();

/** Runs the same tests in the current Chromium and in Chromium 86. `isOld` tells in which. */
export function inBothChromiums(title, define) {
  for (const name of ["Chromium", "Chromium 86"]) {
    describe(`${title} in ${name}`, { skip: browsers[name].missing ?? false }, () => {
      const run = { isOld: name === "Chromium 86" };
      before(async () => {
        run.browser = await startChromium(browsers[name]);
        run.served = await serveExamples(0);
      });
      after(async () => {
        await run.browser?.close();
        run.served?.server.close();
      });
      define(run);
    });
  }
}

/** Opens a page in a context of its own, hands it to `use`; then nothing may have gone wrong in it. */
export async function onPage(run, path, use, { route, isExpected = () => false } = {}) {
  const context = await run.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error.stack ?? error)));
  await route?.(page);
  await page.goto(new URL(path, run.served.url).href);
  await use(page);
  await context.close();
  assert.deepEqual(problems.filter((problem) => !isExpected(problem)), []);
}

/** Waits until a condition holds in the page. */
export function until(page, condition, argument) {
  return page.waitForFunction(condition, argument, { timeout: 20_000, polling: 50 });
}

// Playwright's locators ask things of the page that Chromium 86 does not know, so elements are found and clicked by hand.

/** The first element that fits and holds these words, in the page or in the shadow tree of a <nianbao-check>; waits for it. */
export function find(page, selector, words = "") {
  const search = ([selector, words]) => {
    const places = [document, ...Array.from(document.querySelectorAll("nianbao-check"), (check) => check.shadowRoot)];
    return places.flatMap((place) => Array.from(place.querySelectorAll(selector))).find((element) => element.textContent.includes(words));
  };
  return page.waitForFunction(search, [selector, words], { timeout: 20_000, polling: 50 });
}

/** A real click in the middle of an element that `find` gave, once it has come to rest. */
export async function click(page, element) {
  const { x, y } = await element.evaluate(async (element) => {
    element.scrollIntoView({ block: "nearest" });
    const middle = () => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    };
    for (let before = middle(); ; ) {
      await new Promise((done) => setTimeout(done, 100));
      const now = middle();
      if (now.x === before.x && now.y === before.y) return now;
      before = now;
    }
  });
  await page.mouse.click(x, y);
}
