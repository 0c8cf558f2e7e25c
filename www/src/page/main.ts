/**
 * The page: wires the draft, the engine and the views together.
 *
 * Hooks for tests (`data-test`), stable: input, example, clear, paste-note, keeping, failure, status, busy,
 * seal, verdict, facts, counts, count-error, count-warning, count-info, not-examined,
 * findings, group-error, group-warning, group-info, finding (data-code, data-severity), fix, related,
 * equations, equation (data-verdict), formula, document, mark (data-finding), all-clear, not-a-report, welcome, version.
 * `body[data-state]` is "empty", "waiting", "not-a-report", "findings", "clear" or "partly";
 * `body[data-pane]` is the pane that a narrow screen shows; `body[data-answered]` is "false" from an edit to its answer.
 */

import { createEngine, type Fix, type Report } from "../engine/index.js";
import { createChecking } from "./checking.js";
import type { Choice } from "./choice.js";
import { createDocumentView } from "./document-view.js";
import { button, byId, el, fill, type Child } from "./dom.js";
import { Draft } from "./draft.js";
import { createEquationsView } from "./equations-view.js";
import { EXAMPLE } from "./example.js";
import { createFindingsView, numberFindings } from "./findings.js";
import { createPanes } from "./panes.js";
import { takeTablesFromPaste } from "./paste.js";
import { currentPlace, type Place } from "./places.js";
import { countSentence, readingSentences, setText, showVerdict, stateOf, verdictSentence, type State } from "./verdict.js";

const textarea = byId("input", HTMLTextAreaElement);
const notice = byId("notice", HTMLElement);
const failure = byId("failure", HTMLElement);
const keeping = byId("keeping", HTMLElement);
const status = byId("status", HTMLElement);
const busy = byId("busy", HTMLElement);
const KEPT = keeping.textContent ?? "";
const KEEP_AFTER_TYPING = 250;

const draft = new Draft(textarea);
const engine = createEngine();

/** The last answer, and the text it is about. */
let checked: { text: string; report: Report } | null = null;
let choice: Choice = null;
/** Where in the list the keyboard goes back to after a fix. */
let listPosition: number | null = null;

const verdict = {
  seal: byId("seal", HTMLElement),
  sentence: byId("sentence", HTMLElement),
  facts: byId("facts", HTMLElement),
  strip: byId("strip", HTMLElement),
  counts: byId("counts", HTMLElement),
  notExamined: byId("not-examined", HTMLElement),
};

const findings = createFindingsView(byId("findings", HTMLElement), {
  choose: (index) => choose({ kind: "finding", index }),
  goTo: (place) => selectInText(place),
  apply: applyFix,
});
const documentView = createDocumentView(byId("sheet", HTMLElement), byId("formula", HTMLElement), choose);
const equations = createEquationsView(byId("equations-summary", HTMLElement), byId("equations-list", HTMLElement), (index) =>
  choose(choice?.kind === "equation" && choice.index === index ? null : { kind: "equation", index }),
);

const panes = createPanes((pane) => {
  if (checked === null || choice === null) return;
  if (pane === "document") documentView.choose(checked.report, choice, true);
  const finding = choice.kind === "finding" ? checked.report.diagnostics[choice.index] : undefined;
  if (pane === "input" && finding !== undefined) selectInText(finding);
});

const checking = createChecking(textarea, engine, {
  answered: showReport,
  failed(reason) {
    answered(true);
    failure.hidden = false;
    fill(failure, reason, "　文字没有丢。", button({ class: "quiet" }, () => checking.now(), "再核对一次"));
    if (checked === null) enter("empty");
  },
  emptied() {
    answered(true);
    checked = null;
    choice = null;
    failure.hidden = true;
    setText(status, "");
    setText(byId("tab-count", HTMLElement), "");
    enter("empty");
  },
  busy(isBusy) {
    busy.hidden = !isBusy;
    if (isBusy) setText(status, "正在核对");
    if (!isBusy || checked !== null) return;
    setText(verdict.sentence, "正在核对……");
    enter("waiting");
  },
});

// Keeping megabytes takes a moment, so it waits for a pause, but never beyond the page itself.
let keepSoon: number | undefined;
textarea.addEventListener("input", () => {
  answered(false);
  clearTimeout(keepSoon);
  keepSoon = window.setTimeout(keepDraft, KEEP_AFTER_TYPING);
});
window.addEventListener("pagehide", keepDraft);
textarea.addEventListener("keydown", (event) => {
  // Back from the text to the finding that led there.
  if (event.key !== "Escape" || event.isComposing || checked === null || choice?.kind !== "finding") return;
  const number = numberFindings(checked.report.diagnostics)[choice.index];
  if (number !== undefined) findings.focus(number - 1);
});

takeTablesFromPaste(textarea, draft, engine, {
  tablesRead: (usePlain) =>
    say("已按表格读取粘贴内容。", button({ class: "quiet" }, () => { quiet(); usePlain(); }, "改为纯文本")),
  plainInstead: (reason) => say(`没能按表格读取，已改为纯文本粘贴。${reason}`),
  outdated: quiet,
});

const loadExample = (): void => replaceAll(EXAMPLE, "已载入示例，原来的文字可以找回。");
byId("load-example", HTMLButtonElement).addEventListener("click", loadExample);
byId("welcome-example", HTMLButtonElement).addEventListener("click", loadExample);
byId("clear", HTMLButtonElement).addEventListener("click", () => replaceAll("", "已清空，暂存的文字也已删除。"));

setText(byId("version", HTMLElement), `nianbao ${engine.version}`);
draft.restore();
if (draft.text !== "") checking.now();

function showReport(text: string, report: Report): void {
  answered(true);
  checked = { text, report };
  choice = null;
  failure.hidden = true;
  const numbers = numberFindings(report.diagnostics);
  showVerdict(verdict, report);
  findings.show(text, report, numbers);
  equations.show(report);
  documentView.show(text, report, numbers);
  documentView.choose(report, null, false);
  fill(byId("reading", HTMLElement), ...readingSentences(report).map((words) => el("li", {}, words)));
  setText(byId("tab-count", HTMLElement), String(report.diagnostics.length));
  setText(status, `${verdictSentence(report)}。${countSentence(report)}。`);
  enter(stateOf(report));
  if (listPosition !== null) findings.focus(listPosition);
  listPosition = null;
}

function answered(yes: boolean): void {
  document.body.setAttribute("data-answered", String(yes));
}

function enter(state: State): void {
  document.body.setAttribute("data-state", state);
  if (state === "empty") panes.show("input");
}

/** Shows a finding or an equation everywhere at once. */
function choose(next: Choice): void {
  if (checked === null) return;
  choice = next;
  const finding = next?.kind === "finding" ? checked.report.diagnostics[next.index] : undefined;
  if (next !== null && panes.shown === "findings") panes.show("document");
  findings.choose(next);
  equations.choose(next);
  documentView.choose(checked.report, next, true);
  if (finding !== undefined) selectInText(finding);
}

/** Selects a place of the checked text in the text as it is now; one that was edited since is not selected. */
function selectInText(place: Place): void {
  if (checked === null) return;
  const now = currentPlace(checked.text, draft.text, place);
  if (now !== null) draft.select(now.from, now.to);
}

function applyFix(fix: Fix, position: number): void {
  if (checked === null) return;
  const edits: Fix["edits"] = [];
  for (const edit of fix.edits) {
    const now = currentPlace(checked.text, draft.text, edit);
    if (now === null) {
      say("这里的文字刚刚改过，等新的核对结果出来再改。");
      return;
    }
    edits.push({ ...now, insert: edit.insert });
  }
  edit(() => draft.apply(edits));
  listPosition = position;
  checking.now();
}

function keepDraft(): void {
  clearTimeout(keepSoon);
  const kept = draft.keep() === "kept";
  setText(keeping, kept ? KEPT : "浏览器没有地方暂存这些文字：刷新或关闭标签页都会丢失，请自行保存。");
  keeping.classList.toggle("is-refused", !kept);
}

function replaceAll(text: string, words: string): void {
  const before = draft.text;
  edit(() => draft.replaceAll(text));
  keepDraft();
  checking.now();
  if (before === "" || before === text) quiet();
  else say(words, button({ class: "quiet" }, () => { quiet(); draft.undo(); }, "撤销"));
}

/** The browser edits only a textarea that shows: on a narrow screen its pane comes forward for a moment. */
function edit(change: () => void): void {
  const before = panes.shown;
  panes.show("input");
  change();
  panes.show(before);
}

function say(...words: Child[]): void {
  notice.hidden = false;
  fill(notice, ...words);
}

function quiet(): void {
  notice.hidden = true;
  fill(notice);
}
