// What the page says of the prose, how findings are explained, mended and switched off, in a current Chromium.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hook, onPage, pasteChanged, served } from "./in-chromium.mjs";
import { answer, clipboard, findings, inputText, pageFileUrl, pressWithControl, state, until, untilFound } from "./page.mjs";

/** What is selected in the text, and what the document shows as chosen and as its cells. */
const shown = (page) =>
  page.evaluate(() => {
    const input = document.querySelector("[data-test=input]");
    const texts = (selector) => Array.from(document.querySelectorAll(`[data-test=document] ${selector}`), (node) => node.textContent);
    return {
      selected: input.value.slice(input.selectionStart, input.selectionEnd),
      chosen: texts(".is-chosen"),
      cells: texts("td.is-total"),
    };
  });

test("a figure of the prose is held against its cell, and shown in text, document and table", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, { "上年结转1件": "上年结转2件" });
    const claims = await hook(page, "claim").evaluateAll((items) => items.map((item) => [item.dataset.verdict, item.textContent]));
    const received = claims.findIndex(([verdict, words]) => verdict === "agrees" && /第 11 行“9件”.*表三.*本年新收.*总计 9$/.test(words));
    const carried = claims.findIndex(([verdict, words]) => verdict === "contradicts" && /第 11 行“2件”.*表三.*上年结转.*总计 1$/.test(words));
    assert.ok(received >= 0 && carried >= 0, JSON.stringify(claims));
    assert.match(await hook(page, "claims-verdict").textContent(), /1 个相符，1 个不符/);

    await page.locator("[data-test=claims] summary").click();
    await hook(page, "claim").nth(received).click();
    assert.deepEqual(await shown(page), { selected: "9件", chosen: ["9件"], cells: ["9"] });
    assert.match(await hook(page, "formula").textContent(), /相符/);
    await hook(page, "claim").nth(carried).click();
    const contradicted = await shown(page);
    assert.deepEqual([contradicted.selected, contradicted.cells], ["2件", ["1"]]);

    // The figure in the document leads to the same.
    await hook(page, "document").locator("[data-claim]", { hasText: "9件" }).click();
    assert.deepEqual(await shown(page), { selected: "9件", chosen: ["9件"], cells: ["9"] });
  }));

test("a finding's rule is explained with its examples", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次" });
    const explanation = hook(page, "explanation").first();
    assert.equal(await explanation.isVisible(), false);
    await hook(page, "why").first().press("Enter");
    await explanation.locator(".example-mark").first().waitFor();
    const rule = await explanation.evaluate((node) => ({
      title: node.querySelector("h4").textContent,
      headings: Array.from(node.querySelectorAll("h5"), (heading) => heading.textContent),
      examples: Array.from(node.querySelectorAll(".example"), (example) => example.textContent),
      marked: Array.from(node.querySelectorAll(".example-mark"), (mark) => mark.textContent),
    }));
    assert.ok(rule.title.includes("错别字"), rule.title);
    assert.ok(rule.headings.includes("不合格") && rule.headings.includes("改为"), rule.headings.join());
    assert.ok(rule.marked.includes("台帐"), rule.marked.join());
    assert.ok(!rule.examples.join("").match(/[⟦⟧`]/), rule.examples.join());
    await hook(page, "why").first().press("Enter");
    assert.equal(await explanation.isVisible(), false);
  }));

test("markup in an explanation stays text", () =>
  onPage(pageFileUrl, async (page, source) => {
    await page.addInitScript(() => {
      const hostile = "# <b>题</b>\n\n<img src=x onerror=\"document.title='run'\">`<i>码</i>`\n\n```text\n<script>⟦<u>例</u>⟧</script>\n```\n";
      const Original = window.Worker;
      window.Worker = class extends Original {
        set onmessage(listener) {
          super.onmessage = (event) => {
            const { value } = event.data;
            if (Array.isArray(value)) for (const rule of value) rule.explanation = hostile;
            listener(event);
          };
        }
      };
    });
    await page.reload();
    await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次" });
    await hook(page, "why").first().click();
    const explanation = hook(page, "explanation").first();
    await explanation.locator(".example").waitFor();
    assert.equal(await explanation.locator("img, script, b, i, u").count(), 0);
    assert.equal(await explanation.locator("h4").textContent(), "<b>题</b>");
    assert.equal(await explanation.locator("code").textContent(), "<i>码</i>");
    assert.equal(await explanation.locator(".example").textContent(), "<script><u>例</u></script>\n".trim());
    assert.equal(await explanation.locator(".example-mark").textContent(), "<u>例</u>");
    assert.notEqual(await page.title(), "run");
  }));

test("all safe fixes are made at once, taken back at once, and no other fix is made with them", () =>
  onPage(pageFileUrl, async (page, source) => {
    const safe = { "每季度自查一次": "每季度自查台帐一次", "公示栏移至": "扫黑险恶公示栏移至" };
    const text = await pasteChanged(page, source, { ...safe, "《中华人民共和国政府信息公开条例》": "《中华人民共和国信息公开条例》" });
    const unsafe = (await findings(page)).filter((finding) => finding.code === "wording/misnamed-law");
    assert.equal(unsafe.length, 1);
    const mended = text.replace("台帐", "台账").replace("扫黑险恶", "扫黑除恶");
    assert.equal(await hook(page, "fix-all").textContent(), "一键改正 2 处标点文字");

    await hook(page, "fix-all").click();
    await untilFound(page, "wording/typing-error", false);
    assert.equal(await inputText(page), mended);
    assert.match(await hook(page, "note").textContent(), /已改正 2 处，可撤销/);
    assert.equal(await hook(page, "fix-all").isVisible(), false);
    assert.equal((await findings(page)).filter((finding) => finding.code === "wording/misnamed-law").length, 1);

    await hook(page, "input").focus();
    await pressWithControl(page, "z", "undo");
    assert.equal(await inputText(page), text);
    await untilFound(page, "wording/typing-error");

    await hook(page, "fix-all").click();
    await hook(page, "undo").click();
    assert.equal(await inputText(page), text);
    await untilFound(page, "wording/typing-error");
    assert.equal(await hook(page, "note").isVisible(), false);
  }));

test("a rule switched off stays off after a reload, is told, and can be restored", () =>
  onPage(served.url, async (page, source) => {
    await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次" });
    await hook(page, "why").first().click();
    await hook(page, "disable").first().click();
    await untilFound(page, "wording/typing-error", false);
    assert.equal(await state(page), "clear");
    assert.equal(await hook(page, "limits").textContent(), "已停用 1 条规则");

    await page.reload();
    await answer(page);
    assert.equal(await state(page), "clear");
    await hook(page, "limits").click();
    await hook(page, "settings").getByText("错别字").waitFor();
    await hook(page, "enable").click();
    await untilFound(page, "wording/typing-error");
    assert.equal(await hook(page, "limits").isVisible(), false);
    await page.keyboard.press("Escape");
    assert.equal(await hook(page, "settings").isVisible(), false);
  }));

test("a word of one's own is no longer reported, and can be taken from the list again", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐路一次" });
    await hook(page, "own-word").first().click();
    assert.equal(await hook(page, "own-word-input").inputValue(), "台帐");
    await hook(page, "own-word-input").fill("台帐路");
    await hook(page, "own-word-input").press("Enter");
    await untilFound(page, "wording/typing-error", false);
    assert.equal(await hook(page, "limits").textContent(), "1 个本单位用词不提示");

    await page.reload();
    await answer(page);
    assert.deepEqual(await findings(page), []);
    await hook(page, "settings-open").click();
    assert.equal(await hook(page, "own-words").inputValue(), "台帐路");
    await hook(page, "own-words").fill("");
    await untilFound(page, "wording/typing-error");
  }));

test("settings work where the browser keeps nothing", () =>
  onPage(pageFileUrl, async (page, source) => {
    await page.addInitScript(() => {
      const refuse = { get: () => { throw new DOMException("refused", "SecurityError"); } };
      Object.defineProperty(window, "localStorage", refuse);
      Object.defineProperty(window, "sessionStorage", refuse);
    });
    await page.reload();
    await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次" });
    await hook(page, "why").first().click();
    await hook(page, "disable").first().click();
    await untilFound(page, "wording/typing-error", false);
    await hook(page, "limits").click();
    await hook(page, "settings").getByText("浏览器不允许保存").waitFor();
    await hook(page, "enable").click();
    await untilFound(page, "wording/typing-error");
  }));

test("a report of another year than the one that is due is a warning", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, {});
    assert.equal(await hook(page, "due-year").inputValue(), "2023");
    assert.equal(await state(page), "clear");
    await hook(page, "due-year").selectOption("2024");
    await untilFound(page, "consistency/unexpected-year");
    assert.equal(await state(page), "findings");
    await page.reload();
    await untilFound(page, "consistency/unexpected-year");
    await hook(page, "due-year").selectOption("2023");
    await untilFound(page, "consistency/unexpected-year", false);
  }));

test("the whole corrected text is copied, also over plain http", () =>
  onPage(served.url, async (page, source) => {
    await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次" });
    await hook(page, "fix").first().click();
    await untilFound(page, "wording/typing-error", false);
    await hook(page, "copy").click();
    assert.match(await hook(page, "note").textContent(), /已复制全文/);
    const text = await inputText(page);
    assert.ok(text.includes("每季度自查台账一次"));
    assert.equal(await clipboard(source), text);
  }));

test("many findings of one rule are one, with its places by their lines", () =>
  onPage(pageFileUrl, async (page, source) => {
    const paragraphs = Array.from({ length: 8 }, (_, index) => `第${index + 1}小组登记台帐。`).join("\n\n");
    const text = await pasteChanged(page, source, { "每季度自查一次，全年未发生责任追究情形。": `每季度自查一次。\n\n${paragraphs}` });
    const list = await findings(page);
    assert.equal(list.filter((finding) => finding.code === "wording/typing-error").length, 1, JSON.stringify(list));
    const places = hook(page, "related");
    assert.equal(await places.count(), 7);
    const line = text.slice(0, text.lastIndexOf("台帐")).split("\n").length;
    assert.equal(await places.last().textContent(), `第 ${line} 行`);
    await places.last().click();
    const selection = await page.evaluate(() => {
      const input = document.querySelector("[data-test=input]");
      return [input.selectionStart, input.selectionEnd];
    });
    assert.deepEqual(selection, [text.lastIndexOf("台帐"), text.lastIndexOf("台帐") + 2]);
  }));

test("a long list can be narrowed to one kind of finding", () =>
  onPage(pageFileUrl, async (page, source) => {
    const numbers = Array.from({ length: 13 }, (_, index) => `值班手机138001380${10 + index}。`).join("");
    await pasteChanged(page, source, { "每季度自查一次": `${numbers}每季度自查台帐一次` });
    const all = await findings(page);
    await hook(page, "filter").filter({ hasText: "用词 1" }).click();
    assert.deepEqual((await findings(page)).map((finding) => finding.code), ["wording/typing-error"]);
    await hook(page, "filter").filter({ hasText: "全部" }).click();
    assert.deepEqual(await findings(page), all);
  }));

test("on a phone all safe fixes are made and taken back from the list, and a figure leads to the document", () =>
  onPage(pageFileUrl, async (page, source) => {
    const text = await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator("button[data-pane=findings]").click();
    await hook(page, "fix-all").click();
    await untilFound(page, "wording/typing-error", false);
    assert.equal(await inputText(page), text.replace("台帐", "台账"));
    await hook(page, "undo").click();
    await untilFound(page, "wording/typing-error");
    assert.equal(await inputText(page), text);

    await page.locator("[data-test=claims] summary").click();
    await hook(page, "claim").first().click();
    assert.ok(await hook(page, "document").locator(".is-chosen").isVisible());
    await hook(page, "claim-table").click();
    await until(page, () => {
      const { top, bottom } = document.querySelector("td.is-total").getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  }));
