/** The list of findings, grouped by weight. A finding leads to its place; its fixes are edits of the text. */

import type { Diagnostic, Fix, Report } from "../engine/index.js";
import type { Choice } from "./choice.js";
import { button, el, fill, icon } from "./dom.js";
import type { Place } from "./places.js";

type Severity = Diagnostic["severity"];

export const SEVERITY_WORDS: Record<Severity, string> = { error: "错误", warning: "警告", info: "提示" };

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

const EXPLANATIONS: Record<Severity, string> = {
  error: "改正后才能发布",
  warning: "很可能有误，请核实",
  info: "供参考，不影响结论",
};

export interface FindingsView {
  show(text: string, report: Report, numbers: readonly number[]): void;
  choose(choice: Choice): void;
  /** Puts the keyboard on the finding in this place of the list, or on the last. */
  focus(position: number): void;
}

export interface FindingsActions {
  choose(index: number): void;
  goTo(place: Place, related: boolean): void;
  apply(fix: Fix, position: number): void;
}

/** Numbers in the order of the list: errors, warnings, notes, each in the order of the text. */
export function numberFindings(diagnostics: readonly Diagnostic[]): number[] {
  const numbers: number[] = new Array<number>(diagnostics.length);
  let number = 0;
  for (const severity of SEVERITIES) {
    diagnostics.forEach((finding, index) => {
      if (finding.severity === severity) numbers[index] = ++number;
    });
  }
  return numbers;
}

const SHOWN_AT_ONCE = 100;

export function createFindingsView(container: HTMLElement, actions: FindingsActions): FindingsView {
  let items = new Map<number, HTMLElement>();
  let chosen: number | null = null;

  const view: FindingsView = {
    show(text, report, numbers) {
      items = new Map();
      const groups = SEVERITIES.map((severity) => {
        const indexes = report.diagnostics.map((_, index) => index).filter((index) => report.diagnostics[index]?.severity === severity);
        if (indexes.length === 0) return null;
        const list = el("ol", { class: "finding-list", start: numbers[indexes[0] ?? 0] });
        const more = button({ class: "more" }, () => extend(), "");
        function extend(): void {
          for (const index of indexes.splice(0, SHOWN_AT_ONCE)) {
            const finding = report.diagnostics[index];
            if (finding !== undefined) list.appendChild(drawFinding(text, finding, index, numbers[index] ?? 0));
          }
          more.textContent = `再列出 ${Math.min(SHOWN_AT_ONCE, indexes.length)} 条（还有 ${indexes.length} 条）`;
          more.hidden = indexes.length === 0;
        }
        const count = indexes.length;
        extend();
        return el(
          "section",
          { class: `group group-${severity}`, "data-test": `group-${severity}` },
          el(
            "h3",
            { class: "group-name" },
            icon(severity),
            SEVERITY_WORDS[severity],
            el("span", { class: "group-count" }, String(count)),
            el("span", { class: "group-explanation" }, EXPLANATIONS[severity]),
          ),
          list,
          more,
        );
      });
      fill(container, ...groups);
    },

    choose(choice) {
      if (chosen !== null) mark(chosen, false);
      chosen = choice !== null && choice.kind === "finding" ? choice.index : null;
      if (chosen !== null) mark(chosen, true);
    },

    focus(position) {
      const buttons = container.querySelectorAll<HTMLButtonElement>(".finding-place");
      const target = buttons[Math.min(position, buttons.length - 1)];
      target?.focus();
    },
  };
  return view;

  function mark(index: number, on: boolean): void {
    const item = items.get(index);
    if (item === undefined) return;
    item.classList.toggle("is-chosen", on);
    const place = item.querySelector(".finding-place");
    if (on) place?.setAttribute("aria-current", "true");
    else place?.removeAttribute("aria-current");
    if (on) bringIntoList(item);
  }

  /** Scrolls the list alone: scrollIntoView would also move the page on a phone. */
  function bringIntoList(item: HTMLElement): void {
    const frame = container.parentElement;
    if (frame === null) return;
    const box = item.getBoundingClientRect();
    const { top, bottom } = frame.getBoundingClientRect();
    // The name of the group stays at the top of the list, over what scrolls below it.
    const first = top + (item.closest(".group")?.querySelector<HTMLElement>(".group-name")?.offsetHeight ?? 0);
    if (box.top < first) frame.scrollTop -= first - box.top;
    else if (box.bottom > bottom) frame.scrollTop += Math.min(box.bottom - bottom, box.top - first);
  }

  function drawFinding(text: string, finding: Diagnostic, index: number, number: number): HTMLElement {
    const item = el(
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
      finding.basis !== null && el("p", { class: "finding-basis" }, `依据：${finding.basis}`),
      drawRelated(finding),
      finding.fixes.length > 0 &&
        el(
          "div",
          { class: "finding-fixes" },
          ...finding.fixes.map((fix) =>
            button({ class: "fix", "data-test": "fix" }, () => actions.apply(fix, number - 1), fix.title),
          ),
        ),
    );
    items.set(index, item);
    return item;
  }

  function drawRelated(finding: Diagnostic): HTMLElement | null {
    if (finding.related.length === 0) return null;
    const links = finding.related
      .slice(0, SHOWN_AT_ONCE)
      .map((place) => el("li", {}, button({ class: "link", "data-test": "related" }, () => actions.goTo(place, true), place.message)));
    const list = el("ul", { class: "related-list" }, ...links);
    if (finding.related.length <= 2) return el("div", { class: "finding-related" }, list);
    return el("details", { class: "finding-related" }, el("summary", {}, `相关的 ${finding.related.length} 处`), list);
  }
}

/** The words at a place, on one line and not too long. */
function quote(text: string, place: Place): string | null {
  const words = text.slice(place.from, Math.min(place.to, place.from + 120)).replace(/\s+/g, " ").trim();
  if (words === "") return null;
  const short = Array.from(words).slice(0, 48).join("");
  return short.length < words.length || place.to - place.from > 120 ? `${short}……` : short;
}
