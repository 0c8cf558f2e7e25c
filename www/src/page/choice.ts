/** What the user has chosen to look at: a finding, an equation, a figure of the prose, or nothing; and what belongs to it. */

import type { CellRef, Claim, Diagnostic, Relation, Report } from "../engine/index.js";

export type Choice = { kind: "finding" | "equation" | "claim"; index: number } | null;

/** A cell's address as a key of maps. */
export function cellKey(cell: CellRef): string {
  return `${cell.table}/${cell.row}/${cell.column}`;
}

/** The equations that belong to a choice: the one chosen, or those that a finding speaks of. */
export function equationsOf(report: Report, choice: Choice): Relation[] {
  if (choice === null || choice.kind === "claim") return [];
  if (choice.kind === "equation") {
    const relation = report.relations[choice.index];
    return relation === undefined ? [] : [relation];
  }
  const finding = report.diagnostics[choice.index];
  return finding === undefined ? [] : equationsOfFinding(report, finding);
}

export function claimOf(report: Report, choice: Choice): Claim | undefined {
  return choice !== null && choice.kind === "claim" ? report.claims[choice.index] : undefined;
}

/** The two sides of an equation. The form has one with two cells on each side; everywhere else the last cell is the total. */
export function sidesOf(relation: Relation): { parts: CellRef[]; totals: CellRef[] } {
  const totals = relation.code === "arithmetic/balance" ? 2 : 1;
  const split = relation.cells.length - totals;
  return { parts: relation.cells.slice(0, split), totals: relation.cells.slice(split) };
}

/** The failing equations that the finding's cell stands in, or all of whose cells it names. */
function equationsOfFinding(report: Report, finding: Diagnostic): Relation[] {
  const own = finding.cell === null ? null : cellKey(finding.cell);
  const named = new Set<string>(own === null ? [] : [own]);
  for (const related of finding.related) if (related.cell !== null) named.add(cellKey(related.cell));
  return report.relations.filter(({ verdict, cells }) => {
    const keys = cells.map(cellKey);
    return verdict === "fails" && (keys.some((key) => key === own) || keys.every((key) => named.has(key)));
  });
}
