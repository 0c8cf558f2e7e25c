/** What <nianbao-check> shows: the verdict, what could not be examined, and the findings with their fixes. */

import type { Diagnostic, Fix, Report } from "../../npm/index.js";
import { button, el, fill, icon } from "../page/dom.js";
import { SEVERITIES, SEVERITY_WORDS } from "../page/finding-item.js";
import { verdictSentence } from "../page/verdict.js";
import { standingOf } from "../editor/standing.js";

export interface ViewActions {
  goTo(finding: Diagnostic): void;
  apply(fix: Fix): void;
  canApply(fix: Fix): boolean;
  close(): void;
}

export interface View {
  show(report: Report | null, text: string): void;
  fail(message: string): void;
  /** What the user is told until the next answer. */
  say(message: string): void;
  /** Marks a finding in the list as the one looked at, and scrolls to it. */
  choose(finding: Diagnostic): void;
}

const WAITING = "正在核对……";

export function createView(shadow: ShadowRoot, actions: ViewActions): View {
  const verdict = el("p", { class: "verdict", role: "status" }, WAITING);
  const facts = el("p", { class: "facts" });
  const failure = el("p", { class: "failure", role: "alert", hidden: true });
  const unexamined = el("ul", { class: "unexamined", "aria-label": "未能核对" });
  const list = el("ol", { class: "findings", "aria-label": "核对结果" });
  const head = el(
    "div",
    { class: "head" },
    el("p", { class: "name" }, "年报核对", button({ class: "close", title: "关闭" }, actions.close, "关闭")),
    verdict,
    facts,
    failure,
  );
  shadow.appendChild(head);
  shadow.appendChild(unexamined);
  shadow.appendChild(list);
  let items = new Map<Diagnostic, HTMLElement>();

  return {
    show(report, text) {
      failure.hidden = true;
      const verdictWords = standingOf(report).message;
      if (verdict.textContent !== verdictWords) verdict.textContent = verdictWords;
      verdict.setAttribute("data-verdict", report?.verdict ?? "");
      facts.textContent = report === null ? "" : `${verdictSentence(report)}。`;
      fill(unexamined, ...(report?.notExamined ?? []).map(({ message }) => el("li", {}, `未能核对：${message}`)));
      items = new Map(inOrder(report).map((finding) => [finding, draw(finding, text, actions)]));
      fill(list, ...Array.from(items.values()));
    },
    fail(message) {
      failure.hidden = false;
      failure.textContent = message;
      if (verdict.textContent === WAITING) verdict.textContent = "没有核对";
    },
    say(message) {
      failure.hidden = false;
      failure.textContent = message;
    },
    choose(finding) {
      for (const item of Array.from(items.values())) item.removeAttribute("aria-current");
      const item = items.get(finding);
      item?.setAttribute("aria-current", "true");
      item?.scrollIntoView({ block: "nearest" });
    },
  };
}

/** Errors first, then warnings, then notes, each in the order of the text. */
function inOrder(report: Report | null): Diagnostic[] {
  const all = report?.diagnostics ?? [];
  return ([] as Diagnostic[]).concat(...SEVERITIES.map((severity) => all.filter((finding) => finding.severity === severity)));
}

function draw(finding: Diagnostic, text: string, actions: ViewActions): HTMLElement {
  const possible = finding.fixes.filter((fix) => actions.canApply(fix));
  const words = text.slice(finding.from, Math.min(finding.to, finding.from + 60)).replace(/\s+/g, " ").trim();
  return el(
    "li",
    { class: "finding", "data-severity": finding.severity, "data-code": finding.code },
    button(
      { class: "place" },
      () => actions.goTo(finding),
      el("span", { class: "severity" }, icon(finding.severity), SEVERITY_WORDS[finding.severity]),
      el("span", { class: "message" }, finding.message),
      words !== "" && el("span", { class: "quote" }, finding.to - finding.from > 60 ? `${words}……` : words),
    ),
    possible.length > 0 && el("div", { class: "fixes" }, ...possible.map((fix) => button({ class: "fix" }, () => actions.apply(fix), fix.title))),
    possible.length < finding.fixes.length && el("p", { class: "by-hand" }, "要动到换行或表格的格，请在正文里改。"),
    finding.basis !== null && el("p", { class: "basis" }, `依据：${finding.basis}`),
  );
}
