// What a clerk does with the page, in whichever browser: the same steps, and what is seen at each.

import assert from "node:assert/strict";
import { manyReports } from "./many-reports.mjs";
import { answer, choose, copy, findings, fixture, inputText, open, paste, state, until, untilFound } from "./page.mjs";

const click = (page, hook, index = 0) =>
  page.evaluate(({ hook, index }) => document.querySelectorAll(`[data-test=${hook}]`)[index].click(), { hook, index });

/** Bytes of a text in GB 18030, which old Chinese programs write; Node only reads it. */
function inGb18030(text) {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map(Array.from({ length: 0x80 }, (_, byte) => [String.fromCharCode(byte), [byte]]));
  for (let first = 0x81; first < 0xff; first++) {
    for (let second = 0x40; second < 0xff; second++) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if (second !== 0x7f && character.length === 1) codes.set(character, [first, second]);
    }
  }
  return [...text].flatMap((character) => codes.get(character) ?? assert.fail(`${character} has no two bytes`));
}

/** Drops a file as a file manager does. */
function drop(page, name, bytes) {
  return page.evaluate(
    ({ name, bytes }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
      for (const type of ["dragenter", "dragover", "drop"]) document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    { name, bytes },
  );
}

/** Goes through it all on a fresh page; gives what was seen, which is to be the same everywhere. */
export async function journey({ page, source, url }) {
  await open(page, url);
  await page.evaluate(() => {
    window.refused = [];
    for (const type of ["error", "unhandledrejection", "securitypolicyviolation"]) {
      window.addEventListener(type, (event) => window.refused.push(`${type}: ${event.message || event.reason || event.blockedURI}`));
    }
  });
  const seen = {};

  const wrong = (await fixture("wrong.txt")).replace("每季度自查一次", "每季度自查台帐一次");
  await copy(source, { text: wrong });
  await paste(page);
  seen.findings = await findings(page);
  const sum = seen.findings.findIndex((finding) => finding.code.startsWith("arithmetic/"));
  seen.chosen = await choose(page, sum);

  const typo = "wording/typing-error";
  await untilFound(page, typo);
  await page.evaluate((typo) => document.querySelector(`[data-code='${typo}'] [data-test=fix]`).click(), typo);
  await untilFound(page, typo, false);
  seen.fixed = await inputText(page);
  assert.notEqual(seen.fixed, wrong);
  await click(page, "history-undo");
  await untilFound(page, typo);
  assert.equal(await inputText(page), wrong);

  await copy(source, { text: "纯文本", html: await fixture("wrong.word.html") });
  await paste(page);
  seen.findingsInTables = await findings(page);

  const right = await fixture("right.txt");
  await drop(page, "年报.txt", inGb18030(right));
  await until(page, () => document.body.dataset.state === "clear");
  assert.equal(await inputText(page), right);
  assert.deepEqual(await page.evaluate(() => window.refused), []);

  await page.reload();
  await answer(page);
  assert.equal(await inputText(page), right);
  assert.equal(await state(page), "clear");

  seen.many = await goThroughMany(page);
  return seen;
}

/** The table of many files, the county's sum, and the record of the report on the desk. */
async function goThroughMany(page) {
  await page.evaluate((files) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(files)) transfer.items.add(new File([text], name.split("/").pop()));
    const input = document.querySelector("[data-test=choose-files-input]");
    input.files = transfer.files;
    input.dispatchEvent(new Event("change"));
  }, await manyReports());
  await until(page, () => /份：/.test(document.querySelector("[data-test=many-summary]").textContent));
  await click(page, "county-compare");
  await until(page, () => document.querySelector("[data-test=sum-sentence]") !== null);
  const lists = await page.evaluate(() => [
    ...Array.from(document.querySelectorAll("[data-test=many-line]"), (line) => line.textContent),
    ...Array.from(document.querySelectorAll("[data-test=sum-cell][data-verdict=differs]"), (cell) => cell.textContent),
  ]);
  await click(page, "record-open");
  await until(page, () => document.querySelector("[data-test=record-conclusion]") !== null);
  const record = await page.evaluate(() => Array.from(document.querySelectorAll("[data-test=record-finding]"), (finding) => finding.textContent));
  return { lists, record };
}

/** The copy of itself that a page saves. It can do nothing more afterwards. */
export function savedEdition(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        URL.createObjectURL = (blob) => {
          const reader = new FileReader();
          reader.onload = () => resolve(reader.result);
          reader.readAsText(blob);
          return "#";
        };
        HTMLAnchorElement.prototype.click = () => undefined;
        document.querySelector("[data-test=save-edition]").click();
      }),
  );
}
