/** The list of findings, grouped by weight and, where there are many, to be narrowed to one weight or kind. */

import type { Diagnostic, Report } from "../engine/index.js";
import type { Choice } from "./choice.js";
import { button, el, fill, icon } from "./dom.js";
import { createFindingFilter } from "./finding-filter.js";
import { drawFinding, SEVERITIES, SEVERITY_WORDS, type FindingActions } from "./finding-item.js";
import { lineCounter } from "./places.js";

type Severity = Diagnostic["severity"];

const EXPLANATIONS: Record<Severity, string> = {
  error: "改正后才能发布",
  warning: "很可能有误，请核实",
  info: "供参考，不影响结论",
};

export interface FindingsView {
  show(text: string, report: Report, numbers: readonly number[]): void;
  choose(choice: Choice): void;
  /** The finding after the one chosen in the list as it is shown, or before it; the first where none is chosen; null at the end. */
  beside(step: 1 | -1): number | null;
  /** Puts the keyboard on the chosen finding. */
  focusChosen(): void;
  /** Puts the keyboard on the finding in this place of the list, or on the last. */
  focus(position: number): void;
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
export function createFindingsView(filters: HTMLElement, container: HTMLElement, actions: FindingActions): FindingsView {
  let items = new Map<number, HTMLElement>();
  let chosen: number | null = null;
  let shown: { text: string; report: Report; numbers: readonly number[] } | null = null;
  const filter = createFindingFilter(filters, draw);

  const view: FindingsView = {
    show(text, report, numbers) {
      chosen = null;
      shown = { text, report, numbers };
      filter.show(report.diagnostics);
      draw();
    },

    choose(choice) {
      if (chosen !== null) mark(chosen, false);
      chosen = choice !== null && choice.kind === "finding" ? choice.index : null;
      if (chosen !== null) mark(chosen, true);
    },

    beside(step) {
      const order = Array.from(items.keys());
      const at = chosen === null ? -1 : order.indexOf(chosen);
      if (at < 0) return order[0] ?? null;
      return order[at + step] ?? null;
    },

    focusChosen() {
      if (chosen !== null) items.get(chosen)?.querySelector<HTMLElement>(".finding-place")?.focus();
    },

    focus(position) {
      // What the list does not show, because it is narrowed, is passed over.
      const order = Array.from(items.keys());
      const next = order.filter((index) => (shown?.numbers[index] ?? 0) > position)[0] ?? order[order.length - 1];
      if (next !== undefined) items.get(next)?.querySelector<HTMLElement>(".finding-place")?.focus();
    },
  };
  return view;

  function draw(): void {
    if (shown === null) return;
    const { text, report, numbers } = shown;
    items = new Map();
    const lineAt = lineCounter(text);
    const groups = SEVERITIES.map((severity) => {
      const listed = report.diagnostics
        .map((finding, index) => ({ finding, index, number: numbers[index] ?? 0 }))
        .filter(({ finding }) => finding.severity === severity && filter.lets(finding));
      if (listed.length === 0) return null;
      const list = el("ol", { class: "finding-list", start: listed[0]?.number });
      const more = button({ class: "more" }, () => extend(), "");
      function extend(): void {
        for (const one of listed.splice(0, SHOWN_AT_ONCE)) {
          const item = drawFinding(text, one, lineAt, actions);
          items.set(one.index, item);
          list.appendChild(item);
        }
        more.textContent = `再列出 ${Math.min(SHOWN_AT_ONCE, listed.length)} 条（还有 ${listed.length} 条）`;
        more.hidden = listed.length === 0;
      }
      const count = listed.length;
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
    if (chosen !== null) mark(chosen, true);
  }

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
}
