/** 批量核对: many reports in one table, each to be opened, and the county's report held against the sum of the others. */

import type { Engine } from "../../engine/index.js";
import { saveCsv, type CsvLine } from "../csv.js";
import { button, el, fill } from "../dom.js";
import { MOST_FILES, namedFiles, type NamedFile } from "../dropped-files.js";
import type { ManyFiles } from "../files.js";
import { addMastheadAction } from "../masthead.js";
import type { Page } from "../page.js";
import { viewHead } from "../views.js";
import { setText } from "../verdict.js";
import { createBatch, type Batch, type Item } from "./batch.js";
import { COLUMNS, VERDICT_WORDS, verdictWord } from "./columns.js";
import { likelyCounty } from "./county-choice.js";
import { createCountyView } from "./county-view.js";
import { createListView } from "./list-view.js";
import { createVisit } from "./visit.js";

const MANY = "many";

const PAUSE_BETWEEN_DRAWINGS = 150;

export function createMany(page: Page): ManyFiles {
  const batch = createBatch(page.engine, () => page.settings.options(), changed);
  const progress = el("progress", { class: "many-progress", "aria-label": "核对进度" });
  const doing = el("p", { class: "many-doing", "data-test": "many-progress" }, progress);
  const said = el("p", { class: "visually-hidden", role: "status", "data-test": "many-status" });
  const summary = el("p", { class: "many-summary", "data-test": "many-summary" });
  const note = el("p", { class: "many-note", role: "status", "data-test": "many-note", hidden: true });
  const intake = el("div", { class: "many-intake" });
  const listFrame = el("div", { class: "many-list" });
  const countyFrame = el("section", { class: "county", "aria-labelledby": "county-title", hidden: true });

  const visit = createVisit(page, batch, () => page.views.show(MANY));
  const list = createListView(listFrame, (item) => visit.open(item, list.shown));
  const county = createCounty(countyFrame, page.engine, batch, (item) => visit.open(item, list.shown));
  const saveList = button({ class: "quiet", "data-test": "many-csv" }, () => saveCsv("批量核对结果", listLines(list.shown)), "保存为 CSV");
  const empty = button({ class: "quiet", "data-test": "many-clear" }, () => batch.clear(), "清空清单");
  const actions = el("div", { class: "many-actions" }, ...fileChoices(), saveList, empty);
  fill(
    intake,
    el("p", { class: "many-lead" }, "把一个文件夹或许多份报告一次拖进来，逐份核对，结果列成一张表。"),
    el("p", { class: "many-about" }, "全部在本机完成；文字只留在内存里，关闭这一页就没有了。您正在改的草稿不受影响。"),
  );
  page.views.add(
    MANY,
    el(
      "main",
      { class: "many", "aria-label": "批量核对", "data-test": "many" },
      viewHead(page.views, "批量核对"),
      el("div", { class: "view-body" }, intake, actions, note, doing, summary, listFrame, countyFrame, said),
    ),
  );
  addMastheadAction("批量核对", "many-open", () => page.views.show(MANY));
  page.views.onShow((name) => name === MANY && batch.refresh());

  let scheduled = false;
  changed();
  return { openMany, askForFolder };

  function openMany(files: readonly NamedFile[]): void {
    page.views.show(MANY);
    tell(files.length === 0 ? "这里面没有文件。" : files.length > MOST_FILES ? `一次最多核对 ${MOST_FILES} 个文件，其余的没有列入。` : "");
    batch.add(files.slice(0, MOST_FILES));
  }

  function askForFolder(): void {
    page.views.show(MANY);
    tell("直接双击打开的页面，浏览器不让它打开拖进来的文件夹。请点“选择文件夹”，或把里面的文件全选后拖进来。");
  }

  function tell(words: string): void {
    note.hidden = words === "";
    setText(note, words);
  }

  function fileChoices(): HTMLElement[] {
    return [
      ["选择多份报告", "choose-files", { multiple: true }],
      ["选择文件夹", "choose-folder", { webkitdirectory: true, multiple: true }],
    ].map(([words, test, kind]) => {
      const input = el("input", { type: "file", hidden: true, "data-test": `${String(test)}-input`, ...(kind as object) });
      input.addEventListener("change", () => {
        const files = namedFiles(input.files ?? []);
        // The same choice a second time has to be a change again.
        input.value = "";
        openMany(files);
      });
      return el("span", {}, input, button({ class: "quiet", "data-test": String(test) }, () => input.click(), String(words)));
    });
  }

  /** While reports are being read, the table is drawn now and then, not for each of them. */
  function changed(): void {
    if (scheduled) return;
    scheduled = true;
    window.setTimeout(() => {
      scheduled = false;
      draw();
    }, batch.waiting > 0 ? PAUSE_BETWEEN_DRAWINGS : 0);
  }

  function draw(): void {
    const { items, waiting } = batch;
    const isEmpty = items.length === 0;
    intake.classList.toggle("is-first", isEmpty);
    for (const node of [saveList, empty, listFrame, summary]) node.hidden = isEmpty;
    doing.hidden = waiting === 0;
    progress.max = items.length;
    progress.value = items.length - waiting;
    const words = waiting > 0 ? `正在核对：${items.length - waiting}／${items.length}` : isEmpty ? "" : summaryWords(items);
    if (waiting > 0) fill(doing, progress, words);
    setText(summary, waiting > 0 ? "" : words);
    if (waiting === 0) setText(said, words);
    list.show(items);
    county.show(waiting === 0);
  }
}

/** "20 份：12 份待改，1 份未核全，6 份通过，1 份读不出" */
function summaryWords(items: readonly Item[]): string {
  const counts = VERDICT_WORDS.map((word) => [word, items.filter((item) => verdictWord(item) === word).length] as const);
  const refused = items.filter(({ refusal }) => refusal !== null).length;
  const said = [...counts, ["读不出", refused] as const].filter(([, count]) => count > 0);
  return `${items.length} 份：${said.map(([word, count]) => `${count} 份${word}`).join("，")}`;
}

function listLines(items: readonly Item[]): CsvLine[] {
  return [
    [...COLUMNS.map(({ name }) => name), "说明"],
    ...items.map((item) => [...COLUMNS.map((column) => column.value(item)), item.refusal ?? ""]),
  ];
}

/** Chooses which report is the county's own, and asks for the sum of the others. */
function createCounty(frame: HTMLElement, engine: Engine, batch: Batch, open: (item: Item) => void): { show(isDone: boolean): void } {
  const select = el("select", { id: "county-report", "data-test": "county-report" });
  const result = el("div", { class: "county-result", "data-test": "county-result" });
  const failure = el("p", { class: "county-failure", role: "alert" });
  const compare = button({ class: "quiet", "data-test": "county-compare" }, () => void add(), "比对");
  let units: Item[] = [];
  let offered: readonly Item[] = [];
  const view = createCountyView(result, (index) => {
    const unit = units[index];
    if (unit !== undefined) open(unit);
  });
  fill(
    frame,
    el("h3", { id: "county-title" }, "汇总比对"),
    el("p", { class: "many-about" }, "县（市、区）的报告包括所辖各单位。选出哪一份是全县的汇总报告，其余各份逐格相加，与它对照。"),
    el("p", { class: "county-choice" }, el("label", { for: "county-report" }, "汇总报告"), select, compare),
    failure,
    result,
  );
  select.addEventListener("change", () => fill(result));

  return {
    show(isDone) {
      const read = batch.items.filter(({ report }) => report !== null && report.tables.length > 0);
      frame.hidden = read.length < 2;
      compare.disabled = !isDone;
      if (!isDone || (read.length === offered.length && read.every((item, index) => item === offered[index]))) return;
      offered = read;
      fill(result);
      const guess = likelyCounty(read);
      fill(select, ...read.map((item, index) => el("option", { value: index }, nameOf(item))));
      select.value = String(guess === null ? 0 : read.indexOf(guess));
    },
  };

  async function add(): Promise<void> {
    const whole = offered[Number(select.value)];
    if (whole === undefined) return;
    units = offered.filter((item) => item !== whole);
    setText(failure, "");
    compare.disabled = true;
    try {
      view.show(await engine.aggregate(whole.text, units.map((item) => ({ name: nameOf(item), text: item.text }))));
    } catch (error) {
      setText(failure, error instanceof Error ? error.message : String(error));
    }
    compare.disabled = false;
  }
}

/** The organ; with the file, where the title names none. */
function nameOf({ report, path }: Item): string {
  return report?.organ ?? path.slice(path.lastIndexOf("/") + 1);
}
