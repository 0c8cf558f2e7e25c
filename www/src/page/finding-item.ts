/** One finding of the list: what is wrong and where, its fixes, why it is reported, and the ways to have it silent. */

import type { Diagnostic, Fix, RuleInfo } from "../engine/index.js";
import { button, el, fill, icon } from "./dom.js";
import { drawMarkdown } from "./markdown.js";
import type { Place } from "./places.js";
import { askForReason } from "./set-aside-form.js";

type Severity = Diagnostic["severity"];

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

export const SEVERITY_WORDS: Record<Severity, string> = { error: "错误", warning: "警告", info: "提示" };

export interface FindingActions {
  choose(index: number): void;
  goTo(index: number, place: Place): void;
  apply(fix: Fix, position: number): void;
  /** What a rule says of itself. */
  rule(code: string): Promise<RuleInfo | undefined>;
  showRule(code: string): void;
  disable(code: string, position: number): void;
  allow(word: string, position: number): void;
  setAside(finding: Diagnostic, reason: string, position: number): void;
  /** Copies a report of a finding that is held to be wrong. */
  copyMisreport(finding: Diagnostic, ruleTitle: string): void;
}

/** A finding as the list shows it: its index in the report, its number in the list. */
export interface ListedFinding {
  finding: Diagnostic;
  index: number;
  number: number;
}

const MOST_PLACES = 100;

export function drawFinding(
  text: string,
  listed: ListedFinding,
  lineAt: (position: number) => number,
  actions: FindingActions,
): HTMLElement {
  const { finding, index, number } = listed;
  const position = number - 1;
  const explanation = el("div", { class: "explanation", id: `explanation-${index}`, "data-test": "explanation", hidden: true });
  const why = button(
    { class: "link", "data-test": "why", "aria-expanded": "false", "aria-controls": explanation.id },
    () => {
      const opens = explanation.hidden;
      explanation.hidden = !opens;
      why.setAttribute("aria-expanded", String(opens));
      if (opens && explanation.firstChild === null) {
        void fillExplanation(explanation, finding, actions, () => actions.disable(finding.code, position));
      }
    },
    "为什么？",
  );
  const ownWord = el("div", { class: "own-word", hidden: true });
  const reasons = el("div", { class: "own-word", hidden: true });
  const mayBeAllowed = /^(?:wording|punctuation)\//.test(finding.code);
  return el(
    "li",
    { class: `finding finding-${finding.severity}`, "data-test": "finding", "data-severity": finding.severity, "data-code": finding.code },
    button(
      { class: "finding-place" },
      () => actions.choose(index),
      el(
        "span",
        { class: "finding-head" },
        el("span", { class: "finding-number", "aria-hidden": "true" }, String(number)),
        el("span", { class: "finding-severity" }, icon(finding.severity), SEVERITY_WORDS[finding.severity]),
        el("span", { class: "finding-line" }, `第 ${finding.line} 行`),
      ),
      el("span", { class: "finding-message" }, finding.message),
      el("span", { class: "finding-quote" }, quote(text, finding)),
    ),
    drawRelated(finding, lineAt, (place) => actions.goTo(index, place)),
    el(
      "div",
      { class: "finding-actions" },
      ...finding.fixes.map((fix) => button({ class: "fix", "data-test": "fix" }, () => actions.apply(fix, position), fix.title)),
      why,
      mayBeAllowed &&
        button({ class: "link", "data-test": "own-word" }, () => askForWord(ownWord, wordsAround(text, finding), (word) => actions.allow(word, position)), "这是我们的用词"),
      button({ class: "link", "data-test": "set-aside" }, () => askForReason(reasons, `reason-${index}`, (reason) => actions.setAside(finding, reason, position)), "搁置"),
    ),
    ownWord,
    reasons,
    explanation,
  );
}

async function fillExplanation(frame: HTMLElement, finding: Diagnostic, actions: FindingActions, disable: () => void): Promise<void> {
  let rule: RuleInfo | undefined;
  try {
    rule = await actions.rule(finding.code);
  } catch (error) {
    fill(frame, el("p", {}, error instanceof Error ? error.message : String(error)));
    return;
  }
  fill(
    frame,
    rule === undefined ? null : drawMarkdown(rule.explanation),
    // What this finding rests on may be narrower than what its rule does.
    finding.basis !== null && finding.basis !== rule?.basis && el("p", {}, `依据：${finding.basis}`),
    el(
      "p",
      { class: "explanation-end" },
      button({ class: "quiet", "data-test": "disable" }, disable, "不再提示这一条"),
      button({ class: "quiet", "data-test": "misreport" }, () => actions.copyMisreport(finding, rule?.title ?? finding.code), "复制误报说明"),
      el("span", {}, "停用的规则可在“设置”里恢复。误报说明里的名称和数字已隐去。"),
      button({ class: "link", "data-test": "show-rule" }, () => actions.showRule(finding.code), "在规则目录里看"),
    ),
  );
}

/** Asks for the whole name that a finding has fallen upon. */
function askForWord(frame: HTMLElement, proposal: string, add: (word: string) => void): void {
  const input = el("input", { type: "text", class: "line-input", "data-test": "own-word-input", "aria-label": "本单位用词", autocomplete: "off" });
  input.value = proposal;
  const submit = (): void => {
    if (input.value.trim() !== "") add(input.value.trim());
  };
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") submit();
    if (event.key === "Escape") frame.hidden = true;
  });
  frame.hidden = false;
  fill(
    frame,
    el("p", {}, "写出完整的名称或词语，以后不再提示："),
    input,
    button({ class: "quiet", "data-test": "own-word-add" }, submit, "加入"),
    button({ class: "quiet" }, () => { frame.hidden = true; }, "取消"),
  );
  input.focus();
  input.select();
}

/** The words of a place; of a place that is a mere mark, with the words on both its sides. */
function wordsAround(text: string, place: Place): string {
  const words = text.slice(place.from, Math.min(place.to, place.from + 60)).trim();
  if (/[\u3400-\u9fffA-Za-z0-9]/.test(words)) return words;
  const before = /[\u3400-\u9fffA-Za-z0-9]{0,6}$/.exec(text.slice(0, place.from))?.[0] ?? "";
  const after = /^[\u3400-\u9fffA-Za-z0-9]{0,6}/.exec(text.slice(place.to))?.[0] ?? "";
  return before + words + after;
}

function drawRelated(finding: Diagnostic, lineAt: (position: number) => number, goTo: (place: Place) => void): HTMLElement | null {
  const { related } = finding;
  if (related.length === 0) return null;
  // Cells go by their names, other places of the text by their lines.
  const areCells = related.some((place) => place.cell !== null);
  const byLine = !areCells && related.length > 2;
  const links = related.slice(0, MOST_PLACES).map((place, index) => {
    const line = `第 ${lineAt(place.from)} 行`;
    const attributes = {
      class: byLine ? "link place-link" : "link",
      "data-test": "related",
      title: byLine && place.message,
      "aria-label": byLine && `另一处，${line}（${index + 1}／${related.length}）`,
    };
    return el("li", {}, button(attributes, () => goTo(place), byLine ? line : place.message));
  });
  const list = el("ul", { class: "related-list" }, ...links);
  if (related.length <= 2) return el("div", { class: "finding-related" }, list);
  const summary = byLine ? `其余 ${related.length} 处` : `相关的 ${related.length} 处`;
  const rest = related.length - MOST_PLACES;
  return el("details", { class: "finding-related", open: byLine && related.length <= 20 }, el("summary", {}, summary), list, rest > 0 && el("p", {}, `还有 ${rest} 处未列出`));
}

/** The words at a place, on one line and not too long. */
export function quote(text: string, place: Place): string | null {
  const words = text.slice(place.from, Math.min(place.to, place.from + 120)).replace(/\s+/g, " ").trim();
  if (words === "") return null;
  const short = Array.from(words).slice(0, 48).join("");
  return short.length < words.length || place.to - place.from > 120 ? `${short}……` : short;
}
