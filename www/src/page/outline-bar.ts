/** The outline of the report over the document: its sections with the number of findings in each. */

import type { Report } from "../engine/index.js";
import { button, el, fill } from "./dom.js";

/** Short names of the six sections, and of the lead before them. */
const NAMES = ["导语", "一 总体情况", "二 主动公开", "三 依申请公开", "四 复议诉讼", "五 问题改进", "六 其他"];

export function showOutline(bar: HTMLElement, standing: Report, goTo: (position: number) => void): void {
  const sections = standing.sections.filter((section) => section.to > section.from);
  bar.hidden = sections.length < 2;
  fill(
    bar,
    el(
      "ol",
      { class: "outline-list" },
      ...sections.map((section) => {
        const inside = standing.diagnostics.filter(({ from }) => from >= section.from && from < section.to);
        const name = NAMES[section.number] ?? "";
        const gravest = inside.some((finding) => finding.severity === "error") ? "error" : inside.some((finding) => finding.severity === "warning") ? "warning" : "info";
        return el(
          "li",
          {},
          button(
            {
              class: "outline-section",
              "data-test": "outline-section",
              title: section.heading?.text,
              "aria-label": inside.length === 0 ? `${name}，没有问题` : `${name}，${inside.length} 条问题`,
            },
            () => goTo(section.from),
            name,
            inside.length > 0 && el("span", { class: `outline-count outline-${gravest}` }, String(inside.length)),
          ),
        );
      }),
    ),
  );
}
