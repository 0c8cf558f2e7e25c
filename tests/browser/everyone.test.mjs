// The page for those who see, move or listen in another way, and on paper, in a current Chromium.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hook, onPage } from "./in-chromium.mjs";
import { answer, copy, findings, fixture, inputText, pageFileUrl, pasteChanged, pressWithControl, state, until, untilFound } from "./page.mjs";
import { panesOf, showPane, states } from "./states.mjs";

const flaws = { "每季度自查一次": "每季度自查台帐一次", "（一）予以公开\t\t3": "（一）予以公开\t\t7" };

/** The controls that are cut off on the right, by the screen or by a box that does not scroll. */
const cutOff = (page) =>
  page.evaluate(() => {
    const edge = (element) => {
      if (element === null) return innerWidth;
      const { overflowX } = getComputedStyle(element);
      if (/auto|scroll/.test(overflowX)) return Infinity;
      return overflowX === "visible" ? edge(element.parentElement) : Math.min(element.getBoundingClientRect().right, edge(element.parentElement));
    };
    const shown = Array.from(document.querySelectorAll("button, select, a, summary, textarea, p, h1, h2, h3")).filter((element) => element.offsetParent !== null && element.closest(".visually-hidden") === null);
    const cut = shown.filter((element) => element.getBoundingClientRect().right > edge(element.parentElement) + 1);
    const own = document.documentElement.scrollWidth > innerWidth ? ["the page itself"] : [];
    return own.concat(cut.slice(0, 3).map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 20)}`));
  });

for (const name of ["first-use", "findings-opened", "clear", "record", "rules", "settings", "many"]) {
  test(`nothing is lost at 200 % zoom, on the narrowest phone, and in type twice as large: ${name}`, () =>
    onPage(pageFileUrl, async (page, source) => {
      await states[name](page, source);
      // 1440 pixels at 200 %; 320 is what 1280 become at 400 %.
      for (const [width, type] of [[720, ""], [320, ""], [1440, "200%"]]) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate((type) => document.documentElement.style.setProperty("font-size", type), type);
        for (const pane of await panesOf(page)) {
          await showPane(page, pane);
          assert.deepEqual(await cutOff(page), [], `${width} pixels, type ${type || "as usual"}, ${pane ?? "whole"}`);
        }
      }
    }));
}

test("in forced colours places, the chosen one and the focus are told apart by more than colour", () =>
  onPage(pageFileUrl, async (page, source) => {
    await page.emulateMedia({ forcedColors: "active" });
    await pasteChanged(page, source, flaws);
    const looks = (selector) =>
      page.locator(selector).first().evaluate((element) => {
        const { textDecorationLine, borderBottomStyle, outlineStyle } = getComputedStyle(element);
        return { line: textDecorationLine !== "none" || borderBottomStyle !== "none" || outlineStyle !== "none", outline: outlineStyle !== "none" };
      });
    assert.ok((await looks(".which-tab[aria-pressed=true]")).line && !(await looks(".which-tab[aria-pressed=false]")).line);
    assert.ok((await looks("[data-test=document] mark")).line);
    assert.ok((await looks("[data-test=document] td.mark-error")).line);
    await page.keyboard.press("F8");
    assert.ok((await looks("[data-test=document] .is-chosen")).outline);
    await page.keyboard.press("F8");
    await hook(page, "input").focus();
    assert.ok((await looks("[data-test=document] mark.is-chosen")).outline);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    assert.ok((await looks(":focus")).outline);
  }));

test("in forced colours what is wrong in the pictures and the two years, and what is chosen there, is told apart by more than colour", () =>
  onPage(pageFileUrl, async (page, source) => {
    await page.emulateMedia({ forcedColors: "active" });
    const style = (selector, property) => page.locator(selector).first().evaluate((element, property) => getComputedStyle(element)[property], property);
    assert.equal(await style(".specimen-wrong", "outlineStyle"), "solid");
    await states["two-years"](page, source);
    assert.equal(await style(".changes .is-wrong", "outlineStyle"), "solid");
    const chip = (pressed) => style(`[data-test=compare-column][aria-pressed=${pressed}]`, "backgroundColor");
    assert.notEqual(await chip(true), await chip(false));
    await hook(page, "compare").locator("[data-test=back]").click();
    await hook(page, "show-overview").click();
    assert.notEqual(await style(".bar", "fill"), await style("body", "backgroundColor"));
  }));

test("nothing moves for those who asked for that", () =>
  onPage(pageFileUrl, async (page, source) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await pasteChanged(page, source, flaws);
    for (let step = 0; step < 2; step++) {
      await page.keyboard.press("F8");
      const moving = await page.evaluate(() => document.getAnimations().map((animation) => animation.animationName ?? animation.transitionProperty));
      assert.deepEqual(moving, []);
    }
    assert.equal(await page.evaluate(() => Array.from(document.querySelectorAll("*")).some((element) => getComputedStyle(element).scrollBehavior === "smooth")), false);
  }));

test("what prints is the verdict, the findings and the document, without what is there to be clicked", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, flaws);
    assert.ok((await page.pdf()).length > 10_000);
    await page.emulateMedia({ media: "print" });
    for (const shown of ["verdict", "finding", "document"]) assert.ok(await hook(page, shown).first().isVisible(), shown);
    for (const hidden of ["input", "settings-open", "fix", "set-aside", "copy", "history-undo", "choose-file"]) {
      for (const one of await hook(page, hidden).all()) assert.ok(await one.isHidden(), hidden);
    }
  }));

test("the keyboard alone pastes a report, goes to a finding, fixes it and takes that back", () =>
  onPage(pageFileUrl, async (page, source) => {
    const text = (await fixture("right.txt")).replace("每季度自查一次", "每季度自查台帐一次");
    await copy(source, { text });
    await page.bringToFront();
    await pressWithControl(page, "v", "paste");
    await until(page, () => document.querySelector("[data-test=input]").value !== "");
    await answer(page);
    assert.deepEqual((await findings(page)).map((finding) => finding.code), ["wording/typing-error"]);
    await page.keyboard.press("F8");
    await page.keyboard.press("Escape");
    for (let presses = 0; !(await page.evaluate(() => document.activeElement.matches("[data-test=fix]"))); presses++) {
      assert.ok(presses < 15, "the fix is near the finding");
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await untilFound(page, "wording/typing-error", false);
    assert.equal(await state(page), "clear");
    await hook(page, "input").focus();
    await pressWithControl(page, "z", "undo");
    await untilFound(page, "wording/typing-error");
    assert.equal(await inputText(page), text);
  }));

test("a screen reader hears the counts whenever they change, and every part by its name", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, flaws);
    const status = hook(page, "status");
    assert.equal(await status.getAttribute("role"), "status");
    assert.match(await status.textContent(), /错误 1 处/);
    await page.locator("[data-test=document] td.mark-error").first().waitFor();
    await page.evaluate(() => {
      const input = document.querySelector("[data-test=input]");
      const at = input.value.indexOf("（一）予以公开\t\t7") + "（一）予以公开\t\t".length;
      input.setRangeText("3", at, at + 1);
      input.dispatchEvent(new Event("input"));
    });
    await until(page, () => !/错误 \d/.test(document.querySelector("[data-test=status]").textContent) && document.body.dataset.answered === "true");
    assert.match(await status.textContent(), /警告 1 处/);
    for (const [role, name] of [["region", "核对结论"], ["region", "原文"], ["heading", "年报核对"], ["button", "设置"], ["group", "哪一年的报告"]]) {
      assert.ok((await page.getByRole(role, { name }).count()) > 0, `${role} ${name}`);
    }
    assert.ok((await page.getByRole("textbox").evaluateAll((boxes) => boxes.every((box) => box.labels.length > 0 || box.getAttribute("aria-label") || box.getAttribute("aria-labelledby")))), "text boxes have names");
  }));
