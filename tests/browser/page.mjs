// The page as a person uses it: what is on the clipboard is really copied and really pasted, what is asked is read off the
// page. Works for a page of playwright-core (Chromium), puppeteer-core (Firefox), cdp.mjs and webdriver.mjs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./packages.mjs";

export const pageFile = join(root, "dist/nianbao.html");
/** The edition without WebAssembly. */
export const compatFile = join(root, "dist/nianbao-compat.html");
export const pageFileUrl = pathToFileURL(pageFile).href;

export function fixture(name) {
  return readFile(join(import.meta.dirname, "fixtures", name), "utf8");
}

/** Opens the page in the year after the one that the fixtures are of: theirs is the report that is due. */
export async function open(page, url) {
  const inTheFixturesTime = () => {
    Date.prototype.getFullYear = () => 2024;
  };
  if (page.addInitScript) await page.addInitScript(inTheFixturesTime);
  else await page.evaluateOnNewDocument?.(inTheFixturesTime);
  await page.goto(url);
  if (page.addInitScript || page.evaluateOnNewDocument) return;
  // Plain WebDriver cannot change the clock: the year is chosen by hand.
  await page.evaluate(() => {
    const year = document.querySelector("[data-test=due-year]");
    year.value = "2023";
    year.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

const sessions = new WeakMap();

/** Presses a letter with Ctrl. Headless Chromium runs the editing command only if it is told which. */
export async function pressWithControl(page, letter, command) {
  if (page.pressWithControl) return page.pressWithControl(letter, command);
  if (!page.context || page.browser) {
    await page.keyboard.down("Control");
    await page.keyboard.press(letter);
    await page.keyboard.up("Control");
    return;
  }
  if (!sessions.has(page)) sessions.set(page, await page.context().newCDPSession(page));
  const session = sessions.get(page);
  const key = { key: letter, code: `Key${letter.toUpperCase()}`, windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0), modifiers: 2 };
  await session.send("Input.dispatchKeyEvent", { type: "keyDown", ...key, commands: [command] });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
}

/** Copies on a page of its own, as another program would: plain text, and HTML where there is some. */
export async function copy(source, { text, html }) {
  await source.evaluate(
    ({ text, html }) => {
      document.body.innerHTML = "<p tabindex=0>报告</p>";
      document.oncopy = (event) => {
        event.preventDefault();
        event.clipboardData.setData("text/plain", text);
        if (html) event.clipboardData.setData("text/html", html);
        document.title = "copied";
      };
      document.title = "";
      getSelection().selectAllChildren(document.body);
      document.body.firstChild.focus();
    },
    { text, html: html ?? "" },
  );
  await source.bringToFront();
  await pressWithControl(source, "c", "copy");
  if ((await source.evaluate(() => document.title)) !== "copied") throw new Error("nothing was copied");
}

/** Pastes over whatever the text box holds and waits for the answer to it. */
export async function paste(page) {
  await page.bringToFront();
  await page.evaluate(() => {
    const input = document.querySelector("[data-test=input]");
    input.focus();
    input.select();
    // What comes with HTML is read by the core before it goes in.
    document.body.dataset.pasted = "false";
    input.addEventListener("input", () => (document.body.dataset.pasted = "true"), { once: true });
  });
  await pressWithControl(page, "v", "paste");
  await until(page, () => document.body.dataset.pasted === "true");
  await answer(page);
}

/** Waits until the page has answered what now stands in the text box. */
export async function answer(page) {
  await until(page, () => {
    const busy = document.querySelector("[data-test=busy]");
    const { answered, state } = document.body.dataset;
    return busy.hidden && answered !== "false" && !["empty", "waiting"].includes(state);
  });
}

export async function until(page, condition) {
  const end = performance.now() + 20_000;
  while (!(await page.evaluate(condition))) {
    if (performance.now() > end) throw new Error(`never came true: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function state(page) {
  return page.evaluate(() => document.body.dataset.state);
}

export function inputText(page) {
  return page.evaluate(() => document.querySelector("[data-test=input]").value);
}

/** Code, severity and words of every finding shown. */
export function findings(page) {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll("[data-test=finding]"), (item) => ({
      code: item.dataset.code,
      severity: item.dataset.severity,
      message: item.querySelector(".finding-message").textContent,
    })),
  );
}

/** What stands on the clipboard, pasted into a page of its own. */
export async function clipboard(source) {
  await source.evaluate(() => {
    document.body.innerHTML = "<textarea></textarea>";
    document.body.firstChild.focus();
  });
  await source.bringToFront();
  await pressWithControl(source, "v", "paste");
  return source.evaluate(() => document.body.firstChild.value);
}

/** Waits until the finding is no longer in the list, or is in it. */
export async function untilFound(page, code, isFound = true) {
  const end = performance.now() + 20_000;
  while ((await findings(page)).some((finding) => finding.code === code) !== isFound) {
    if (performance.now() > end) throw new Error(`${code} is ${isFound ? "never" : "always"} in the list`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Clicks a finding; gives what is then selected in the text box and marked as chosen in the document. */
export function choose(page, index) {
  return page.evaluate((index) => {
    document.querySelectorAll("[data-test=finding]")[index].querySelector("button").click();
    const input = document.querySelector("[data-test=input]");
    return {
      selected: input.value.slice(input.selectionStart, input.selectionEnd),
      line: input.value.slice(0, input.selectionStart).split("\n").length,
      marked: Array.from(document.querySelectorAll("[data-test=document] .is-chosen"), (mark) => mark.textContent),
    };
  }, index);
}

/** The right report with some words changed, on the page. */
export async function pasteChanged(page, source, changes) {
  let text = await fixture("right.txt");
  for (const [from, to] of Object.entries(changes)) {
    assert.ok(text.includes(from), from);
    text = text.replace(from, to);
  }
  await copy(source, { text });
  await paste(page);
  return text;
}

/** The elements with a name for tests, on a page of playwright-core. */
export const hook = (page, name) => page.locator(`[data-test=${name}]`);
