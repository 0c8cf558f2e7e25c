/** The desk: the one draft, its findings and its marked document, with what is chosen shown in all of them at once. */

import type { Diagnostic, Report } from "../engine/index.js";
import { claimOf, type Choice } from "./choice.js";
import { claimsInWords, createClaimsView } from "./claims-view.js";
import { copyToClipboard } from "./clipboard.js";
import { createDocumentView } from "./document-view.js";
import { byId, el, fill } from "./dom.js";
import { copyTable } from "./table-clipboard.js";
import { createEquationsView } from "./equations-view.js";
import { createFindingsView, numberFindings } from "./findings.js";
import { createFixing } from "./fixing.js";
import { createKeys } from "./keys.js";
import { misreport } from "./misreport.js";
import { showOutline } from "./outline-bar.js";
import { showOverview } from "./overview.js";
import type { Checked, Page } from "./page.js";
import { createPanes } from "./panes.js";
import { currentPlace, type Place } from "./places.js";
import { showSetAside } from "./set-aside-view.js";
import { countSentence, readingSentences, setText, showVerdict, stateOf, verdictSentence, type State } from "./verdict.js";
import { DESK } from "./views.js";

export interface Desk {
  /** The first check of a text takes a while. */
  waiting(): void;
}

export function createDesk(page: Page): Desk {
  const { draft, settings } = page;
  const status = byId("status", HTMLElement);
  const tabCount = byId("tab-count", HTMLElement);
  const verdict = {
    seal: byId("seal", HTMLElement),
    sentence: byId("sentence", HTMLElement),
    facts: byId("facts", HTMLElement),
    claims: byId("claims-verdict", HTMLElement),
    setAside: byId("set-aside-count", HTMLElement),
    strip: byId("strip", HTMLElement),
    counts: byId("counts", HTMLElement),
    notExamined: byId("not-examined", HTMLElement),
  };
  let choice: Choice = null;
  /** Where in the list the keyboard goes back to after a fix. */
  let listPosition: number | null = null;

  const fixing = createFixing(page, () => { listPosition = 0; });
  const findings = createFindingsView(byId("filters", HTMLElement), byId("findings", HTMLElement), {
    choose: (index) => choose({ kind: "finding", index }),
    goTo(index, place) {
      choose({ kind: "finding", index });
      documentView.reveal(index, place);
      selectInText(place);
    },
    apply(fix, position) {
      if (fixing.apply(fix)) listPosition = position;
    },
    rule: async (code) => (await page.rules()).filter((rule) => rule.code === code)[0],
    showRule: (code) => page.showRule(code),
    disable(code, position) {
      listPosition = position;
      settings.disable(code);
    },
    allow(word, position) {
      listPosition = position;
      settings.addWord(word);
    },
    setAside(finding, reason, position) {
      if (page.checked === null) return;
      listPosition = position;
      page.asides.add(page.checked.text, finding, reason);
    },
    copyMisreport,
  });
  const documentView = createDocumentView(byId("sheet", HTMLElement), byId("formula", HTMLElement), {
    choose,
    enterCell(cell, finding) {
      const { activeElement } = document;
      choose(finding === null ? null : { kind: "finding", index: finding }, false);
      if (cell.at !== null) selectInText(cell.at);
      if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
    },
    write: (cell, value) => fixing.write(cell, value),
    missing: (name) => page.notices.warn(`原文里没有“${name}”这一格，没有地方可填。请在原文的表格里补上这一格，再回来核对。`),
    copyTable(table) {
      const done = copyTable(table, page.checked?.report.edition ?? "2021");
      page.notices.say(done ? "已复制这张表，到 Word 或 WPS 里粘贴就是表格。" : "浏览器没有允许复制。请在表里拖选，按 Ctrl+C 复制。");
    },
    apply: (fix) => void fixing.apply(fix),
  });
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
    if (page.checked === null || choice === null) return;
    if (pane === "document") documentView.choose(page.checked.standing, choice, true);
    const place = placeOf(page.checked.standing, choice);
    if (pane === "input" && place !== undefined) selectInText(place);
  });

  draft.textarea.addEventListener("keydown", (event) => {
    // Back from the text to the finding that led there.
    if (event.key === "Escape" && !event.isComposing && choice?.kind === "finding") findings.focusChosen();
  });
  createKeys({
    step(step) {
      const index = findings.beside(step);
      if (page.checked === null || page.views.shown !== DESK || index === null) return;
      const isInText = document.activeElement === draft.textarea;
      choose({ kind: "finding", index });
      // The keyboard stays where it was: in the text, or on the list.
      if (!isInText) findings.focusChosen();
    },
  });
  for (const name of ["document", "overview"] as const) {
    byId(`show-${name}`, HTMLButtonElement).addEventListener("click", () => showSheet(name));
  }
  page.onChecked((checked) => {
    choice = null;
    if (checked === null) showNothing();
    else show(checked);
  });
  return {
    waiting() {
      setText(verdict.sentence, "正在核对……");
      enter("waiting");
    },
  };

  function showNothing(): void {
    setText(status, "");
    setText(tabCount, "");
    enter("empty");
    panes.show("input");
  }

  function show(checked: Checked): void {
    const { text, standing: report } = checked;
    const numbers = numberFindings(report.diagnostics);
    showVerdict(verdict, checked);
    findings.show(text, report, numbers);
    showSetAside(byId("set-aside", HTMLElement), checked.setAside, (finding) => {
      listPosition = 0;
      page.asides.remove(text, finding);
    });
    equations.show(report);
    showOutline(byId("outline", HTMLElement), report, (position) => {
      showSheet("document");
      documentView.goTo(position);
    });
    showOverview(byId("overview", HTMLElement), report);
    const claimWords = claimsInWords(text, report);
    claims.show(report.claims, claimWords);
    documentView.show(text, report, numbers, claimWords);
    documentView.choose(report, null, false);
    const withPrevious = page.previous.text.trim() === "" ? [] : ["与上年报告对照上年结转、现行有效件数、引用的数字和照搬的段落"];
    fill(byId("reading", HTMLElement), ...readingSentences(report).concat(withPrevious).map((words) => el("li", {}, words)));
    setText(tabCount, String(report.diagnostics.length));
    const aside = checked.setAside.length === 0 ? "" : `另有 ${checked.setAside.length} 条已搁置。`;
    setText(status, `${verdictSentence(report)}。${countSentence(report)}。${aside}`);
    enter(stateOf(checked));
    if (listPosition !== null) findings.focus(listPosition);
    listPosition = null;
  }

  /** What the middle pane shows: the marked document, or its figures. */
  function showSheet(name: "document" | "overview"): void {
    document.body.setAttribute("data-sheet", name);
    for (const other of ["document", "overview"] as const) {
      byId(`show-${other}`, HTMLButtonElement).setAttribute("aria-pressed", String(other === name));
    }
  }

  function enter(state: State): void {
    document.body.setAttribute("data-state", state);
  }

  /** Shows a finding, an equation or a figure of the prose everywhere at once. */
  function choose(next: Choice, scroll = true): void {
    if (page.checked === null) return;
    const { standing: report } = page.checked;
    choice = next;
    const place = placeOf(report, next);
    if (next !== null && panes.shown === "findings") panes.show("document");
    if (next !== null) showSheet("document");
    findings.choose(next);
    equations.choose(next);
    claims.choose(next);
    documentView.choose(report, next, scroll);
    if (place !== undefined) selectInText(place);
  }

  function copyMisreport(finding: Diagnostic, ruleTitle: string): void {
    const { checked } = page;
    if (checked === null) return;
    const words = misreport(checked.text, checked.report, finding, ruleTitle);
    page.notices.say(copyToClipboard(words) ? "已复制误报说明，名称和数字已隐去。粘贴到邮件或消息里，写上理由即可发出。" : "浏览器没有允许复制。");
  }

  /** Selects a place of the checked text in the text as it is now; one that was edited since is not selected. */
  function selectInText(place: Place): void {
    if (page.checked === null) return;
    const now = currentPlace(page.checked.text, draft.text, place);
    if (now === null) return;
    page.showText(draft);
    draft.select(now.from, now.to);
  }
}

/** Where in the text a choice is; an equation is in no one place. */
function placeOf(report: Report, chosen: Choice): Place | undefined {
  if (chosen?.kind === "finding") return report.diagnostics[chosen.index];
  return claimOf(report, chosen)?.at;
}
