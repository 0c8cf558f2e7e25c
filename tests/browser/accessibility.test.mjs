// What keeps people with screen readers or weak sight from using the page, as far as axe can tell.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { hook, onPage, pasteChanged } from "./in-chromium.mjs";
import { axe } from "./packages.mjs";
import { folderOfReports } from "./many-reports.mjs";
import { answer, pageFileUrl } from "./page.mjs";

const { paths } = await folderOfReports();

async function manyReports(page) {
  await hook(page, "many-open").click();
  await hook(page, "choose-files-input").setInputFiles(paths);
  await hook(page, "county-compare").click();
  await hook(page, "sum-cell").first().waitFor();
}

/** States of the page, each reached from a fresh one. */
const states = {
  "before a report": async () => {},
  "with findings and all that opens from them": async (page, source) => {
    await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次", "上年结转1件": "上年结转2件", "\t9\n": "\t8\n" });
    for (const details of await page.locator("summary").all()) await details.click();
    for (const why of await hook(page, "why").all()) await why.click();
    await hook(page, "explanation").last().locator("h4").waitFor();
    await hook(page, "own-word").first().click();
    await hook(page, "claim").first().click();
  },
  "with nothing to find": (page, source) => pasteChanged(page, source, {}),
  "with the settings open": async (page, source) => {
    await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次" });
    await hook(page, "why").first().click();
    await hook(page, "disable").first().click();
    await hook(page, "limits").click();
    await hook(page, "enable").waitFor();
  },
  "with no file of many yet": (page) => hook(page, "many-open").click(),
  "with many reports and their sum": manyReports,
  "with the units of a cell": async (page) => {
    await manyReports(page);
    await page.locator("[data-test=sum-cell][data-verdict=differs]").first().click();
  },
  "with one of many on the desk": async (page) => {
    await manyReports(page);
    await hook(page, "many-report").first().click();
    await answer(page);
  },
  "with the record": async (page, source) => {
    await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次", "上年结转1件": "上年结转2件" });
    await hook(page, "record-open").click();
    await hook(page, "record-conclusion").waitFor();
  },
  "with the rules": async (page) => {
    await hook(page, "catalogue-open").click();
    await hook(page, "rule").first().locator("summary").click();
  },
  "with the empty form": async (page) => {
    await hook(page, "blank-form-open").click();
    await hook(page, "blank-form-paper").locator("table").nth(2).waitFor();
  },
};

for (const [name, reach] of Object.entries(states)) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1440, 390]) {
      test(`axe finds no barrier ${name}, ${colorScheme}, ${width} pixels wide`, () =>
        onPage(pageFileUrl, async (page, source) => {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          await reach(page, source);
          await page.setViewportSize({ width, height: 900 });
          // Not as a script element: the page's policy rightly refuses one.
          await page.evaluate(await readFile(axe, "utf8"));
          const panes = (await page.locator(".tabs").isVisible()) ? ["input", "findings", "document"] : [null];
          for (const pane of panes) {
            if (pane !== null) await page.evaluate((pane) => document.querySelector(`button[data-pane=${pane}]`).click(), pane);
            const { violations } = await page.evaluate(() => window.axe.run());
            const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join("\n")}`);
            assert.deepEqual(said, [], pane ?? "");
          }
        }));
    }
  }
}
