/** The bar over the document: the equation that is being looked at, the cell that is wrong, or the figure of the prose and its cell. */

import type { Claim, Relation } from "../engine/index.js";
import { CLAIM_ICONS, CLAIM_WORDS, type ClaimInWords } from "./claims-view.js";
import { button, el, fill, icon } from "./dom.js";
import { RELATION_WORDS } from "./equations-view.js";

export interface ShownClaim extends ClaimInWords {
  verdict: Claim["verdict"];
  toProse(): void;
  /** null where the text has no such table. */
  toTable: (() => void) | null;
}

/** The finding of a cell, with what to write there. */
export interface ShownFinding {
  message: string;
  fixes: { title: string; apply(): void }[];
}

export function drawFormulaBar(
  bar: HTMLElement,
  relations: readonly Relation[],
  claim: ShownClaim | null,
  finding: ShownFinding | null,
  onClose: () => void,
): void {
  const shown = relations.length > 0 || claim !== null || finding !== null;
  bar.hidden = !shown;
  fill(
    bar,
    ...relations.map((relation) =>
      el(
        "p",
        { class: `formula formula-${relation.verdict}` },
        icon(relation.verdict),
        el("strong", {}, RELATION_WORDS[relation.verdict]),
        el("span", { class: "formula-words" }, relation.formula),
        relation.verdict === "fails" &&
          el("span", { class: "formula-sides" }, `左边合计 ${relation.left ?? "—"}，右边合计 ${relation.right ?? "—"}`),
      ),
    ),
    claim !== null && drawClaim(claim),
    finding !== null && relations.length === 0 && el("p", { class: "formula" }, finding.message),
    finding !== null &&
      finding.fixes.length > 0 &&
      el(
        "p",
        { class: "formula-fixes" },
        ...finding.fixes.map(({ title, apply }) => button({ class: "fix", "data-test": "cell-fix" }, apply, title)),
      ),
    shown && button({ class: "quiet formula-close", "aria-label": "关闭这条对照" }, onClose, "关闭"),
  );
}

function drawClaim(claim: ShownClaim): HTMLElement {
  const sign = CLAIM_ICONS[claim.verdict];
  return el(
    "p",
    { class: `formula formula-${sign}` },
    icon(sign),
    el("strong", {}, CLAIM_WORDS[claim.verdict]),
    button({ class: "link formula-end", "data-test": "claim-prose" }, () => claim.toProse(), claim.prose),
    "↔",
    claim.toTable === null
      ? el("span", { class: "formula-words" }, claim.table)
      : button({ class: "link formula-end", "data-test": "claim-table" }, claim.toTable, claim.table),
  );
}
