/** 规则目录: every rule with its examples, to be searched, switched off and on. */

import type { RuleInfo } from "../../engine/index.js";
import { button, el, fill, icon } from "../dom.js";
import { KINDS } from "../finding-filter.js";
import { SEVERITIES, SEVERITY_WORDS } from "../finding-item.js";
import { drawMarkdown } from "../markdown.js";
import { addMastheadAction } from "../masthead.js";
import type { Page } from "../page.js";
import { setText } from "../verdict.js";
import { viewHead } from "../views.js";
import { matches, type Wanted } from "./search.js";

const CATALOGUE = "catalogue";

export interface Catalogue {
  /** Shows the rule with this code, opened. */
  open(code: string): void;
}

interface Entry {
  rule: RuleInfo;
  element: HTMLDetailsElement;
  /** Shows whether the rule is switched off. */
  refresh(): void;
}

export function createCatalogue(page: Page): Catalogue {
  const wanted: Wanted = { words: "", group: null, severity: null };
  const list = el("div", { class: "rules" });
  const count = el("p", { class: "rules-count", role: "status", "data-test": "rules-count" });
  const search = el("input", { type: "search", id: "rules-search", class: "rules-search", autocomplete: "off", placeholder: "例如：总计、书名号、条例", "data-test": "rules-search" });
  const group = choice("rules-group", [["", "全部类别"], ...KINDS], (value) => { wanted.group = value; });
  const severity = choice("rules-severity", [["", "全部级别"], ...SEVERITIES.map((one): [string, string] => [one, SEVERITY_WORDS[one]])], (value) => { wanted.severity = value; });
  let entries: Entry[] = [];
  let loading: Promise<void> | null = null;

  search.addEventListener("input", () => {
    wanted.words = search.value;
    narrow();
  });
  page.views.add(
    CATALOGUE,
    el(
      "main",
      { class: "catalogue", "aria-label": "规则目录", "data-test": "catalogue" },
      viewHead(page.views, "规则目录"),
      el(
        "div",
        { class: "view-body" },
        el(
          "div",
          { class: "rules-filter", role: "search" },
          el("label", { for: "rules-search" }, "查找"),
          search,
          el("label", { for: "rules-group", class: "visually-hidden" }, "类别"),
          group,
          el("label", { for: "rules-severity", class: "visually-hidden" }, "级别"),
          severity,
          count,
        ),
        list,
      ),
    ),
  );
  addMastheadAction("规则", "catalogue-open", () => page.views.show(CATALOGUE));
  page.views.onShow((name) => {
    if (name === CATALOGUE) void load().then(narrow);
  });

  return {
    open(code) {
      page.views.show(CATALOGUE);
      void load().then(() => {
        wanted.words = search.value = "";
        wanted.group = wanted.severity = null;
        group.value = severity.value = "";
        narrow();
        const entry = entries.filter(({ rule }) => rule.code === code)[0];
        if (entry === undefined) return;
        entry.element.open = true;
        entry.element.scrollIntoView({ block: "start" });
        entry.element.querySelector("summary")?.focus({ preventScroll: true });
      });
    },
  };

  /** Draws the rules once; again where the core could not be started. */
  function load(): Promise<void> {
    loading ??= page.rules().then(
      (rules) => {
        entries = rules.map(drawRule);
        const groups = KINDS.map(([key, name]) => {
          const own = entries.filter(({ rule }) => rule.code.split("/")[0] === key);
          return el("section", { class: "rules-group", "data-group": key }, el("h3", {}, name), ...own.map(({ element }) => element));
        });
        fill(list, ...groups);
      },
      (error: unknown) => {
        loading = null;
        fill(list, el("p", {}, error instanceof Error ? error.message : String(error)));
      },
    );
    return loading;
  }

  function narrow(): void {
    for (const { rule, element, refresh } of entries) {
      element.hidden = !matches(rule, wanted);
      refresh();
    }
    for (const section of Array.from(list.querySelectorAll<HTMLElement>(".rules-group"))) {
      section.hidden = entries.every(({ rule, element }) => element.hidden || rule.code.split("/")[0] !== section.getAttribute("data-group"));
    }
    const shown = entries.filter(({ element }) => !element.hidden).length;
    setText(count, entries.length === 0 ? "" : shown === entries.length ? `共 ${shown} 条规则` : shown === 0 ? "没有符合的规则，换个词试试" : `符合的 ${shown} 条，共 ${entries.length} 条`);
  }

  function drawRule(rule: RuleInfo): Entry {
    const off = el("span", { class: "rule-off" }, "已停用");
    const explanation = el("div", { class: "explanation" });
    const toggle = button({ class: "quiet", "data-test": "rule-switch" }, () => {
      if (isOff()) page.settings.enable(rule.code);
      else page.settings.disable(rule.code);
      refresh();
    });
    const element = el(
      "details",
      { class: `rule rule-${rule.severity}`, "data-test": "rule", "data-code": rule.code },
      el(
        "summary",
        {},
        el("span", { class: "rule-severity" }, icon(rule.severity), SEVERITY_WORDS[rule.severity]),
        el("h4", { class: "rule-title" }, rule.title),
        off,
      ),
      explanation,
    );
    element.addEventListener("toggle", () => {
      if (!element.open || explanation.firstChild !== null) return;
      fill(explanation, drawMarkdown(rule.explanation), el("p", { class: "explanation-end" }, toggle, el("code", {}, rule.code)));
    });
    return { rule, element, refresh };

    function isOff(): boolean {
      return page.settings.isDisabled(rule.code);
    }

    function refresh(): void {
      off.hidden = !isOff();
      element.classList.toggle("is-off", isOff());
      setText(toggle, isOff() ? "恢复这条规则" : "停用这条规则");
    }
  }

  function choice(id: string, options: readonly (readonly [string, string])[], set: (value: string | null) => void): HTMLSelectElement {
    const select = el("select", { id, "data-test": id }, ...options.map(([value, name]) => el("option", { value }, name)));
    select.addEventListener("change", () => {
      set(select.value === "" ? null : select.value);
      narrow();
    });
    return select;
  }
}
