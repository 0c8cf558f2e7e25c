// attach on a plain editable element: what is read, what is marked, what a fix does, what is left behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inBothChromiums, onPage, until } from "./setup.mjs";

const example = "contenteditable.html";
const answered = (page) => until(page, () => window.attached && window.attached.report !== null && window.attached.isCurrent);

/** The text that nianbao reads of this HTML. */
const read = (page, html) =>
  page.evaluate((html) => {
    const root = document.createElement("div");
    root.innerHTML = html;
    document.body.appendChild(root);
    const text = nianbao.readText(root);
    root.remove();
    return text;
  }, html);

inBothChromiums("contenteditable", (run) => {
  test("blocks are lines, formats are nothing, white space is as it is seen", () =>
    onPage(run, example, async (page) => {
      const cases = [
        ["<p>收到<b>4</b>60件</p><p>第二段</p>", "收到460件\n第二段"],
        ["<p>一行<br>两行</p>三行<div>四行</div>", "一行\n两行\n三行\n四行"],
        ["<p>  前后  的\n 空白 </p>\n\n<p>断\n行</p>", "前后 的空白\n断行"],
        ["<p>𠮷水湾&nbsp;&nbsp;办事处</p>", "𠮷水湾\u00a0\u00a0办事处"],
        ["<p>\ufeff看\u200b见</p>", "看见"],
        ["<pre>一\n二\t三</pre>", "一\n二\t三"],
        ["<p>见<script>1</script><style>p{}</style><span hidden>不</span><span style='display:none'>不</span><span style='visibility:hidden'>不</span>到</p>", "见到"],
        ["<p>正文<span data-mce-bogus='all'>把手</span><span class='ck-reset_all'>钮</span></p>", "正文"],
      ];
      for (const [html, text] of cases) assert.equal(await read(page, html), text, html);
    }));

  test("tables are rectangles: merged cells opened out, several lines in one field", () =>
    onPage(run, example, async (page) => {
      const cases = [
        ["<p>前</p><table><tr><td colspan=2>甲</td><td rowspan=2>乙</td></tr><tr><td>1</td><td></td></tr></table><p>后</p>", "前\n甲\t\t乙\n1\t\t\n后"],
        ["<table><tr><td><p>商业</p><p>企业</p></td><td>3<br>4</td></tr></table>", "商业企业\t3 4"],
        ["<table><tr><td rowspan=0>甲</td><td>1</td></tr><tr><td>2</td></tr></table>", "甲\t1\n\t2"],
        ["<table><tr><td><p>版式</p><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>", "版式\n1\t2"],
        ["<table><tr style='display:none'><td>藏</td><td>藏</td></tr><tr><td>甲</td><td>1</td></tr></table>", "甲\t1"],
      ];
      for (const [html, text] of cases) assert.equal(await read(page, html), text, html);
    }));

  test("a whole report is marked at the right words, and nothing in it changes", () =>
    onPage(run, example, async (page) => {
      await answered(page);
      const { before, after, findings, mode } = await page.evaluate(() => {
        const root = document.getElementById("content");
        const { attached } = window;
        const before = root.innerHTML;
        const findings = attached.report.diagnostics.map((finding) => {
          const went = attached.goTo(finding);
          return { code: finding.code, went, selected: String(getSelection()), words: attached.text.slice(finding.from, finding.to) };
        });
        return { before, after: root.innerHTML, findings, mode: attached.mode };
      });
      assert.equal(mode, run.isOld ? "overlay" : "highlight");
      assert.equal(after, before);
      assert.ok(findings.some(({ code, words }) => code === "arithmetic/row-total" || words === "5"), JSON.stringify(findings));
      for (const { code, went, selected, words } of findings) {
        assert.ok(went, code);
        assert.equal(selected.replace(/\s+/g, ""), words.replace(/\s+/g, ""), code);
      }
    }));

  test("what is at a point is the finding that is marked there", () =>
    onPage(run, example, async (page) => {
      await answered(page);
      const missed = await page.evaluate(() => {
        const { attached } = window;
        return attached.report.diagnostics.filter((finding) => {
          attached.goTo(finding);
          const rect = getSelection().getRangeAt(0).getBoundingClientRect();
          return !attached.at(rect.left + rect.width / 2, rect.top + rect.height / 2).includes(finding);
        });
      });
      assert.deepEqual(missed, []);
      assert.deepEqual(await page.evaluate(() => window.attached.at(2, 2)), []);
    }));

  test("marks follow what is typed before them", () =>
    onPage(run, example, async (page) => {
      await answered(page);
      const isMarked = () => page.evaluate(() => {
        const text = Array.from(document.querySelectorAll("#content p")).find((p) => p.textContent.includes(",")).firstChild;
        const comma = document.createRange();
        comma.setStart(text, text.data.indexOf(","));
        comma.setEnd(text, text.data.indexOf(",") + 1);
        if (window.attached.mode === "highlight") {
          const ranges = Array.from(CSS.highlights).flatMap(([, highlight]) => Array.from(highlight));
          return ranges.some((range) => range.startContainer === text && range.startOffset === comma.startOffset && String(range) === ",");
        }
        const { left, bottom } = comma.getBoundingClientRect();
        const boxes = Array.from(document.querySelectorAll("[data-nianbao-marks] > div"), (box) => box.getBoundingClientRect());
        return boxes.some((box) => Math.abs(box.left - left) < 2 && Math.abs(box.bottom - bottom) < 2);
      });
      assert.ok(await isMarked());
      await page.evaluate(() => {
        const root = document.getElementById("content");
        const text = Array.from(root.querySelectorAll("p")).find((p) => p.textContent.includes(",")).firstChild;
        getSelection().collapse(text, 2);
        root.focus();
      });
      await page.keyboard.type("经常");
      await page.evaluate(() => new Promise(requestAnimationFrame));
      assert.ok(await isMarked());
      await answered(page);
      assert.ok(await isMarked());
    }));

  test("an error that is mended while writing loses its mark", () =>
    onPage(run, example, async (page) => {
      await answered(page);
      const codes = () => page.evaluate(() => window.attached.report.diagnostics.map(({ code }) => code));
      const sums = (await codes()).filter((code) => code.startsWith("arithmetic/")).length;
      assert.ok(sums > 0);
      await page.evaluate(() => {
        const { attached } = window;
        attached.goTo(attached.report.diagnostics.find(({ from, to }) => attached.text.slice(from, to) === "5"));
      });
      await page.keyboard.type("2");
      await until(page, (sums) => window.attached.isCurrent && window.attached.report.diagnostics.filter(({ code }) => code.startsWith("arithmetic/")).length < sums, sums);
    }));

  test("a fix goes in by the browser's own editing and its undo takes it out", () =>
    onPage(run, example, async (page) => {
      await answered(page);
      const original = await page.evaluate(() => document.getElementById("content").innerHTML);
      assert.ok(await page.evaluate(() => {
        const { attached } = window;
        const fix = attached.report.diagnostics.find((finding) => attached.text.slice(finding.from, finding.to) === ",").fixes[0];
        return attached.canApply(fix) && attached.apply(fix);
      }));
      const fixed = await page.evaluate(() => document.getElementById("content").innerHTML);
      assert.equal(fixed, original.replace("汛情通告,停水", "汛情通告，停水"));
      await page.evaluate(() => document.execCommand("undo"));
      assert.equal(await page.evaluate(() => document.getElementById("content").innerHTML), original);
    }));

  test("lines are taken out only where nothing goes with them, and those around keep their looks", () =>
    onPage(run, example, async (page) => {
      await answered(page);
      const outcome = (between) =>
        page.evaluate(async (between) => {
          const content = document.getElementById("content");
          const before = content.innerHTML;
          content.innerHTML = `<p id="a" style="text-align: right">上半</p>${between}<p id="b" style="text-align: center">下半</p>`;
          const { attached } = window;
          await attached.check();
          // The line in the middle where there is one, else the line end.
          const end = attached.text.lastIndexOf("\n") + 1;
          const fix = { title: "", safe: false, edits: [{ from: attached.text.indexOf("\n") + (attached.text.indexOf("\n") + 1 < end ? 1 : 0), to: end, insert: "" }] };
          const outcome = attached.canApply(fix) && attached.apply(fix) ? content.innerHTML : null;
          content.innerHTML = before;
          return outcome;
        }, between);
      assert.equal(await outcome("<p>— 3 —</p>"), '<p id="a" style="text-align: right">上半</p><p id="b" style="text-align: center">下半</p>');
      assert.match(await outcome(""), /^<p id="a" style="text-align: right">上半(?:<[^/>]*>)?下半(?:<\/\w+>)?<\/p>$/);
      for (const between of ['<p><img alt="图" src="data:,"></p>', "<p hidden>批注</p>", "<table><tbody><tr><td><br></td></tr></tbody></table>"]) assert.equal(await outcome(between), null, between);
    }));

  test("a host that replaces by itself is given line ends only where it says that it joins lines", () =>
    onPage(run, example, async (page) => {
      await answered(page);
      const given = await page.evaluate(async () => {
        window.attached.detach();
        const given = [];
        for (const joinsLines of [false, true]) {
          const attached = nianbao.attach(document.getElementById("content"), { joinsLines, replace: (changes) => given.push(changes.map(({ range, insert }) => [range.toString().trim(), insert])) });
          await attached.check();
          const from = attached.text.indexOf("\n");
          const fix = { title: "", safe: false, edits: [{ from, to: from + 1, insert: "" }] };
          given.push(attached.canApply(fix), attached.apply(fix));
          attached.detach();
        }
        return given;
      });
      assert.deepEqual(given, [false, false, [["", ""]], true, true]);
    }));

  test("a fix of a report that was edited since is not made", () =>
    onPage(run, example, async (page) => {
      await answered(page);
      const made = await page.evaluate(() => {
        const { attached } = window;
        const fix = attached.report.diagnostics.find(({ fixes }) => fixes.length > 0).fixes[0];
        document.getElementById("content").firstChild.textContent += "新";
        return [attached.isCurrent, attached.canApply(fix), attached.apply(fix)];
      });
      assert.deepEqual(made, [false, false, false]);
      // Nor a second one of the same report before the first has been checked: its places are those of another text.
      await page.evaluate(() => window.attached.check());
      const twice = await page.evaluate(() => {
        const { attached } = window;
        const fixes = attached.report.diagnostics.filter(({ fixes }) => fixes.length > 0).map(({ fixes }) => fixes[0]);
        return [attached.apply(fixes[0]), attached.isCurrent, attached.canApply(fixes[1]), attached.apply(fixes[1])];
      });
      assert.deepEqual(twice, [true, false, false, false]);
    }));

  test("an empty cell is shown, and what is typed there goes into it", () =>
    onPage(run, example, async (page) => {
      await answered(page);
      await page.evaluate(() => {
        const cell = Array.from(document.querySelectorAll("#content td")).find((td) => td.textContent === "12.5");
        cell.textContent = "";
      });
      await until(page, () => window.attached.isCurrent && window.attached.report.diagnostics.some(({ from, to }) => from === to));
      const where = await page.evaluate(() => {
        const { attached } = window;
        const blank = attached.report.diagnostics.find(({ from, to }) => from === to);
        attached.goTo(blank);
        return getSelection().anchorNode.parentElement.textContent;
      });
      assert.equal(where, "行政事业性收费");
      await until(page, () => {
        const cell = getSelection().anchorNode.getBoundingClientRect();
        return Array.from(document.querySelectorAll("[data-nianbao-marks] > div"), (box) => box.getBoundingClientRect()).some(({ left, top }) => Math.abs(left - cell.left) < 2 && Math.abs(top - cell.top) < 2);
      });
      await page.keyboard.type("3");
      assert.equal(await page.evaluate(() => Array.from(document.querySelectorAll("#content td")).find((td) => td.textContent === "行政事业性收费").nextSibling.textContent), "3");
    }));

  test("while pinyin is being turned into characters nothing is checked", () =>
    onPage(run, example, async (page) => {
      await answered(page);
      await page.evaluate(() => {
        const paragraph = document.querySelector("#content p");
        getSelection().collapse(paragraph.firstChild, 0);
        document.getElementById("content").focus();
        const was = window.attached.report;
        Object.defineProperty(window, "isNew", { get: () => window.attached.report !== was });
      });
      // Chromium 86 cannot be told to compose: there the events are made.
      const session = await page.context().newCDPSession(page);
      const compose = (name) => page.evaluate((name) => document.activeElement.dispatchEvent(new CompositionEvent(name, { bubbles: true })), name);
      if (run.isOld) await compose("compositionstart");
      else await session.send("Input.imeSetComposition", { text: "zhong", selectionStart: 5, selectionEnd: 5 });
      if (run.isOld) await page.keyboard.insertText("zhong");
      await page.waitForTimeout(1500);
      assert.equal(await page.evaluate(() => document.querySelector("#content p").textContent.startsWith("zhong") && !window.isNew), true);
      await page.keyboard.insertText("中");
      if (run.isOld) await compose("compositionend");
      await until(page, () => window.isNew && window.attached.isCurrent);
    }));

  test("detach leaves nothing behind", () =>
    onPage(run, example, async (page) => {
      await answered(page);
      const left = await page.evaluate(() => {
        const added = document.documentElement.outerHTML;
        window.attached.detach();
        return {
          marks: document.querySelectorAll("[data-nianbao-marks]").length,
          sheets: (document.adoptedStyleSheets || []).length,
          highlights: window.CSS.highlights ? CSS.highlights.size : 0,
          isSame: document.documentElement.outerHTML === added.replace(/<div aria-hidden="true" data-nianbao-marks.*<\/div>(?=<\/body>)/, ""),
        };
      });
      assert.deepEqual(left, { marks: 0, sheets: 0, highlights: 0, isSame: true });
      await page.evaluate(() => { document.querySelector("#content p").textContent += "新"; });
      await page.waitForTimeout(900);
      assert.equal(await page.evaluate(() => window.attached.isCurrent), false);
    }));

  test("an argument of another kind is a TypeError in words", () =>
    onPage(run, example, async (page) => {
      const messages = await page.evaluate(() => {
        const calls = [
          () => nianbao.attach(5),
          () => nianbao.attach(document),
          () => nianbao.attach(document.body, []),
          () => nianbao.attach(document.body, { pause: "1" }),
          () => nianbao.attach(document.body, { onReport: 1 }),
          () => nianbao.attach(document.body, { validate: { year: "2023" } }),
          () => nianbao.readText("正文"),
          () => nianbao.guardForm(document.createElement("form"), null, () => true),
          () => nianbao.tinymce(undefined),
          () => nianbao.textarea(document.body),
        ];
        return calls.map((call) => {
          try {
            call();
            return "";
          } catch (error) {
            return `${error.name} ${error.message}`;
          }
        });
      });
      assert.deepEqual(messages, [
        "TypeError attach 的第一个参数应为可编辑的元素，收到的是数字",
        "TypeError attach 的第一个参数应为可编辑的元素，收到的是对象",
        "TypeError attach 的第二个参数应为对象，收到的是数组",
        "TypeError attach 的选项 pause 应为毫秒数，收到的是字符串",
        "TypeError attach 的选项 onReport 应为函数，收到的是数字",
        "TypeError validate 的选项 year 应为整数，收到的是字符串",
        "TypeError readText 的参数应为可编辑的元素，收到的是字符串",
        "TypeError guardForm 的第二个参数应为 attach 给出的对象，收到的是空值 null",
        "TypeError tinymce 的第一个参数应为编辑器自己的对象，收到的是未定义的值 undefined",
        "TypeError textarea 的第一个参数应为 textarea 元素，收到的是对象",
      ]);
    }));
});
