// Working on one draft in a current Chromium: files, undo, what is set aside, what is kept and what is gone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hook, onPage, pasteChanged, served } from "./in-chromium.mjs";
import { answer, clipboard, copy, findings, fixture, inputText, pageFileUrl, pressWithControl, state, until, untilFound } from "./page.mjs";

const note = (page) => hook(page, "note").textContent();

/** Drops files on the page as a file manager does; `at` is the zone of the ground that comes up. */
async function drop(page, files, at = ".drop-draft") {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, content } of files) transfer.items.add(new File([content], name));
    return transfer;
  }, files);
  await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
  await hook(page, "drop").waitFor();
  const box = await page.locator(at).boundingBox();
  const point = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer, ...point });
}

test("a report is dropped anywhere on the page, and a second one takes its place until that is taken back", () =>
  onPage(pageFileUrl, async (page) => {
    const wrong = await fixture("wrong.txt");
    await drop(page, [{ name: "年报.txt", content: wrong }]);
    await answer(page);
    assert.equal(await inputText(page), wrong);
    assert.equal(await state(page), "findings");
    assert.equal(await hook(page, "drop").isVisible(), false);
    assert.match(await note(page), /已读入“年报.txt”/);

    await drop(page, [{ name: "另一份.html", content: `<p>${"改过的".repeat(20)}</p>` }]);
    await until(page, () => document.querySelector("[data-test=input]").value.startsWith("改过的"));
    await hook(page, "undo").click();
    assert.equal(await inputText(page), wrong);
  }));

test("a file is chosen, in the first state as well as later", () =>
  onPage(served.url, async (page) => {
    const right = await fixture("right.txt");
    const opened = page.waitForEvent("filechooser");
    await page.locator("#welcome-file").click();
    await (await opened).setFiles({ name: "年报.md", mimeType: "", buffer: Buffer.from(right) });
    await answer(page);
    assert.equal(await inputText(page), right);
    assert.equal(await state(page), "clear");
    const again = page.waitForEvent("filechooser");
    await hook(page, "choose-file").click();
    await (await again).setFiles({ name: "年报.txt", mimeType: "", buffer: Buffer.from(`${right}附注`) });
    await until(page, () => document.querySelector("[data-test=input]").value.endsWith("附注"));
  }));

test("a file that cannot be read leaves the draft as it was and says why", () =>
  onPage(pageFileUrl, async (page, source) => {
    const text = await pasteChanged(page, source, {});
    await drop(page, [{ name: "年报.pdf", content: "%PDF-1.7 一二三" }]);
    await until(page, () => /没有读入/.test(document.querySelector("[data-test=note]").textContent));
    assert.match(await note(page), /没有读入“年报.pdf”：.*PDF.*。原来的文字没有动。/);
    assert.equal(await inputText(page), text);
    assert.equal(await state(page), "clear");
  }));

test("a file of a hundred megabytes is refused before it is read", () =>
  onPage(pageFileUrl, async (page, source) => {
    const text = await pasteChanged(page, source, {});
    await page.evaluate(() => {
      window.reads = 0;
      for (const name of ["readAsArrayBuffer", "readAsText"]) FileReader.prototype[name] = () => window.reads++;
      const size = { get: () => 100 * 1024 * 1024 };
      Object.defineProperty(File.prototype, "size", size);
    });
    await drop(page, [{ name: "年报.docx", content: "PK" }]);
    await until(page, () => /100 MB/.test(document.querySelector("[data-test=note]").textContent));
    assert.match(await note(page), /全选、复制文字，再粘贴/);
    assert.equal(await page.evaluate(() => window.reads), 0);
    assert.equal(await inputText(page), text);
  }));

test("every edit is taken back and made again, by the buttons and by the keys, also after a fix", () =>
  onPage(pageFileUrl, async (page, source) => {
    const text = await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次" });
    await hook(page, "fix").first().click();
    await untilFound(page, "wording/typing-error", false);
    const fixed = await inputText(page);
    await page.evaluate(() => {
      const input = document.querySelector("[data-test=input]");
      input.focus();
      input.setSelectionRange(input.value.length, input.value.length);
    });
    await page.keyboard.type("附注");
    assert.equal(await inputText(page), `${fixed}附注`);

    await pressWithControl(page, "z", "undo");
    assert.equal(await inputText(page), fixed);
    await pressWithControl(page, "z", "undo");
    assert.equal(await inputText(page), text);
    await pressWithControl(page, "y", "redo");
    assert.equal(await inputText(page), fixed);
    await hook(page, "history-redo").click();
    assert.equal(await inputText(page), `${fixed}附注`);
    assert.equal(await hook(page, "history-redo").isDisabled(), true);
    for (let step = 0; step < 3; step++) await hook(page, "history-undo").click();
    assert.equal(await inputText(page), "");
    await until(page, () => document.body.dataset.state === "empty");
  }));

test("undo leaves alone what was typed in another box", () =>
  onPage(pageFileUrl, async (page, source) => {
    const text = await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次" });
    await hook(page, "fix").first().click();
    await hook(page, "settings-open").click();
    await hook(page, "own-words").click();
    await page.keyboard.type("某某台账");
    await hook(page, "settings-close").click();
    await hook(page, "history-undo").click();
    assert.equal(await inputText(page), text);
    await hook(page, "settings-open").click();
    assert.equal(await hook(page, "own-words").inputValue(), "某某台账");
  }));

async function setAside(page, reason, words) {
  await hook(page, "set-aside").first().click();
  await hook(page, "set-aside-reason").filter({ hasText: reason }).click();
  await hook(page, "set-aside-note").fill(words);
  await hook(page, "set-aside-done").click();
}

test("a finding set aside stays so when the text around it changes and after a reload, and can be restored", () =>
  onPage(served.url, async (page, source) => {
    await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次" });
    await setAside(page, "本地规定如此", "档案局用语");
    assert.deepEqual(await findings(page), []);
    assert.equal(await state(page), "settled");
    assert.equal(await hook(page, "set-aside-count").textContent(), "另有 1 条已搁置");
    assert.match(await hook(page, "count-error").textContent(), /错误 0/);
    assert.match(await hook(page, "set-aside-list").textContent(), /理由：本地规定如此：档案局用语/);

    await page.evaluate(() => document.querySelector("[data-test=input]").setSelectionRange(0, 0));
    await hook(page, "input").focus();
    await page.keyboard.type("新的第一行\n");
    await answer(page);
    assert.equal(await hook(page, "set-aside-count").textContent(), "另有 1 条已搁置");

    await page.reload();
    await answer(page);
    assert.equal(await state(page), "settled");
    await page.locator("[data-test=set-aside-list] summary").click();
    await hook(page, "restore").click();
    await untilFound(page, "wording/typing-error");
    assert.equal(await state(page), "findings");
    assert.equal(await hook(page, "set-aside-count").isVisible(), false);
  }));

test("a wrong figure set aside is reported again when it becomes another wrong figure", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, { "\t9\n": "\t8\n" });
    const code = (await findings(page))[0].code;
    await setAside(page, "其他", "以台账为准");
    await untilFound(page, code, false);
    const text = await inputText(page);
    await page.evaluate((at) => {
      const input = document.querySelector("[data-test=input]");
      input.focus();
      input.setSelectionRange(at, at + 1);
    }, text.indexOf("\t8\n") + 1);
    await page.keyboard.type("7");
    await untilFound(page, code);
  }));

test("“其他” asks for a word of why", () =>
  onPage(pageFileUrl, async (page, source) => {
    await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次" });
    await setAside(page, "其他", "");
    await page.getByText("请写一句为什么。").waitFor();
    assert.equal((await findings(page)).length, 1);
  }));

const kept = (page) => page.evaluate(() => Object.keys(sessionStorage).filter((key) => /draft|previous|aside/.test(key)));

test("清空 removes the draft, last year's report and what was set aside from the browser at once, and all come back for a moment", () =>
  onPage(served.url, async (page, source) => {
    await page.clock.install();
    const text = await pasteChanged(page, source, { "每季度自查一次": "每季度自查台帐一次" });
    await setAside(page, "经核实无误", "");
    await hook(page, "show-previous").click();
    await hook(page, "previous").fill("上年的报告");
    await page.clock.runFor(500);
    assert.equal((await kept(page)).length, 3);

    await hook(page, "show-draft").click();
    await hook(page, "clear").click();
    assert.deepEqual(await kept(page), []);
    assert.equal(await state(page), "empty");
    await hook(page, "undo").click();
    assert.equal(await inputText(page), text);
    assert.equal(await hook(page, "previous").inputValue(), "上年的报告");
    await until(page, () => document.body.dataset.state === "settled");

    await hook(page, "clear").click();
    await page.clock.runFor(31_000);
    assert.equal(await hook(page, "undo").count(), 0);
    await hook(page, "input").focus();
    await pressWithControl(page, "z", "undo");
    assert.equal(await inputText(page), "");
    assert.deepEqual(await kept(page), []);
  }));

test("a closed tab that is opened again an hour later has forgotten the draft, a crashed one has not", () =>
  onPage(served.url, async (page, source) => {
    const text = await pasteChanged(page, source, {});
    await until(page, () => sessionStorage.getItem("nianbao.draft") !== null);
    await page.addInitScript(() => {
      const now = Date.now;
      Date.now = () => now() + 3_600_000;
      // A tab that crashes takes nothing down on leaving.
      if (window.name === "crashed") sessionStorage.removeItem("nianbao.left-at");
    });
    await page.evaluate(() => (window.name = "crashed"));
    await page.reload();
    await answer(page);
    assert.equal(await inputText(page), text);
    assert.equal(await hook(page, "clear").isEnabled(), true);

    // What is taken down now is an hour old at the next start, as the clock is moved on each time.
    await page.evaluate(() => {
      window.name = "closed";
      const now = Date.now;
      Date.now = () => now() - 3_600_000;
    });
    await page.reload();
    assert.equal(await inputText(page), "");
    assert.deepEqual(await kept(page), []);
  }));

test("a finding held to be wrong is copied as a report without names and figures", () =>
  onPage(served.url, async (page, source) => {
    await pasteChanged(page, source, { "每季度自查一次": "江州市信访局张大明同志每季度自查台帐12次" });
    await hook(page, "why").first().click();
    await hook(page, "misreport").click();
    const words = await clipboard(source);
    assert.match(words, /规则：.*错别字.*（wording\/typing-error）/);
    assert.match(words, /版本：nianbao \d/);
    assert.match(words, /同志每季度自查⟦台帐⟧××次/);
    assert.doesNotMatch(words, /江州|信访局|张大明|12/);
  }));

test("the corrected text is saved as a file that an old Notepad shows rightly", () =>
  onPage(served.url, async (page, source) => {
    const text = await pasteChanged(page, source, {});
    const saving = page.waitForEvent("download");
    await hook(page, "save").click();
    const download = await saving;
    assert.match(download.suggestedFilename(), /年度报告\.txt$/);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const saved = Buffer.concat(chunks).toString("utf8");
    assert.equal(saved, `\ufeff${text.replace(/\n/g, "\r\n")}`);
  }));

test("several files at once leave the draft alone and become a list", () =>
  onPage(pageFileUrl, async (page, source) => {
    const text = await pasteChanged(page, source, {});
    await drop(page, [{ name: "一.txt", content: "一" }, { name: "二.txt", content: "二" }]);
    await until(page, () => document.querySelectorAll("[data-test=many-report]").length === 2);
    assert.equal(await inputText(page), text);
  }));

test("a file copied in the file manager is pasted", () =>
  onPage(pageFileUrl, async (page) => {
    const right = await fixture("right.txt");
    await page.evaluate((content) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([content], "年报.txt"));
      document.querySelector("[data-test=input]").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, right);
    await answer(page);
    assert.equal(await inputText(page), right);
  }));

test("before there is a text, a paste anywhere on the page is taken", () =>
  onPage(pageFileUrl, async (page, source) => {
    await copy(source, { text: "纯文本", html: await fixture("right.wps.html") });
    await page.bringToFront();
    await page.evaluate(() => document.activeElement.blur());
    await pressWithControl(page, "v", "paste");
    await answer(page);
    assert.equal(await state(page), "clear");
    // Later it could mean anything, and so it does nothing.
    const text = await inputText(page);
    await page.evaluate(() => document.activeElement.blur());
    await copy(source, { text: "另一段" });
    await page.bringToFront();
    await pressWithControl(page, "v", "paste");
    assert.equal(await inputText(page), text);
  }));
