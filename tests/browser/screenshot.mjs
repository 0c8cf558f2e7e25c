// Pictures of the page in each of its states, to be looked at one by one: wide, less wide and narrow, light and dark.
//
//   node tests/browser/screenshot.mjs <folder> [state …]

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { findBrowsers, startChromium } from "./browsers.mjs";
import { open, pageFileUrl } from "./page.mjs";
import { panesOf, showPane, states } from "./states.mjs";

const [folder, ...asked] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await startChromium((await findBrowsers()).Chromium);
for (const name of asked.length > 0 ? asked : Object.keys(states)) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const source = await context.newPage();
  const page = await context.newPage();
  await open(page, pageFileUrl);
  await states[name](page, source);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]]) {
      await page.setViewportSize({ width, height });
      for (const pane of await panesOf(page)) {
        await showPane(page, pane);
        const file = join(folder, [name, colorScheme, width, pane].filter((part) => part !== null).join("-") + ".png");
        await page.screenshot({ path: file });
        console.log(file);
      }
    }
  }
  await context.close();
}
await browser.close();
