// Pictures of the page with a report in it, to be looked at: wide and narrow, light and dark.
//
//   node tests/browser/screenshot.mjs <report.txt> <folder>

import { mkdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { findBrowsers, startChromium } from "./browsers.mjs";
import { answer, pageFileUrl } from "./page.mjs";

const [report, folder] = process.argv.slice(2);
const text = await readFile(report, "utf8");
await mkdir(folder, { recursive: true });
const browser = await startChromium((await findBrowsers()).Chromium);
for (const [size, viewport] of Object.entries({ wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } })) {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ viewport, colorScheme });
    await page.goto(pageFileUrl);
    await page.locator("[data-test=input]").fill(text);
    await answer(page);
    const finding = page.locator("[data-test=finding] button").first();
    if (size === "wide" && (await finding.count()) > 0) await finding.click();
    if (size === "narrow") await page.locator("button[data-pane=findings]").click();
    const file = join(folder, `${basename(report, ".txt")}-${size}-${colorScheme}.png`);
    await page.screenshot({ path: file, fullPage: size === "narrow" });
    console.log(file);
    await page.close();
  }
}
await browser.close();
