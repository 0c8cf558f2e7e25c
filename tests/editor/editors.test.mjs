// The real editors, each with its adapter, as examples/ shows it: marks in place, the content untouched, the editor's own undo.
//
// Exceptions: TinyMCE 6.8, 7 and 8 do not load themselves in Chromium 86, so they are tested in the current one only.
// UEditor has no npm package of its own; "ueditor" holds version 1.4.3 whole. UEditorPlus is in no npm package we know of
// and is not run here; it keeps UEditor's interface, which is all that its adapter uses.

import assert from "node:assert/strict";
import { test } from "node:test";
import { click, find, inBothChromiums, onPage, until } from "./setup.mjs";

/** How a host reads an editor's content, and how a user takes back a step; both run in the page. */
const EDITORS = {
  "UEditor 1.4": { page: "ueditor.html", button: ".edui-for-nianbao .edui-button-body", content: "editor.getContent()", undo: "editor.execCommand('undo')" },
  "TinyMCE 5": { page: "tinymce.html", version: "tinymce5", button: ".tox-tbtn", words: "年报核对", content: "editor.getContent()", undo: "editor.undoManager.undo()" },
  "TinyMCE 6": { page: "tinymce.html", version: "tinymce6", button: ".tox-tbtn", words: "年报核对", content: "editor.getContent()", undo: "editor.undoManager.undo()", isForNew: true },
  "TinyMCE 7": { page: "tinymce.html", version: "tinymce7", button: ".tox-tbtn", words: "年报核对", content: "editor.getContent()", undo: "editor.undoManager.undo()", isForNew: true },
  "TinyMCE 8": { page: "tinymce.html", version: "tinymce8", button: ".tox-tbtn", words: "年报核对", content: "editor.getContent()", undo: "editor.undoManager.undo()", isForNew: true },
  "CKEditor 4": { page: "ckeditor4.html", button: ".cke_button__nianbao", content: "editor.getData()", undo: "editor.execCommand('undo')" },
  "CKEditor 5": { page: "ckeditor5.html", button: ".ck-button", words: "年报核对", content: "editor.getData()", undo: "editor.execute('undo')" },
  "wangEditor 5": { page: "wangeditor.html", button: "[data-menu-key=nianbao]", content: "editor.getHtml()", undo: "editor.undo()" },
  "KindEditor 4": { page: "kindeditor.html", button: "[data-name=nianbao]", content: "editor.html()", undo: "editor.undo()" },
};

const answered = (page) => until(page, () => window.check?.attached?.report?.diagnostics.length > 1 && window.check.attached.isCurrent);

/** Opens an editor's example and waits for the first answer. */
const inEditor = (run, editor, use) =>
  onPage(
    run,
    editor.page,
    async (page) => {
      await answered(page);
      await use(page);
    },
    { route: (page) => editor.version && page.route("**/editors/tinymce8/**", (route) => route.continue({ url: route.request().url().replace("tinymce8", editor.version) })) },
  );

/** The editor's content, the HTML that shows it, and that of the whole document it is in. */
const contents = (page, { content }) =>
  page.evaluate((content) => {
    const { root } = window.lastAttached ?? window.check.attached;
    const layer = /<div aria-hidden="true" data-nianbao-marks.*?<\/div><\/div>/g;
    return { content: eval(content), html: root.innerHTML, document: root.ownerDocument.documentElement.outerHTML.replace(layer, "") };
  }, content);

for (const [name, editor] of Object.entries(EDITORS)) {
  inBothChromiums(name, (run) => {
    // It does not load itself there.
    if (run.isOld && editor.isForNew) return;

    test("marks the right words and changes nothing, before, during and after", () =>
      inEditor(run, editor, async (page) => {
        const text = await page.evaluate(() => nianbao.readText(window.check.attached.root));
        assert.match(text, /^白鹭泽县水务局2023年政府信息公开工作年度报告\n[^]*发布信息86条。[^]*𠮷水湾[^]*\n行政规范性文件\t2\t1\t7\n/);
        const codes = await page.evaluate(() => window.check.attached.report.diagnostics.map(({ code }) => code));
        assert.ok(codes.some((code) => code.startsWith("arithmetic/")) && codes.some((code) => code.startsWith("punctuation/")), codes.join());

        const wrong = await page.evaluate(() => {
          const { attached } = window.check;
          return attached.report.diagnostics
            .map((finding) => [attached.text.slice(finding.from, finding.to), attached.goTo(finding), String(attached.root.ownerDocument.getSelection())])
            .filter(([words, went, selected]) => !went || words.replace(/\s/g, "") !== selected.replace(/\s/g, ""));
        });
        assert.deepEqual(wrong, []);

        await page.evaluate(() => {
          window.lastAttached = window.check.attached;
          window.check.detach();
        });
        // The editor's own toolbar may still be following the selection.
        await page.waitForTimeout(500);
        const before = await contents(page, editor);
        await page.evaluate(async () => {
          window.again = nianbao.attach(window.lastAttached.root);
          await window.again.check();
        });
        assert.equal(await page.evaluate(() => window.again.mode), run.isOld ? "overlay" : "highlight");
        assert.deepEqual(await contents(page, editor), before);
        const left = await page.evaluate(() => {
          window.again.detach();
          const inner = window.again.root.ownerDocument;
          const view = inner.defaultView;
          return {
            boxes: document.querySelectorAll("[data-nianbao-marks], nianbao-check").length,
            sheets: (inner.adoptedStyleSheets ?? []).length,
            highlights: view.CSS.highlights ? view.CSS.highlights.size : 0,
          };
        });
        assert.deepEqual(left, { boxes: 0, sheets: 0, highlights: 0 });
        assert.deepEqual(await contents(page, editor), before);
      }));

    test("marks follow what is typed", () =>
      inEditor(run, editor, async (page) => {
        await page.evaluate(() => {
          const { attached } = window.check;
          const from = attached.text.indexOf("及时发布汛情");
          attached.goTo({ from, to: from + 2 });
          window.before = attached.report;
        });
        await page.keyboard.type("ab");
        await until(page, () => window.check.attached.report !== window.before && window.check.attached.isCurrent);
        const words = await page.evaluate(() => {
          const { attached } = window.check;
          const finding = attached.report.diagnostics.find(({ from, to }) => attached.text.slice(from, to) === ",");
          attached.goTo(finding);
          const range = attached.root.ownerDocument.getSelection().getRangeAt(0);
          const { left, top, width, height } = range.getBoundingClientRect();
          return { line: range.startContainer.data.slice(0, range.endOffset), isMarked: attached.at(left + width / 2, top + height / 2).includes(finding) };
        });
        assert.deepEqual(words, { line: "（一）主动公开。ab发布汛情通告,", isMarked: true });
      }));

    test("a fix goes in, and the editor's own undo takes it out", () =>
      inEditor(run, editor, async (page) => {
        const original = await page.evaluate(editor.content);
        const made = await page.evaluate(() => {
          const { attached } = window.check;
          const { fixes } = attached.report.diagnostics.find(({ from, to }) => attached.text.slice(from, to) === ",");
          return attached.apply(fixes[0]);
        });
        assert.ok(made);
        await answered(page);
        assert.equal(await page.evaluate(editor.content), original.replace("汛情通告,停水", "汛情通告，停水"));
        await page.evaluate(editor.undo);
        await until(page, ([content, original]) => eval(content) === original, [editor.content, original]);
      }));

    test("a fix joins a paragraph that was broken up and takes out a page number's line, and the editor's own undo brings them back", () =>
      inEditor(run, editor, async (page) => {
        const writeIn = async (before, typed) => {
          await page.evaluate((before) => {
            const { attached } = window.check;
            const at = attached.text.indexOf(before) + before.length;
            attached.goTo({ from: at, to: at });
          }, before);
          // The editor may still be taking notice of where the caret is.
          await page.waitForTimeout(300);
          for (const part of typed) await (part === "\n" ? page.keyboard.press("Enter") : page.keyboard.type(part));
        };
        for (const [code, before, typed] of [
          ["punctuation/broken-paragraph", "全年通过门户", ["\n"]],
          ["punctuation/page-number", "发布信息86条。", ["\n", "— 3 —"]],
        ]) {
          const original = await page.evaluate(editor.content);
          const text = await page.evaluate(() => window.check.attached.text);
          await writeIn(before, typed);
          await until(page, (code) => window.check.attached.isCurrent && window.check.attached.report.diagnostics.some((finding) => finding.code === code), code);
          const broken = await page.evaluate(editor.content);
          const made = await page.evaluate((code) => {
            const { attached } = window.check;
            const { fixes } = attached.report.diagnostics.find((finding) => finding.code === code);
            return attached.canApply(fixes[0]) && attached.apply(fixes[0]);
          }, code);
          assert.ok(made, code);
          await answered(page);
          assert.equal(await page.evaluate(editor.content), original, code);
          assert.equal(await page.evaluate(() => window.check.attached.text), text);
          await page.evaluate(editor.undo);
          await until(page, ([content, broken]) => eval(content) === broken, [editor.content, broken]);
          // To the next one from what it was.
          await page.evaluate(() => window.check.attached.check());
          await page.evaluate((code) => {
            const { attached } = window.check;
            attached.apply(attached.report.diagnostics.find((finding) => finding.code === code).fixes[0]);
          }, code);
          await answered(page);
        }
      }));

    test("the button opens the panel; a finding there leads to its place", () =>
      inEditor(run, editor, async (page) => {
        const styleOfPage = () => page.evaluate(() => document.documentElement.getAttribute("style"));
        const before = await styleOfPage();
        await click(page, await find(page, editor.button, editor.words));
        await find(page, ".finding");
        assert.match(await (await find(page, ".verdict")).evaluate((verdict) => verdict.textContent), /年报里还有 \d+ 处错误/);
        const item = await find(page, ".finding", "总计");
        await click(page, await item.evaluateHandle((item) => item.querySelector(".place")));
        const chosen = await item.evaluate((item) => ({ isCurrent: item.getAttribute("aria-current"), quote: item.querySelector(".quote").textContent }));
        assert.deepEqual(chosen, { isCurrent: "true", quote: await page.evaluate(() => String(window.check.attached.root.ownerDocument.getSelection())) });
        const covered = await page.evaluate(() => {
          const { root } = window.check.attached;
          const place = root.ownerDocument.getSelection().getRangeAt(0).getBoundingClientRect();
          const frame = root.ownerDocument.defaultView.frameElement;
          const left = place.right + (frame ? frame.getBoundingClientRect().left : 0);
          return left > document.querySelector("nianbao-check").getBoundingClientRect().left;
        });
        assert.ok(!covered, "the panel covers the place that it leads to");
        await click(page, await find(page, ".close"));
        assert.equal(await styleOfPage(), before);
        assert.equal(await page.evaluate(() => document.querySelectorAll("nianbao-check").length), 0);
      }));

    test("the publish guard tells what stands in what was just written", () =>
      inEditor(run, editor, async (page) => {
        await page.evaluate(() => {
          const { attached } = window.check;
          attached.goTo(attached.report.diagnostics.find(({ from, to }) => attached.text.slice(from, to) === "5"));
        });
        const before = await page.evaluate(() => window.check.standing());
        await page.keyboard.type("2");
        const after = await page.evaluate(() => window.check.standing());
        assert.equal(before.message, `年报里还有 ${before.errors} 处错误${before.warnings > 0 ? `、${before.warnings} 处警告` : ""}没有处理。`);
        assert.ok(after.errors < before.errors, `${before.errors} ${after.errors}`);
      }));
  });
}
