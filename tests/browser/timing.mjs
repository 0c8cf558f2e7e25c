// How long a clerk waits, in the current Chromium and in 86. Prints; asserts nothing.
//
//   node tests/browser/timing.mjs    after cargo xtask build

import { findBrowsers, startChromium } from "./browsers.mjs";
import { answer, copy, fixture, open, pageFileUrl, pressWithControl, until } from "./page.mjs";

const ROUNDS = 5;
const LENGTH = 13_000;

/** A report of about 13 KB in UTF-8: the fixture with its paragraphs of prose told several times. */
async function report() {
  const text = await fixture("wrong.txt");
  const prose = text.split("\n").filter((line) => line.length > 60 && !line.includes("\t"));
  const more = Math.max(0, LENGTH - Buffer.byteLength(text));
  let added = "";
  for (let index = 0; Buffer.byteLength(added) < more; index++) added += `\n${prose[index % prose.length]}`;
  return text.replace(prose[0], prose[0] + added);
}

/** Milliseconds from navigating to the findings of a paste, and from a key press to the findings that follow it. */
async function measure(browser) {
  const context = await browser.newContext();
  const source = await context.newPage();
  const page = await context.newPage();
  await copy(source, { text: await report() });
  await page.bringToFront();
  const started = performance.now();
  await open(page, pageFileUrl);
  await page.evaluate(() => document.querySelector("[data-test=input]").focus());
  await pressWithControl(page, "v", "paste");
  await answer(page);
  const opened = performance.now() - started;

  await page.evaluate(() => {
    document.querySelector("[data-test=input]").focus();
    let pressed;
    document.addEventListener("keydown", () => (pressed = performance.now()), { once: true });
    const observer = new MutationObserver(() => {
      if (pressed === undefined || document.body.dataset.answered !== "true") return;
      observer.disconnect();
      // When what was drawn can be seen.
      requestAnimationFrame(() => setTimeout(() => (window.typed = performance.now() - pressed)));
    });
    observer.observe(document.body, { attributeFilter: ["data-answered"] });
  });
  await page.keyboard.type("x");
  await until(page, () => window.typed !== undefined);
  const typed = await page.evaluate(() => window.typed);
  await context.close();
  return { opened, typed };
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const browsers = await findBrowsers();
for (const name of ["Chromium", "Chromium 86"]) {
  if (browsers[name].missing) {
    console.log(`${name}: not measured, ${browsers[name].missing}`);
    continue;
  }
  const browser = await startChromium(browsers[name]);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(browser));
  await browser.close();
  const opened = Math.round(middle(rounds.map((round) => round.opened)));
  const typed = Math.round(middle(rounds.map((round) => round.typed)));
  console.log(`${name}: ${opened} ms from opening the file to the findings of a pasted 13 KB report, ${typed} ms from a key press to the new findings (250 ms of it wait for the next key)`);
}
