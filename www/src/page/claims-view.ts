/** 文字与表格: every figure that the prose states about a cell, and whether the table says the same. */

import type { Claim, Report } from "../engine/index.js";
import { cellName } from "./cell-names.js";
import { cellKey, type Choice } from "./choice.js";
import { button, el, fill, icon, type IconName } from "./dom.js";
import { lineCounter } from "./places.js";

export const CLAIM_WORDS: Record<Claim["verdict"], string> = { agrees: "相符", contradicts: "不符", unknown: "无从核对" };

export const CLAIM_ICONS = { agrees: "holds", contradicts: "fails", unknown: "unknown" } as const satisfies Record<Claim["verdict"], IconName>;

/** Both sides of a claim in words. */
export interface ClaimInWords {
  /** What stands in the text: 第 12 行“18件”. */
  prose: string;
  /** What stands in the table: its cells by name, and their figure. */
  table: string;
}

export interface ClaimsView {
  show(claims: readonly Claim[], words: readonly ClaimInWords[]): void;
  choose(choice: Choice): void;
}

// Far beyond any report; a text of megabytes must not stop the page.
const MOST_LISTED = 500;

export function createClaimsView(
  frame: HTMLElement,
  summary: HTMLElement,
  container: HTMLElement,
  onChoose: (index: number) => void,
): ClaimsView {
  let buttons: HTMLButtonElement[] = [];
  return {
    show(claims, words) {
      frame.hidden = claims.length === 0;
      const wrong = claims.filter((claim) => claim.verdict === "contradicts").length;
      fill(
        summary,
        "文字与表格",
        el("span", { class: "group-count" }, String(claims.length)),
        wrong > 0 && el("span", { class: "claims-wrong" }, `${wrong} 处不符`),
      );
      buttons = words.slice(0, MOST_LISTED).map((sides, index) => {
        const verdict = claims[index]?.verdict ?? "unknown";
        return drawClaim(verdict, sides, () => onChoose(index));
      });
      fill(
        container,
        el("ol", { class: "equation-list" }, ...buttons.map((item) => el("li", {}, item))),
        claims.length > MOST_LISTED && el("p", { class: "equation-table" }, `其余 ${claims.length - MOST_LISTED} 处不再列出。`),
      );
    },

    choose(choice) {
      buttons.forEach((item, index) => {
        const chosen = choice !== null && choice.kind === "claim" && choice.index === index;
        item.classList.toggle("is-chosen", chosen);
        item.setAttribute("aria-pressed", String(chosen));
      });
    },
  };
}

export function claimsInWords(text: string, report: Report): ClaimInWords[] {
  const lineAt = lineCounter(text);
  const edition = report.edition ?? "2021";
  const values = new Map<string, number>();
  for (const table of report.tables) {
    for (const cell of table.cells) if (cell.value !== null) values.set(cellKey(cell), cell.value);
  }
  return report.claims.map((claim) => {
    const names = claim.cells.map((cell) => cellName(edition, cell)).join(" + ");
    const known = claim.cells.map((cell) => values.get(cellKey(cell))).filter((value): value is number => value !== undefined);
    // Decimals of 万元 add up as they are written, not as binary fractions do.
    const sum = Number(known.reduce((all, value) => all + value, 0).toFixed(6));
    return {
      prose: `第 ${lineAt(claim.at.from)} 行“${claim.at.text}”`,
      table: known.length === 0 ? `${names} 没有数字` : `${names} ${sum}`,
    };
  });
}

function drawClaim(verdict: Claim["verdict"], sides: ClaimInWords, onClick: () => void): HTMLButtonElement {
  const sign = CLAIM_ICONS[verdict];
  return button(
    { class: `equation equation-${sign}`, "data-test": "claim", "data-verdict": verdict },
    onClick,
    el("span", { class: "equation-verdict" }, icon(sign), CLAIM_WORDS[verdict]),
    el(
      "span",
      { class: "equation-formula" },
      el("span", { class: "claim-side" }, sides.prose),
      el("span", { class: "claim-side claim-table" }, sides.table),
    ),
  );
}
