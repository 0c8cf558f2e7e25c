// <nianbao-check>, on pages of plain HTML and under policies that forbid much.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fixture } from "../browser/page.mjs";
import { axe, root } from "../browser/packages.mjs";
import { click, find, inBothChromiums, onPage, until } from "./setup.mjs";

const library = await readFile(join(root, "dist/npm/nianbao.iife.js"), "utf8");
const wrong = await fixture("wrong.txt");

/** Opens a page with this body and the package in it. */
const onBody = (run, body, use) =>
  onPage(run, "try.html", use, {
    route: (page) => page.route("**/try.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><body>${body}<script src="/nianbao/npm/nianbao.iife.js"></script>` })),
  });

const hasFindings = (page) => find(page, ".finding");
const fixTheTotal = async (page) => click(page, await (await find(page, ".finding", "总计")).evaluateHandle((finding) => finding.querySelector(".fix")));
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

inBothChromiums("<nianbao-check>", (run) => {
  test("shows what stands in the element that it names, and tells the page", () =>
    onBody(run, `<div id="text" contenteditable>${wrong.split("\n").map((line) => `<p style="white-space:pre">${escaped(line)}</p>`).join("")}</div><script>addEventListener("nianbao-report", (event) => { window.told = event.detail.verdict; });</script><nianbao-check for="text"></nianbao-check>`, async (page) => {
      await hasFindings(page);
      assert.match(await page.evaluate(() => document.querySelector("nianbao-check").shadowRoot.querySelector(".verdict").textContent), /^年报里还有 \d+ 处错误/);
      assert.equal(await page.evaluate(() => window.told), "fail");
      await fixTheTotal(page);
      await until(page, () => document.querySelector("nianbao-check").report.diagnostics.every(({ code }) => !code.startsWith("arithmetic/")));
    }));

  test("the textarea inside it stays a part of its form", () =>
    onBody(run, `<form><nianbao-check><textarea name="report">${escaped(wrong)}</textarea></nianbao-check></form>`, async (page) => {
      await hasFindings(page);
      assert.equal(await page.evaluate(() => new FormData(document.forms[0]).get("report").replace(/\r\n/g, "\n")), wrong);
    }));

  test("its own text is a part of its form", () =>
    onBody(run, '<form><nianbao-check name="report"></nianbao-check></form>', async (page) => {
      await page.evaluate((text) => { document.querySelector("nianbao-check").value = text; }, wrong);
      await hasFindings(page);
      assert.equal(await page.evaluate(() => new FormData(document.forms[0]).get("report").replace(/\r\n/g, "\n")), wrong);
      await page.evaluate(() => document.forms[0].reset());
      await until(page, () => document.querySelector("nianbao-check").report === null);
      assert.equal(await page.evaluate(() => document.querySelector("nianbao-check").value), "");
    }));

  test("a fix in a textarea is taken back by the textarea's undo", () =>
    onBody(run, `<nianbao-check><textarea>${escaped(wrong)}</textarea></nianbao-check>`, async (page) => {
      await hasFindings(page);
      await fixTheTotal(page);
      const value = () => page.evaluate(() => document.querySelector("textarea").value);
      assert.notEqual(await value(), wrong);
      await page.evaluate(() => document.execCommand("undo"));
      assert.equal(await value(), wrong);
    }));

  test("year, rules to leave out and colours are the host's to set", () =>
    onBody(run, `<style>nianbao-check { --nianbao-surface: rgb(1, 2, 3); }</style><nianbao-check year="2020" disable="arithmetic, table"><textarea>${escaped(wrong)}</textarea></nianbao-check>`, async (page) => {
      await hasFindings(page);
      const codes = () => page.evaluate(() => document.querySelector("nianbao-check").report.diagnostics.map(({ code }) => code));
      const first = await codes();
      assert.ok(!first.some((code) => /^(?:arithmetic|table)\//.test(code)), first.join());
      assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("nianbao-check")).backgroundColor), "rgb(1, 2, 3)");
      await page.evaluate(() => document.querySelector("nianbao-check").setAttribute("year", "2023"));
      await until(page, (before) => document.querySelector("nianbao-check").report.diagnostics.length < before, first.length);
    }));

  test("taken out of the page it lets go of its editor", () =>
    onBody(run, `<div id="text" contenteditable>${escaped(wrong)}</div><nianbao-check for="text"></nianbao-check>`, async (page) => {
      await until(page, () => document.querySelector("nianbao-check").report !== null);
      const left = await page.evaluate(() => {
        const element = document.querySelector("nianbao-check");
        element.remove();
        return [element.attached, document.querySelectorAll("[data-nianbao-marks]").length, window.CSS.highlights ? CSS.highlights.size : 0];
      });
      assert.deepEqual(left, [null, 0, 0]);
    }));

  for (const theme of ["light", "dark"]) {
    test(`people with screen readers or weak sight can use it, ${theme}`, () =>
      onBody(run, `<main><h1>稿件</h1><nianbao-check theme="${theme}"><textarea aria-label="正文">${escaped(wrong)}</textarea></nianbao-check></main>`, async (page) => {
        await hasFindings(page);
        await page.addScriptTag({ path: axe });
        const violations = await page.evaluate(async () => (await window.axe.run("nianbao-check")).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`));
        assert.deepEqual(violations, []);
      }));
  }

  test("an editor that is not there is told in words", () =>
    onBody(run, '<nianbao-check for="nothing"></nianbao-check>', async (page) => {
      await until(page, () => document.querySelector("nianbao-check").shadowRoot.querySelector(".failure").textContent === "页面里没有 id 为“nothing”的编辑区。");
    }));
});

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const STRICTEST = `default-src 'none'; script-src ${hash(library)} 'wasm-unsafe-eval'; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types nianbao`;

/** Opens a page with the package inline under a policy; what the policy has to forbid is in `window.forbidden`. */
const underPolicy = (run, policy, use) =>
  onPage(run, "policy.html", use, {
    route: async (page) => {
      await page.addInitScript(() => {
        window.forbidden = [];
        addEventListener("securitypolicyviolation", (event) => window.forbidden.push(`${event.violatedDirective} ${event.blockedURI}`));
      });
      const body = `<!doctype html><body><nianbao-check><textarea>${escaped(wrong)}</textarea></nianbao-check><script>${library}</script>`;
      return page.route("**/policy.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", headers: { "Content-Security-Policy": policy }, body }));
    },
  });

const isToldToAskForWasm = (page) =>
  until(page, () => /安全策略（CSP）不允许运行 WebAssembly.*'wasm-unsafe-eval'.*iframe/.test(document.querySelector("nianbao-check").shadowRoot.querySelector(".failure").textContent));

inBothChromiums("a page's policy", (run) => {
  test("under the strictest one all works, and nothing is asked for that it forbids", () =>
    underPolicy(run, STRICTEST, async (page) => {
      await hasFindings(page);
      // The style has arrived too.
      assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("nianbao-check").shadowRoot.querySelector(".verdict")).fontWeight), "600");
      assert.deepEqual(await page.evaluate(() => window.forbidden), []);
    }));

  test("one that forbids workers leaves the page's own thread", () =>
    underPolicy(run, STRICTEST.replace("worker-src blob:", "worker-src 'none'"), async (page) => {
      // Before Chromium 97 wasm outside of workers would need 'unsafe-eval'.
      if (run.isOld) await isToldToAskForWasm(page);
      else await hasFindings(page);
    }));

  test("one that forbids WebAssembly is told in words, and the text can be written on", () =>
    underPolicy(run, STRICTEST.replace(" 'wasm-unsafe-eval'", ""), async (page) => {
      // Chromium before 97 did not hold workers to it.
      if (run.isOld) {
        await hasFindings(page);
        return;
      }
      await isToldToAskForWasm(page);
      await page.evaluate(() => document.querySelector("textarea").focus());
      await page.keyboard.type("新");
      assert.ok((await page.evaluate(() => document.querySelector("textarea").value)).includes("新"));
      const standing = await page.evaluate(() => document.querySelector("nianbao-check").attached.standing());
      assert.equal(standing.report, null);
      assert.match(standing.message, /不允许运行 WebAssembly/);
    }));
});

inBothChromiums("a form with a publish guard", (run) => {
  test("asks the host, who decides; the text that is sent is whole", () =>
    onPage(run, "textarea.html", async (page) => {
      await until(page, () => window.check?.attached?.report);
      const asked = [];
      const answers = [false, true];
      page.on("dialog", async (dialog) => {
        asked.push(dialog.message());
        await (answers.shift() ? dialog.accept() : dialog.dismiss());
      });
      await click(page, await find(page, "button[type=submit]"));
      await until(page, () => document.getElementById("told").textContent.startsWith("年报里还有 "));
      const sent = page.waitForRequest((request) => request.method() === "POST");
      await click(page, await find(page, "button[type=submit]"));
      const content = new URLSearchParams((await sent).postData()).get("content");
      assert.equal(asked.length, 2);
      assert.ok(content.startsWith("白鹭泽县水务局") && content.includes("未收取政府信息公开信息处理费"));
    }));
});
