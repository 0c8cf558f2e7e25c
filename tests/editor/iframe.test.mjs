// The single page in an iframe of a system that can include nothing, and the messages between the two.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { serve } from "../../www/serve.mjs";
import { fixture, pageFile } from "../browser/page.mjs";
import { inBothChromiums, onPage, until } from "./setup.mjs";

const wrong = await fixture("wrong.txt");
const delivered = await readFile(pageFile, "utf8");

/** Opens a host's page with nianbao in an iframe from another origin, whose settings name these hosts (or the host itself). */
async function inFrame(run, hosts, use) {
  const framed = await serve(pageFile, 0);
  const settings = JSON.stringify({ hosts: hosts ?? [new URL(run.served.url).origin] });
  const host = `<!doctype html><body><textarea id="own"></textarea>
    <iframe src="${framed.url}" width="1200" height="800"></iframe>
    <script>
      window.heard = [];
      const frame = document.querySelector("iframe").contentWindow;
      window.isLoaded = new Promise((done) => document.querySelector("iframe").addEventListener("load", done));
      window.say = (message) => frame.postMessage(message, "*");
      addEventListener("message", (event) => { if (event.source === frame) window.heard.push(event.data); });
    </script>`;
  try {
    await onPage(
      run,
      "host.html",
      async (page) => {
        await page.evaluate(() => window.isLoaded);
        await use(page, page.frames()[1]);
      },
      {
        route: async (page) => {
          // The host's policy forbids WebAssembly; the frame has its own.
          const headers = { "Content-Security-Policy": `default-src 'none'; script-src 'unsafe-inline'; frame-src ${new URL(framed.url).origin}` };
          await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", headers, body: host }));
          const block = `<script type="application/json" id="nianbao-settings">${settings}</script>`;
          const withoutBlock = delivered.replace(/<script type="application\/json" id="nianbao-settings">[^]*?<\/script>/, "");
          await page.route(framed.url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: withoutBlock.replace("</head>", `${block}</head>`) }));
        },
      },
    );
  } finally {
    framed.server.close();
  }
}

inBothChromiums("the page in an iframe", (run) => {
  test("answers the host that its settings name, and tells it what is written in it", () =>
    inFrame(run, null, async (page, frame) => {
      await page.evaluate((text) => {
        window.say({ type: "nianbao/hello" });
        window.say({ type: "nianbao/check", id: 7, text });
      }, wrong);
      await until(page, () => window.heard.length === 2);
      const [ready, answer] = await page.evaluate(() => window.heard);
      assert.equal(ready.type, "nianbao/ready");
      assert.match(ready.version, /^\d+\.\d+\.\d+$/);
      assert.deepEqual([answer.type, answer.id, answer.text, answer.report.verdict], ["nianbao/report", 7, wrong, "fail"]);
      assert.equal(await frame.evaluate(() => document.querySelector("[data-test=input]").value), wrong);

      await frame.evaluate(() => {
        const input = document.querySelector("[data-test=input]");
        input.focus();
        input.setSelectionRange(0, 0);
        document.execCommand("insertText", false, "新");
      });
      await until(page, () => window.heard.length === 3);
      const told = await page.evaluate(() => window.heard[2]);
      assert.deepEqual([told.type, told.id, told.text], ["nianbao/report", null, `新${wrong}`]);
    }));

  test("gives back the user's own text that a host has replaced", () =>
    inFrame(run, null, async (page, frame) => {
      await page.evaluate(() => window.say({ type: "nianbao/check", id: 1, text: "自己写的" }));
      await until(page, () => window.heard.length === 1);
      await page.evaluate(() => window.say({ type: "nianbao/check", id: 2, text: "外面送来的" }));
      await until(page, () => window.heard.length === 2);
      await frame.evaluate(() => document.querySelector("#notice [data-test=undo]").click());
      await until(page, () => window.heard.length === 3);
      assert.equal(await page.evaluate(() => window.heard[2].text), "自己写的");
    }));

  for (const [whom, hosts] of [["nobody where none is named", []], ["no host that is not named", ["http://cms.example"]], ["nobody by a pattern", ["*", "null", "http://*"]]]) {
    test(`answers ${whom}`, () =>
      inFrame(run, hosts, async (page, frame) => {
        await page.evaluate((text) => {
          window.say({ type: "nianbao/hello" });
          window.say({ type: "nianbao/check", id: 1, text });
        }, wrong);
        await page.waitForTimeout(1500);
        assert.deepEqual(await page.evaluate(() => window.heard), []);
        assert.equal(await frame.evaluate(() => document.querySelector("[data-test=input]").value), "");
      }));
  }

  test("says in words what is wrong with a message", () =>
    inFrame(run, null, async (page) => {
      await page.evaluate(() => window.say({ type: "nianbao/check", id: "a", text: 5 }));
      await until(page, () => window.heard.length === 1);
      assert.deepEqual(await page.evaluate(() => window.heard[0]), { type: "nianbao/failure", id: "a", message: "消息 nianbao/check 的 text 应为字符串。" });
    }));
});
