/**
 * The page: wires the draft, the engine and the views together.
 *
 * Hooks for tests (`data-test`), stable: input, example, clear, copy, note, undo, keeping, failure, status, busy,
 * seal, verdict, facts, claims-verdict, due-year, limits, counts, count-error, count-warning, count-info, not-examined,
 * findings, filter, group-error, group-warning, group-info, finding (data-code, data-severity), fix, fix-all, related,
 * why, explanation, disable, own-word, own-word-input, own-word-add,
 * settings, settings-open, settings-close, disabled-rule, enable, own-words,
 * equations, equation (data-verdict), claims, claim (data-verdict), formula, claim-prose, claim-table,
 * document, mark (data-finding, data-claim), claim-mark (data-claim), all-clear, not-a-report, welcome, version.
 * `body[data-state]` is "empty", "waiting", "not-a-report", "findings", "clear" or "partly";
 * `body[data-pane]` is the pane that a narrow screen shows; `body[data-answered]` is "false" from an edit to its answer.
 */

import { createEngine, type Fix, type Report, type RuleInfo } from "../engine/index.js";
import { createChecking } from "./checking.js";
import { claimOf, type Choice } from "./choice.js";
import { claimsInWords, createClaimsView } from "./claims-view.js";
import { createDocumentView } from "./document-view.js";
import { button, byId, el, fill, type Child } from "./dom.js";
import { Draft } from "./draft.js";
import { safeEdits } from "./edits.js";
import { createEquationsView } from "./equations-view.js";
import { example } from "./example.js";
import { createFindingsView, numberFindings } from "./findings.js";
import { createPanes } from "./panes.js";
import { takeTablesFromPaste } from "./paste.js";
import { currentPlace, type Place } from "./places.js";
import { Settings } from "./settings.js";
import { createSettingsSheet } from "./settings-sheet.js";
import { countSentence, readingSentences, setText, showVerdict, stateOf, verdictSentence, type State } from "./verdict.js";

const textarea = byId("input", HTMLTextAreaElement);
const notice = byId("notice", HTMLElement);
const failure = byId("failure", HTMLElement);
const keeping = byId("keeping", HTMLElement);
const status = byId("status", HTMLElement);
const busy = byId("busy", HTMLElement);
const fixAll = byId("fix-all", HTMLButtonElement);
const limits = byId("limits", HTMLButtonElement);
const KEPT = keeping.textContent ?? "";
const KEEP_AFTER_TYPING = 250;

const draft = new Draft(textarea);
const engine = createEngine();
const settings = new Settings(new Date().getFullYear(), () => {
  showSettings();
  if (checked !== null) checking.soon();
});
const settingsSheet = createSettingsSheet(settings, rules);
let knownRules: Promise<RuleInfo[]> | null = null;

/** The last answer, and the text it is about. */
let checked: { text: string; report: Report } | null = null;
let choice: Choice = null;
/** Where in the list the keyboard goes back to after a fix. */
let listPosition: number | null = null;

const verdict = {
  seal: byId("seal", HTMLElement),
  sentence: byId("sentence", HTMLElement),
  facts: byId("facts", HTMLElement),
  claims: byId("claims-verdict", HTMLElement),
  strip: byId("strip", HTMLElement),
  counts: byId("counts", HTMLElement),
  notExamined: byId("not-examined", HTMLElement),
};

const findings = createFindingsView(byId("filters", HTMLElement), byId("findings", HTMLElement), {
  choose: (index) => choose({ kind: "finding", index }),
  goTo(index, place) {
    choose({ kind: "finding", index });
    documentView.reveal(index, place);
    selectInText(place);
  },
  apply: applyFix,
  rule: async (code) => (await rules()).filter((rule) => rule.code === code)[0],
  disable(code, position) {
    listPosition = position;
    settings.disable(code);
  },
  allow(word, position) {
    listPosition = position;
    settings.addWord(word);
  },
});
const documentView = createDocumentView(byId("sheet", HTMLElement), byId("formula", HTMLElement), choose);
const equations = createEquationsView(byId("equations-summary", HTMLElement), byId("equations-list", HTMLElement), (index) =>
  choose(choice?.kind === "equation" && choice.index === index ? null : { kind: "equation", index }),
);
const claims = createClaimsView(
  byId("claims", HTMLElement),
  byId("claims-summary", HTMLElement),
  byId("claims-list", HTMLElement),
  (index) => choose(choice?.kind === "claim" && choice.index === index ? null : { kind: "claim", index }),
);

const panes = createPanes((pane) => {
  if (checked === null || choice === null) return;
  if (pane === "document") documentView.choose(checked.report, choice, true);
  const place = placeOf(checked.report, choice);
  if (pane === "input" && place !== undefined) selectInText(place);
});

const checking = createChecking(textarea, engine, () => settings.options(), {
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

const loadExample = (): void => replaceAll(example(settings.year), "已载入示例，原来的文字可以找回。");
byId("load-example", HTMLButtonElement).addEventListener("click", loadExample);
byId("welcome-example", HTMLButtonElement).addEventListener("click", loadExample);
byId("clear", HTMLButtonElement).addEventListener("click", () => replaceAll("", "已清空，暂存的文字也已删除。"));
byId("copy", HTMLButtonElement).addEventListener("click", copyAll);
byId("settings-open", HTMLButtonElement).addEventListener("click", () => settingsSheet.open());
limits.addEventListener("click", () => settingsSheet.open());
fixAll.addEventListener("click", applyAllSafe);

setText(byId("version", HTMLElement), `nianbao ${engine.version}`);
showSettings();
draft.restore();
if (draft.text !== "") checking.now();

/** Every rule, asked for once; again where the core could not be started. */
function rules(): Promise<RuleInfo[]> {
  if (knownRules === null) {
    const asked = engine.rules();
    asked.catch(() => { knownRules = null; });
    knownRules = asked;
  }
  return knownRules;
}

function showSettings(): void {
  settingsSheet.show();
  const words = [
    [settings.disabled.length, "已停用 N 条规则"],
    [settings.words.length, "N 个本单位用词不提示"],
  ] as const;
  const said = words.filter(([count]) => count > 0).map(([count, sentence]) => sentence.replace("N", String(count)));
  limits.hidden = said.length === 0;
  setText(limits, said.join("，"));
}

function showReport(text: string, report: Report): void {
  answered(true);
  checked = { text, report };
  choice = null;
  failure.hidden = true;
  const numbers = numberFindings(report.diagnostics);
  showVerdict(verdict, report);
  findings.show(text, report, numbers);
  equations.show(report);
  const claimWords = claimsInWords(text, report);
  claims.show(report.claims, claimWords);
  documentView.show(text, report, numbers, claimWords);
  documentView.choose(report, null, false);
  fill(byId("reading", HTMLElement), ...readingSentences(report).map((words) => el("li", {}, words)));
  setText(byId("tab-count", HTMLElement), String(report.diagnostics.length));
  const safe = safeEdits(report.diagnostics).length;
  byId("bulk", HTMLElement).hidden = safe === 0;
  setText(fixAll, `一键改正 ${safe} 处标点文字`);
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

/** Shows a finding, an equation or a figure of the prose everywhere at once. */
function choose(next: Choice): void {
  if (checked === null) return;
  choice = next;
  const place = placeOf(checked.report, next);
  if (next !== null && panes.shown === "findings") panes.show("document");
  findings.choose(next);
  equations.choose(next);
  claims.choose(next);
  documentView.choose(checked.report, next, true);
  if (place !== undefined) selectInText(place);
}

/** Where in the text a choice is; an equation is in no one place. */
function placeOf(report: Report, chosen: Choice): Place | undefined {
  if (chosen?.kind === "finding") return report.diagnostics[chosen.index];
  return claimOf(report, chosen)?.at;
}

/** Selects a place of the checked text in the text as it is now; one that was edited since is not selected. */
function selectInText(place: Place): void {
  if (checked === null) return;
  const now = currentPlace(checked.text, draft.text, place);
  if (now !== null) draft.select(now.from, now.to);
}

function applyFix(fix: Fix, position: number): void {
  const edits = currentEdits(fix.edits);
  if (edits === null) return;
  edit(() => draft.apply(edits));
  listPosition = position;
  checking.now();
}

/** Makes the edits of all safe fixes at once, as one step that can be taken back. */
function applyAllSafe(): void {
  const edits = checked === null ? null : currentEdits(safeEdits(checked.report.diagnostics));
  if (edits === null) return;
  edit(() => draft.apply(edits));
  listPosition = 0;
  checking.now();
  sayUntilEdited(`已改正 ${edits.length} 处，可撤销。`, undoButton());
}

/** The edits as they stand in the text as it is now; null, and told so, where it has been edited meanwhile. */
function currentEdits(edits: Fix["edits"]): Fix["edits"] | null {
  if (checked === null) return null;
  const { text } = checked;
  const current: Fix["edits"] = [];
  for (const edit of edits) {
    const now = currentPlace(text, draft.text, edit);
    if (now === null) {
      say("这里的文字刚刚改过，等新的核对结果出来再改。");
      return null;
    }
    current.push({ ...now, insert: edit.insert });
  }
  return current;
}

function copyAll(): void {
  const { text } = draft;
  if (draft.copyAll()) sayUntilEdited(`已复制全文，共 ${text.length.toLocaleString("zh-CN")} 字。`);
  else sayUntilEdited("浏览器没有允许复制。全文已选中，请按 Ctrl+C 复制。");
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
  else sayUntilEdited(words, undoButton());
}

function undoButton(): HTMLElement {
  const undo = (): void => {
    quiet();
    edit(() => draft.undo());
    checking.now();
  };
  return button({ class: "quiet", "data-test": "undo" }, undo, "撤销");
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

/** Says something that no longer holds once the text is edited again. */
function sayUntilEdited(...words: Child[]): void {
  say(...words);
  const said = notice.firstChild;
  const { text } = draft;
  const whenEdited = (): void => {
    if (draft.text === text && notice.firstChild === said) return;
    textarea.removeEventListener("input", whenEdited);
    if (notice.firstChild === said) quiet();
  };
  textarea.addEventListener("input", whenEdited);
}

function quiet(): void {
  notice.hidden = true;
  fill(notice);
}
