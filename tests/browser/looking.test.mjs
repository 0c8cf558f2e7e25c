// Finding one's way among many findings, in a current Chromium.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hook, onPage, pasteChanged } from "./in-chromium.mjs";
import { findings, inputText, pageFileUrl, until } from "./page.mjs";

const many = {
  "每季度自查一次": `${Array.from({ length: 6 }, (_, index) => `值班手机138001380${10 + index}。`).join("")}每季度自查台帐一次`,
  "\t9\n": "\t8\n",
};
const chosen = (page) => page.locator("[data-test=finding].is-chosen .finding-number").allTextContents();

test("keys lead from one finding to the next and back, but never while a letter is typed in the text", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, many);
    await hook(page, "verdict").click();
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("j");
    assert.deepEqual(await chosen(page), ["1"]);
    await page.keyboard.press("j");
    await page.keyboard.press("F8");
    assert.deepEqual(await chosen(page), ["3"]);
    await page.keyboard.press("k");
    assert.deepEqual(await chosen(page), ["2"]);

    await page.evaluate(() => {
      const input = document.querySelector("[data-test=input]");
      input.focus();
      input.setSelectionRange(0, 0);
    });
    await page.keyboard.press("j");
    assert.ok((await inputText(page)).startsWith("j"));
    await until(page, () => document.body.dataset.answered === "true");
    await page.keyboard.press("F8");
    assert.deepEqual(await chosen(page), ["1"]);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.test), "input");
    await page.keyboard.press("Shift+F8");
    assert.deepEqual(await chosen(page), ["1"]);
  }));

test("the keys are listed", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, {});
    await hook(page, "keys-open").click();
    assert.match(await hook(page, "keys").textContent(), /F8下一条问题/);
    await page.keyboard.press("j");
    await page.keyboard.press("Escape");
    assert.equal(await hook(page, "keys").isVisible(), false);
    await page.keyboard.press("?");
    assert.equal(await hook(page, "keys").isVisible(), true);
  }));

test("the list is narrowed by weight and by kind, and the keys go through what it shows", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, many);
    const all = await findings(page);
    const chip = (words) => hook(page, "filter").filter({ hasText: words });
    await chip("警告").click();
    const warnings = all.filter((finding) => finding.severity === "warning");
    assert.deepEqual(await findings(page), warnings);
    await chip("用词").click();
    const both = warnings.filter((finding) => finding.code.startsWith("wording/"));
    assert.ok(both.length > 0 && both.length < warnings.length, JSON.stringify(all));
    assert.deepEqual(await findings(page), both);
    // Esc leads from the text back to the finding in the narrowed list.
    await hook(page, "finding").first().locator(".finding-place").click();
    assert.equal(await page.evaluate(() => document.activeElement.dataset.test), "input");
    await page.keyboard.press("Escape");
    assert.ok(await hook(page, "finding").first().locator(".finding-place").evaluate((place) => place === document.activeElement));
    await page.keyboard.press("F8");
    await page.keyboard.press("F8");
    assert.equal((await chosen(page)).length, 1);
    await chip("全部").click();
    assert.deepEqual(await findings(page), all);
  }));

test("the outline tells where the findings are and leads there", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, many);
    const sections = await hook(page, "outline-section").evaluateAll((items) => items.map((item) => item.getAttribute("aria-label")));
    const counts = sections.map((words) => Number(/，(\d+) 条/.exec(words)?.[1] ?? 0));
    assert.equal(counts.reduce((sum, count) => sum + count, 0), (await findings(page)).length, sections.join());
    await hook(page, "outline-section").filter({ hasText: "五" }).click();
    await until(page, () => {
      const heading = Array.from(document.querySelectorAll("[data-test=document] h4")).find((node) => node.textContent.startsWith("五、"));
      const { top, bottom } = heading.getBoundingClientRect();
      const frame = document.querySelector("[data-test=document]").parentElement.getBoundingClientRect();
      return top >= frame.top - 1 && bottom <= frame.bottom + 1;
    });
  }));
