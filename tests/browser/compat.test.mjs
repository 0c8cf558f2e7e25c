// The page where something is missing or was changed: WebAssembly, a keyword of its policy, its line ends, an engine of today.

import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { findBrowsers, startChromium } from "./browsers.mjs";
import { browser, hook, pasteChanged, served } from "./in-chromium.mjs";
import { answer, compatFile, copy, fixture, inputText, open, pageFile, pageFileUrl, paste, state, until } from "./page.mjs";
import { esbuild, root } from "./packages.mjs";

const browsers = await findBrowsers();
const withoutWasm = ["--js-flags=--jitless"];

/** Every report of the corpus, and files of Word that the core has to unpack. */
async function questions() {
  const corpus = join(root, "tests/corpus");
  const word = join(root, "tests/word");
  const texts = (await readdir(corpus)).filter((name) => name.endsWith(".txt")).map(async (name) => ({ text: await readFile(join(corpus, name), "utf8") }));
  const files = (await readdir(word)).filter((name) => /\.docx?$/.test(name)).map(async (name) => ({ name, bytes: [...(await readFile(join(word, name)))] }));
  return Promise.all([...texts, ...files]);
}

/** What the worker of a delivered page answers, as JSON: the page's own worker is asked beside the page. */
async function answersOf(started, file, asked) {
  const context = await started.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const Original = window.Worker;
    window.Worker = function (url) {
      return (window.itsWorker = new Original(url));
    };
  });
  await open(page, pathToFileURL(file).href);
  // The first check starts the worker. Not by a locator: those need more than Chromium 86 has.
  await page.evaluate(() => {
    const input = document.querySelector("[data-test=input]");
    input.value = "年报";
    input.dispatchEvent(new Event("input"));
  });
  await answer(page);
  const answers = await page.evaluate(
    (asked) =>
      new Promise((resolve) => {
        const answers = [];
        const worker = window.itsWorker;
        const ask = () => {
          if (answers.length === asked.length) return resolve(answers);
          const { text, name, bytes } = asked[answers.length];
          const question = text === undefined ? { method: "read", args: [new Uint8Array(bytes), name] } : { method: "check", args: [text, { year: 2024 }] };
          worker.postMessage({ kind: "ask", id: 1_000_000 + answers.length, question });
        };
        worker.addEventListener("message", ({ data }) => {
          if (data.id < 1_000_000) return;
          answers.push(data.kind === "answer" ? JSON.stringify(data.value) : data.kind);
          ask();
        });
        ask();
      }),
    asked,
  );
  await context.close();
  return answers;
}

let usual;

for (const name of ["Chromium", "Chromium 86"]) {
  test(`without WebAssembly ${name} gives the same answer to every report and file`, { skip: browsers[name].missing }, async () => {
    const asked = await questions();
    usual ??= await answersOf(browser, pageFile, asked);
    assert.deepEqual(asked.filter((_, index) => usual[index].length < 100), [], "all were answered");
    const started = await startChromium(browsers[name], withoutWasm);
    try {
      const answers = await answersOf(started, compatFile, asked);
      for (const [index, said] of answers.entries()) assert.equal(said, usual[index], asked[index].name ?? asked[index].text.slice(0, 40));
      assert.equal(answers.length, usual.length);
    } finally {
      await started.close();
    }
  });
}

test("where WebAssembly is switched off the page leads to the edition that needs none", async () => {
  const started = await startChromium(browsers.Chromium, withoutWasm);
  try {
    const source = await started.newPage();
    const page = await started.newPage();
    for (const url of [pageFileUrl, served.url]) {
      await open(page, url);
      await page.getByRole("alert").getByRole("link", { name: "nianbao-compat.html" }).click();
      await page.waitForURL(/\/nianbao-compat\.html$/);
      assert.equal(await page.getByText("停用了 WebAssembly").count(), 0);
      await pasteChanged(page, source, { "（一）予以公开\t\t3": "（一）予以公开\t\t7" });
      assert.equal(await state(page), "findings");
    }
  } finally {
    await started.close();
  }
});

/** A fresh page that something is taken from before it loads. */
async function onPageWithout(taken, url, use) {
  const context = await browser.newContext();
  const source = await context.newPage();
  const page = await context.newPage();
  await page.addInitScript(taken);
  await open(page, url);
  await use(page, source);
  await context.close();
}

for (const name of ["Promise", "Worker", "Blob"]) {
  test(`a browser as old as one without ${name} is told to leave the mode of Internet Explorer`, () =>
    onPageWithout(`delete window.${name}`, pageFileUrl, async (page) => {
      // Locators of the driver need promises of the page.
      const cdp = await page.context().newCDPSession(page);
      const { result } = await cdp.send("Runtime.evaluate", { expression: "document.body.firstChild.textContent + document.body.firstChild.getAttribute('role')" });
      assert.match(result.value, /^当前为兼容模式（IE 内核），无法核对。请点地址栏的闪电图标，切换为极速模式。alert$/);
    }));
}

test("the notice to old browsers is written in their language, and stands before all other scripts", async () => {
  const notice = await readFile(join(root, "www/build/old-browser-notice.js"), "utf8");
  // esbuild refuses what it cannot write in it, and writes the rest otherwise.
  const { code } = await esbuild.transform(notice, { target: "es5", charset: "utf8" });
  const words = (script) => script.replace(/\/\*.*?\*\//gs, "").replace(/\s+/g, "");
  assert.equal(words(code), words(notice));
  for (const file of [pageFile, compatFile]) {
    const [head] = (await readFile(file, "utf8")).split("<script>");
    assert.match(head, /<meta name="renderer" content="webkit">/);
    assert.match(head, /<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">/);
  }
});

/** The page with its text changed, as a file of its own. */
async function onChangedPage(change, use) {
  const folder = await mkdtemp(join(tmpdir(), "nianbao-page-"));
  const context = await browser.newContext();
  try {
    const file = join(folder, "nianbao.html");
    const text = await readFile(pageFile, "utf8");
    assert.notEqual(change(text), text);
    await writeFile(file, change(text));
    const source = await context.newPage();
    const page = await context.newPage();
    await open(page, pathToFileURL(file).href);
    await copy(source, { text: await fixture("wrong.txt") });
    await use(page);
  } finally {
    await context.close();
    await rm(folder, { recursive: true });
  }
}

test("a policy that forbids WebAssembly is named in words, and the text stays", () =>
  onChangedPage(
    (text) => text.replace(" 'wasm-unsafe-eval'", ""),
    async (page) => {
      await hook(page, "input").fill("一、总体情况");
      await until(page, () => !document.querySelector("[data-test=failure]").hidden);
      assert.match(await hook(page, "failure").textContent(), /安全策略（CSP）不允许运行 WebAssembly.*文字没有丢/);
      assert.equal(await inputText(page), "一、总体情况");
    },
  ));

test("the page works after its line ends were changed to those of Windows", () =>
  onChangedPage(
    (text) => text.replace(/\n/g, "\r\n"),
    async (page) => {
      await paste(page);
      assert.equal(await state(page), "findings");
    },
  ));
