/** 已搁置: the findings that were set aside, each with its reason and the way back. */

import type { Diagnostic } from "../engine/index.js";
import type { SetAside } from "./asides.js";
import { button, el, fill } from "./dom.js";
import { SEVERITY_WORDS } from "./finding-item.js";

export function showSetAside(frame: HTMLElement, setAside: readonly SetAside[], restore: (finding: Diagnostic) => void): void {
  frame.hidden = setAside.length === 0;
  fill(frame);
  if (frame.hidden) return;
  fill(
    frame,
    el("summary", {}, "已搁置", el("span", { class: "group-count" }, String(setAside.length))),
    el(
      "ul",
      { class: "set-aside-list" },
      ...setAside.map(({ finding, reason }) =>
        el(
          "li",
          { class: "set-aside", "data-test": "set-aside-item", "data-code": finding.code },
          el("p", { class: "finding-head" }, `${SEVERITY_WORDS[finding.severity]} · 第 ${finding.line} 行`),
          el("p", {}, finding.message),
          el("p", { class: "set-aside-reason" }, `理由：${reason}`),
          button({ class: "quiet", "data-test": "restore", "aria-label": `恢复：${finding.message}` }, () => restore(finding), "恢复"),
        ),
      ),
    ),
  );
}
