// The same subjects in Chromium, on a page of its own.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findBrowsers, startChromium } from "../../tests/browser/browsers.mjs";
import { times } from "./clock.mjs";

/** The times for each text in Chromium, and its version. */
export async function measureInChromium(subjects, bundles, texts, settings) {
  const { Chromium } = await findBrowsers();
  const browser = await startChromium(Chromium);
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
    for (const file of new Set(subjects.map((subject) => subject.file))) {
      await page.addScriptTag({ content: await readFile(join(bundles, `${file}.js`), "utf8") });
    }
    await page.addScriptTag({ content: `window.times = ${times}` });
    await page.evaluate(async (subjects) => {
      const bundle = ({ file }) => globalThis[`subject_${file.replace("-", "_")}`];
      window.loaded = await Promise.all(subjects.map((subject) => bundle(subject)[subject.load]()));
    }, subjects);
    const answers = [];
    for (const text of texts) {
      answers.push(await page.evaluate(([text, settings]) => window.times(window.loaded, text, settings), [text, settings]));
    }
    return { version: Chromium.version, answers };
  } finally {
    await browser.close();
  }
}
