// What a webmaster sets in the page, the copy that carries it on, and the rules to choose from.

import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { serve } from "../../www/serve.mjs";
import { hook, onPage, pasteChanged } from "./in-chromium.mjs";
import { root } from "./packages.mjs";
import { answer, findings, pageFile, pageFileUrl, untilFound } from "./page.mjs";

const folder = await mkdtemp(join(tmpdir(), "nianbao-house-"));
let copies = 0;

/** A copy of the page with this in its block of settings; gives its file. */
async function pageWithBlock(words) {
  const html = await readFile(pageFile, "utf8");
  const block = /(<script type="application\/json" id="nianbao-settings">)[^<]*(<\/script>)/;
  assert.match(html, block);
  const file = join(folder, `${++copies}.html`);
  await writeFile(file, html.replace(block, (_, open, close) => `${open}${words}${close}`));
  return file;
}

const addressOf = (file) => pathToFileURL(file).href;

async function exportEdition(page) {
  await hook(page, "settings-open").click();
  const download = page.waitForEvent("download");
  await hook(page, "save-edition").click();
  const file = await download;
  assert.equal(file.suggestedFilename(), "nianbao.html");
  const kept = join(folder, `${++copies}.html`);
  await file.saveAs(kept);
  return kept;
}

const FLAW = { "每季度自查一次": "每季度自查台帐一次" };
const codes = async (page) => (await findings(page)).map(({ code }) => code);

test("the house's words, rules and office hold for everyone who opens its page", async () => {
  const code = await onFlawedPage(pageFileUrl, async (page) => (await codes(page))[0]);
  assert.match(code, /^wording\//);
  const words = addressOf(await pageWithBlock(JSON.stringify({ office: "柳溪县政务公开办公室", words: ["自查台帐"] })));
  await onFlawedPage(words, async (page) => {
    assert.deepEqual(await codes(page), []);
    await hook(page, "settings-open").click();
    assert.match(await hook(page, "house-words").textContent(), /自查台帐/);
    assert.equal(await hook(page, "office").inputValue(), "柳溪县政务公开办公室");
  });
  const disabled = addressOf(await pageWithBlock(JSON.stringify({ disabled: [code] })));
  await onFlawedPage(disabled, async (page) => {
    assert.deepEqual(await codes(page), []);
    // The user's own choice stands above the house's, after a reload as well.
    await hook(page, "limits").click();
    await hook(page, "enable").click();
    await untilFound(page, code);
    await page.reload();
    await answer(page);
    assert.deepEqual(await codes(page), [code]);
  });
});

async function onFlawedPage(url, use) {
  let result;
  await onPage(url, async (page, source) => {
    await pasteChanged(page, source, FLAW);
    result = await use(page);
  });
  return result;
}

for (const readme of ["README.md", "README.zh-CN.md"]) {
  test(`the block of settings that ${readme} shows is taken as it stands`, async () => {
    const [, words] = /<script type="application\/json" id="nianbao-settings">([^<]*)<\/script>/.exec(await readFile(join(root, readme), "utf8"));
    await onFlawedPage(addressOf(await pageWithBlock(words)), async (page) => {
      assert.equal(await hook(page, "house-problem").count(), 0);
      await hook(page, "settings-open").click();
      assert.equal(await hook(page, "office").inputValue(), "白溪县政务公开办公室");
      await page.getByText("个人信息（整类）").waitFor();
      assert.equal(await hook(page, "disabled-rule").count(), 2);
      // In the catalogue every rule of that group is off, and brings the group back.
      await hook(page, "settings-close").click();
      await hook(page, "catalogue-open").click();
      const rule = page.locator("[data-test=rule][data-code^='privacy/']").first();
      await rule.locator("summary").click();
      assert.match(await rule.textContent(), /已停用/);
      await rule.locator("[data-test=rule-switch]").click();
      await hook(page, "settings-open").click();
      assert.equal(await hook(page, "disabled-rule").count(), 1);
    });
  });
}

for (const [name, block, sentence] of [
  ["no JSON", "{ office: 柳溪县 }", /预设（nianbao-settings）写得不对，没有采用.*JSON/],
  ["of another type", '{ "words": "自查", "office": "柳溪县" }', /words 应是一串文字/],
]) {
  test(`a block of settings that is ${name} is told in one sentence, and the page works`, async () =>
    onPage(addressOf(await pageWithBlock(block)), async (page, source) => {
      assert.match(await hook(page, "house-problem").textContent(), sentence);
      await pasteChanged(page, source, FLAW);
      assert.equal((await codes(page)).length, 1);
    }));
}

test("the exported page carries the settings, from a file and from a server, and exports the same again", async () => {
  const hostile = "</script><!--<script>";
  const first = await onFlawedPage(pageFileUrl, async (page) => {
    await hook(page, "settings-open").click();
    await hook(page, "office").fill("柳溪县政务公开办公室");
    await hook(page, "own-words").fill(`自查台帐\n${hostile}`);
    await hook(page, "settings-close").click();
    await answer(page);
    return exportEdition(page);
  });
  const html = await readFile(first, "utf8");
  assert.ok(!html.includes("柳溪口镇人民政府2023年"), "the pasted report is in the exported page");
  const { server, url } = await serve(first, 0);
  for (const address of [addressOf(first), url]) {
    const again = await onFlawedPage(address, async (page) => {
      assert.deepEqual(await codes(page), []);
      await hook(page, "settings-open").click();
      assert.equal(await hook(page, "office").inputValue(), "柳溪县政务公开办公室");
      assert.ok((await hook(page, "house-words").textContent()).includes(hostile));
      await hook(page, "settings-close").click();
      return exportEdition(page);
    });
    assert.equal(await readFile(again, "utf8"), html);
  }
  server.close();
});

test("a report of a year that came after this copy is told so", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, {});
    assert.ok(await hook(page, "year-notice").isHidden());
    const text = await hook(page, "input").inputValue();
    await hook(page, "input").fill(text.replace(/2023年/g, "2031年"));
    await hook(page, "year-notice").waitFor();
    assert.match(await hook(page, "year-notice").textContent(), /规则核对到 20\d\d 年度，这份报告是 2031 年度的/);
  }));

test("the rules are found by words, kind and severity, and switched off and on", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, FLAW);
    const [code] = await codes(page);
    await hook(page, "why").first().click();
    await hook(page, "show-rule").click();
    // The finding's rule is open, with its examples.
    const rule = page.locator(`[data-test=rule][data-code="${code}"]`);
    await rule.locator("pre").first().waitFor();
    assert.ok(await rule.evaluate((element) => element.open));

    const all = await hook(page, "rule").count();
    const shown = () => page.locator("[data-test=rule]:not([hidden])").count();
    await hook(page, "rules-search").fill("书名号");
    const found = await shown();
    assert.ok(found > 0 && found < all);
    assert.match(await hook(page, "rules-count").textContent(), new RegExp(`符合的 ${found} 条，共 ${all} 条`));
    await hook(page, "rules-search").fill("没有这样的词");
    assert.equal(await shown(), 0);
    await hook(page, "rules-search").fill("");
    await hook(page, "rules-group").selectOption("arithmetic");
    await hook(page, "rules-severity").selectOption("error");
    const kinds = await page.locator("[data-test=rule]:not([hidden])").evaluateAll((rules) => rules.map((one) => one.dataset.code.split("/")[0]));
    assert.ok(kinds.length > 0 && kinds.every((kind) => kind === "arithmetic"), JSON.stringify(kinds));
    await hook(page, "rules-group").selectOption("");
    await hook(page, "rules-severity").selectOption("");

    await rule.locator("[data-test=rule-switch]").click();
    await page.locator(".view:not([hidden]) [data-test=back]").click();
    await untilFound(page, code, false);
    await hook(page, "catalogue-open").click();
    await rule.locator("[data-test=rule-switch]").click();
    await page.locator(".view:not([hidden]) [data-test=back]").click();
    await untilFound(page, code);
  }));
