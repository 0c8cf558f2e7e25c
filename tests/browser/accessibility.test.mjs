// What keeps people with screen readers or weak sight from using the page, as far as axe can tell.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { onPage } from "./in-chromium.mjs";
import { axe } from "./packages.mjs";
import { pageFileUrl } from "./page.mjs";
import { panesOf, showPane, states } from "./states.mjs";

const MEDIA = [{ colorScheme: "light" }, { colorScheme: "dark" }, ...["light", "dark"].map((colorScheme) => ({ colorScheme, forcedColors: "active" }))];

for (const [name, reach] of Object.entries(states)) {
  test(`axe finds no barrier: ${name}`, () =>
    onPage(pageFileUrl, async (page, source) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await reach(page, source);
      // Not as a script element: the page's policy rightly refuses one.
      await page.evaluate(await readFile(axe, "utf8"));
      for (const media of MEDIA) {
        await page.emulateMedia(media);
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 900 });
          for (const pane of await panesOf(page)) {
            await showPane(page, pane);
            if (media.forcedColors === "active") await tellForcedColours(page);
            const { violations } = await page.evaluate(() => window.axe.run());
            const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join("\n")}`);
            assert.deepEqual(said, [], `${Object.values(media).join(" ")}, ${width} pixels wide, ${pane ?? "whole"}`);
          }
        }
      }
    }));
}

/** axe reads -webkit-text-fill-color, which Chromium reports as the page would have it; what it draws is the forced colour. */
async function tellForcedColours(page) {
  await page.evaluate(() => {
    for (const element of Array.from(document.body.querySelectorAll("*"))) element.style.webkitTextFillColor = getComputedStyle(element).color;
  });
}
