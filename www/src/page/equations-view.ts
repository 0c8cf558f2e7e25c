/** All equations with their verdicts: what was checked, not only what failed. */

import type { Relation, Report, TableKind } from "../engine/index.js";
import { TABLE_NAMES } from "./cell-names.js";
import type { Choice } from "./choice.js";
import { button, el, fill, icon } from "./dom.js";

export const RELATION_WORDS: Record<Relation["verdict"], string> = { holds: "成立", fails: "不成立", unknown: "无法核对" };

export interface EquationsView {
  show(report: Report): void;
  choose(choice: Choice): void;
}

export function createEquationsView(summary: HTMLElement, container: HTMLElement, onChoose: (index: number) => void): EquationsView {
  let buttons: HTMLButtonElement[] = [];
  return {
    show(report) {
      fill(summary, "全部勾稽关系", el("span", { class: "group-count" }, String(report.relations.length)));
      buttons = report.relations.map((relation, index) => drawRelation(relation, () => onChoose(index)));
      const tables = (Object.keys(TABLE_NAMES) as TableKind[]).map((kind) => {
        const own = buttons.filter((_, index) => report.relations[index]?.cells[0]?.table === kind);
        if (own.length === 0) return null;
        return el(
          "section",
          {},
          el("h4", { class: "equation-table" }, `${TABLE_NAMES[kind]}　${own.length} 条`),
          el("ol", { class: "equation-list" }, ...own.map((item) => el("li", {}, item))),
        );
      });
      fill(container, ...tables);
    },

    choose(choice) {
      buttons.forEach((item, index) => {
        const chosen = choice !== null && choice.kind === "equation" && choice.index === index;
        item.classList.toggle("is-chosen", chosen);
        item.setAttribute("aria-pressed", String(chosen));
      });
    },
  };
}

function drawRelation(relation: Relation, onClick: () => void): HTMLButtonElement {
  return button(
    { class: `equation equation-${relation.verdict}`, "data-test": "equation", "data-verdict": relation.verdict },
    onClick,
    el("span", { class: "equation-verdict" }, icon(relation.verdict), RELATION_WORDS[relation.verdict]),
    el("span", { class: "equation-formula" }, relation.formula),
  );
}
