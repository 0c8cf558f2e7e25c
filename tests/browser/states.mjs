// The states of the page, each reached from a fresh one: for the tests that look at all of them, and for pictures.

import { folderOfReports } from "./many-reports.mjs";
import { answer, copy, fixture, hook, paste, pasteChanged, pressWithControl, until } from "./page.mjs";

const flaws = { "每季度自查一次": "每季度自查台帐一次", "上年结转1件": "上年结转2件", "\t9\n": "\t8\n" };

async function setAsideAll(page) {
  while ((await hook(page, "set-aside").count()) > 0) {
    await hook(page, "set-aside").first().click();
    await hook(page, "set-aside-done").click();
  }
}

async function pastePrevious(page, source) {
  await hook(page, "show-previous").click();
  const text = (await fixture("right.txt")).split("2023").join("2022").replace("四、结转下年度继续办理\t\t\t1", "四、结转下年度继续办理\t\t\t0");
  await copy(source, { text });
  await page.bringToFront();
  await hook(page, "previous").focus();
  await pressWithControl(page, "v", "paste");
  await until(page, () => !document.querySelector("[data-test=compare-link]").hidden);
}

let folder;

async function openMany(page) {
  folder ??= await folderOfReports();
  await hook(page, "many-open").click();
  await hook(page, "choose-files-input").setInputFiles(folder.paths);
  await hook(page, "county-compare").click();
  await hook(page, "sum-cell").first().waitFor();
}

export const states = {
  "first-use": async () => {},
  "findings": async (page, source) => {
    await pasteChanged(page, source, flaws);
    await hook(page, "finding").first().locator(".finding-place").click();
  },
  "findings-opened": async (page, source) => {
    await pasteChanged(page, source, flaws);
    for (const details of await page.locator("summary").all()) await details.click();
    for (const why of await hook(page, "why").all()) await why.click();
    await hook(page, "explanation").last().locator("h4").waitFor();
    await hook(page, "own-word").first().click();
    await hook(page, "set-aside").last().click();
    await hook(page, "claim").first().click();
  },
  "cell": async (page, source) => {
    await pasteChanged(page, source, flaws);
    await page.locator("td.mark-error").first().click();
  },
  "overview": async (page, source) => {
    await pasteChanged(page, source, flaws);
    await hook(page, "show-overview").click();
  },
  "clear": (page, source) => pasteChanged(page, source, {}),
  "settled": async (page, source) => {
    await pasteChanged(page, source, flaws);
    await setAsideAll(page);
    await page.locator("[data-test=set-aside-list] summary").click();
  },
  "partly": async (page, source) => {
    const text = await fixture("right.txt");
    await copy(source, { text: text.slice(0, text.indexOf("行政复议\t")) + text.slice(text.indexOf("五、")) });
    await paste(page);
  },
  "not-a-report": async (page, source) => {
    await copy(source, { text: "关于召开工作会议的通知\n\n各村（社区）：\n\n定于下周一上午九时在二楼会议室召开工作会议，请准时参加。" });
    await paste(page);
  },
  "refused-file": async (page, source) => {
    await pasteChanged(page, source, {});
    await hook(page, "file").setInputFiles({ name: "年报.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 一二三") });
    await until(page, () => /没有读入/.test(document.querySelector("[data-test=note]").textContent));
  },
  "failed": async (page, source) => {
    await pasteChanged(page, source, flaws);
    await page.evaluate(() => {
      const send = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message) {
        Worker.prototype.postMessage = send;
        this.dispatchEvent(new ErrorEvent("error"));
      };
    });
    await hook(page, "input").focus();
    await page.keyboard.type("。");
    await until(page, () => !document.querySelector("[data-test=failure]").hidden);
  },
  "previous-empty": async (page, source) => {
    await pasteChanged(page, source, {});
    await hook(page, "show-previous").click();
  },
  "two-years": async (page, source) => {
    await pasteChanged(page, source, {});
    await pastePrevious(page, source);
    await hook(page, "compare-open").click();
    await hook(page, "carry-over").waitFor();
  },
  "many-empty": (page) => hook(page, "many-open").click(),
  "many": openMany,
  "many-cell": async (page) => {
    await openMany(page);
    await page.locator("[data-test=sum-cell][data-verdict=differs]").first().click();
  },
  "many-report": async (page) => {
    await openMany(page);
    await hook(page, "many-report").first().click();
    await answer(page);
  },
  "record": async (page, source) => {
    await pasteChanged(page, source, flaws);
    await hook(page, "record-open").click();
    await hook(page, "record-conclusion").waitFor();
  },
  "rules": async (page) => {
    await hook(page, "catalogue-open").click();
    await hook(page, "rule").first().locator("summary").click();
  },
  "blank-form": async (page) => {
    await hook(page, "blank-form-open").click();
    await hook(page, "blank-form-paper").locator("table").nth(2).waitFor();
  },
  "dropping": async (page) => {
    const dataTransfer = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["年报"], "年报.txt"));
      return transfer;
    });
    await page.dispatchEvent("body", "dragenter", { dataTransfer });
  },
  "settings": async (page, source) => {
    await pasteChanged(page, source, flaws);
    await hook(page, "why").first().click();
    await hook(page, "disable").first().click();
    await hook(page, "limits").click();
    await hook(page, "enable").waitFor();
  },
  "licences": (page) => hook(page, "licences-open").click(),
  "keys": async (page, source) => {
    await pasteChanged(page, source, {});
    await hook(page, "keys-open").click();
  },
};

/** What a narrow screen shows one after another in a state; null where there are no panes. */
export async function panesOf(page) {
  return page.evaluate(() => {
    const { view, state } = document.body.dataset;
    const covered = document.querySelector("dialog[open], [data-test=drop]:not([hidden])") !== null;
    return view === "desk" && state !== "empty" && !covered && innerWidth < 900 ? ["input", "findings", "document"] : [null];
  });
}

export async function showPane(page, pane) {
  if (pane !== null) await page.evaluate((pane) => document.querySelector(`button[data-pane=${pane}]`).click(), pane);
}
