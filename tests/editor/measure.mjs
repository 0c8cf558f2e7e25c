// What attach costs an editor: the time that it adds to a key press, and the memory after many edits.
//
//   node tests/editor/measure.mjs
//
// Each measure is taken with and without attach, in turns, in the same page: what the machine does besides falls on both.

import { readFile } from "node:fs/promises";
import { serveExamples } from "../../examples/serve.mjs";
import { findBrowsers, startChromium } from "../browser/browsers.mjs";

const KEYS = 300;
const EDITS = 10_000;
const REPORT_BYTES = 13_000;

const served = await serveExamples(0);
const browsers = await findBrowsers();

for (const name of ["Chromium", "Chromium 86"]) {
  if (browsers[name].missing) {
    console.log(`${name}: NOT MEASURED, ${browsers[name].missing}`);
    continue;
  }
  const browser = await startChromium(browsers[name]);
  console.log(`\n${name} (${browsers[name].version})`);
  for (const editor of ["contenteditable", "ueditor", "tinymce", "ckeditor4", "kindeditor"]) await measureKeys(browser, name, editor);
  await measureMemory(browser);
  await browser.close();
}
served.server.close();

/** Opens an example with a report of the size that reports have, and lets go of the check that the example makes. */
async function open(browser, editor) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const html = await readFile(new URL("../../examples/report.html", import.meta.url), "utf8");
  await page.route("**/report.html", (route) => route.fulfill({ body: grown(html) }));
  await page.goto(`${served.url}${editor}.html`);
  const loaded = await page
    .waitForFunction(() => (window.check?.attached ?? window.attached)?.report, null, { timeout: 15_000, polling: 100 })
    .then(() => true, () => false);
  if (!loaded) return null;
  await page.evaluate(() => {
    const attached = window.check?.attached ?? window.attached;
    window.root = attached.root;
    (window.check ?? attached).detach();
    window.caret = () => {
      const paragraph = Array.from(window.root.querySelectorAll("p")).find((p) => p.textContent.includes("及时发布汛情"));
      const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
      window.root.ownerDocument.defaultView.focus();
      window.root.focus();
      window.root.ownerDocument.getSelection().collapse(text, 8);
    };
  });
  return page;
}

/** More prose, as longer reports have it. */
function grown(html) {
  const paragraph = (number) => `<p>第${number}次巡河记录显示，沿线十二处闸口运行正常，水位牌已重新描红，巡查人员把照片和说明一并报送档案室，供群众查阅。</p>\n`;
  let more = "";
  for (let number = 1; Buffer.byteLength((html + more).replace(/<[^>]*>/g, "")) < REPORT_BYTES; number++) more += paragraph(number);
  return html.replace("<p>（一）主动公开。", `${more}<p>（一）主动公开。`);
}

async function measureKeys(browser, name, editor) {
  const page = await open(browser, editor);
  if (page === null) {
    console.log(`  ${editor}: does not load itself here`);
    return;
  }
  const { without, withAttach, blocked } = await page.evaluate(async (keys) => {
    const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
    const { ownerDocument } = window.root;
    /** All that a key press has to wait for: the edit, who listens to it, the layout. */
    const press = async () => {
      const start = performance.now();
      ownerDocument.execCommand("insertText", false, "水");
      await Promise.resolve();
      window.root.getBoundingClientRect();
      return performance.now() - start;
    };
    /** The longest that the page is held while a check runs: what a key press at the worst moment waits. */
    const longestHold = async (run) => {
      const { port1, port2 } = new MessageChannel();
      let last = performance.now();
      let longest = 0;
      let isOver = false;
      port1.onmessage = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        if (!isOver) port2.postMessage(0);
      };
      port2.postMessage(0);
      await wait(5);
      longest = 0;
      await run();
      await wait(30);
      isOver = true;
      return longest;
    };
    const without = [];
    const withAttach = [];
    const blocked = [];
    window.caret();
    for (let block = 0; block < keys / 30; block++) {
      for (let key = 0; key < 30; key++) without.push((await wait(4), await press()));
      const attached = nianbao.attach(window.root);
      await attached.check();
      window.caret();
      for (let key = 0; key < 30; key++) withAttach.push((await wait(4), await press()));
      for (let check = 0; check < 3; check++) {
        await press();
        blocked.push(await longestHold(() => attached.check()));
      }
      attached.detach();
      window.caret();
    }
    return { without, withAttach, blocked };
  }, KEYS);
  const [alone, attached, held] = [without, withAttach, blocked].map((times) => ({ median: median(times), worst: Math.max(...times) }));
  console.log(
    `  ${editor}: a key press takes ${say(alone)} ms; with attach ${say(attached)} ms; ` +
      `added ${(attached.median - alone.median).toFixed(2)} (worst ${(attached.worst - alone.worst).toFixed(2)}) ms; ` +
      `a check in a pause holds the page ${say(held)} ms`,
  );
  await page.context().close();
}

function say({ median, worst }) {
  return `${median.toFixed(2)} (worst ${worst.toFixed(2)})`;
}

function median(numbers) {
  const sorted = numbers.slice().sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

async function measureMemory(browser) {
  for (const isAttached of [false, true]) {
    const page = await open(browser, "contenteditable");
    const session = await page.context().newCDPSession(page);
    const usage = async () => {
      for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
      const { usedSize } = await session.send("Runtime.getHeapUsage");
      const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
      return `${(usedSize / 1e6).toFixed(2)} MB, ${nodes} nodes, ${jsEventListeners} listeners`;
    };
    await page.evaluate((isAttached) => {
      if (isAttached) window.attached = nianbao.attach(window.root, { pause: 0 });
      window.caret();
    }, isAttached);
    await edit(page, 500, isAttached);
    const before = await usage();
    await edit(page, EDITS, isAttached);
    console.log(`  ${EDITS} edits ${isAttached ? "with attach" : "without"}: before ${before}; after ${await usage()}`);
    await page.context().close();
  }
}

/** Types and deletes in turns, with a check after every twentieth edit. */
async function edit(page, edits, isAttached) {
  await page.evaluate(
    async ([edits, isAttached]) => {
      for (let made = 0; made < edits; made++) {
        document.execCommand(made % 2 === 0 ? "insertText" : "delete", false, made % 2 === 0 ? "水" : undefined);
        if (made % 20 !== 0) continue;
        await new Promise((done) => setTimeout(done, 0));
        if (isAttached) await window.attached.check();
      }
    },
    [edits, isAttached],
  );
}
