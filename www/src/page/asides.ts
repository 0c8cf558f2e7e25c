/**
 * Findings set aside with a reason. One stays so when the text around it changes: it is known by its rule and its
 * cell, or by its rule, its words and what stands beside them, never by its offsets.
 */

import type { Diagnostic, Report } from "../engine/index.js";
import { cellKey } from "./choice.js";
import { inTab, keepItem, readItem, SET_ASIDE } from "./storage.js";

/** What a finding is known by, and why it was set aside. */
export interface Aside {
  code: string;
  cell: string | null;
  /** The words of its place: with another figure in the cell it is another finding. */
  words: string;
  before: string;
  after: string;
  reason: string;
}

/** A finding of the last answer that is set aside. */
export interface SetAside {
  finding: Diagnostic;
  reason: string;
}

export interface Parted {
  /** The answer without the findings set aside. */
  standing: Report;
  setAside: SetAside[];
}

const LONGEST_WORDS = 200;
const NEIGHBOURHOOD = 12;

export class Asides {
  private list: Aside[] = readKept();
  /** Those of the draft, while another text has its place. */
  private draftsOwn: Aside[] | null = null;

  constructor(private readonly onChange: () => void) {}

  part(text: string, report: Report): Parted {
    return part(this.list, text, report);
  }

  /** Puts those of another text in the place of the draft's, which are kept as they are. */
  lend(list: readonly Aside[]): void {
    this.draftsOwn ??= this.list;
    this.list = list.slice();
  }

  /** The draft's are back; gives those of the other text. */
  takeBack(): readonly Aside[] {
    const { list } = this;
    this.list = this.draftsOwn ?? list;
    this.draftsOwn = null;
    return list;
  }

  add(text: string, finding: Diagnostic, reason: string): void {
    this.change(this.list.concat({ ...identity(text, finding), reason }));
  }

  /** Takes back that a finding is set aside. */
  remove(text: string, finding: Diagnostic): void {
    this.change(this.list.filter((aside) => bestMatch(aside, text, [finding]) === undefined));
  }

  /** Forgets all of them; gives what brings them back. */
  clear(): () => void {
    const { list } = this;
    this.change([]);
    return () => this.change(list);
  }

  private change(list: Aside[]): void {
    this.list = list;
    if (this.draftsOwn === null) keepItem(inTab, SET_ASIDE, list.length === 0 ? "" : JSON.stringify(list));
    this.onChange();
  }
}

/** Parts the findings of an answer: those that stand, those that the list has set aside. */
export function part(list: readonly Aside[], text: string, report: Report): Parted {
  const found = new Map<Diagnostic, Aside>();
  for (const aside of list) {
    const finding = bestMatch(aside, text, report.diagnostics.filter((candidate) => !found.has(candidate)));
    if (finding !== undefined) found.set(finding, aside);
  }
  const setAside: SetAside[] = [];
  const diagnostics = report.diagnostics.filter((finding) => {
    const aside = found.get(finding);
    if (aside !== undefined) setAside.push({ finding, reason: aside.reason });
    return aside === undefined;
  });
  return { standing: { ...report, diagnostics }, setAside };
}

function identity(text: string, { code, cell, from, to }: Diagnostic): Omit<Aside, "reason"> {
  return {
    code,
    cell: cell === null ? null : cellKey(cell),
    words: text.slice(from, Math.min(to, from + LONGEST_WORDS)),
    before: dense(text.slice(Math.max(0, from - 4 * NEIGHBOURHOOD), from)).slice(-NEIGHBOURHOOD),
    after: dense(text.slice(to, to + 4 * NEIGHBOURHOOD)).slice(0, NEIGHBOURHOOD),
  };
}

/** The finding that an entry speaks of: the one in its cell, else the one with its words and most of its neighbourhood. */
function bestMatch(aside: Aside, text: string, findings: readonly Diagnostic[]): Diagnostic | undefined {
  let best: Diagnostic | undefined;
  let bestScore = 0;
  for (const finding of findings) {
    if (finding.code !== aside.code) continue;
    const other = identity(text, finding);
    if (other.cell !== aside.cell || other.words !== aside.words) continue;
    const inCell = aside.cell !== null;
    const score = Number(inCell) + Number(other.before === aside.before) + Number(other.after === aside.after);
    if (score > bestScore) {
      best = finding;
      bestScore = score;
    }
  }
  return best;
}

function dense(words: string): string {
  return words.replace(/\s+/g, "");
}

function readKept(): Aside[] {
  try {
    const kept: unknown = JSON.parse(readItem(inTab, SET_ASIDE) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isAside) : [];
  } catch {
    return [];
  }
}

function isAside(item: unknown): item is Aside {
  if (typeof item !== "object" || item === null) return false;
  const { code, cell, words, before, after, reason } = item as Record<string, unknown>;
  return [code, words, before, after, reason].every((part) => typeof part === "string") && (cell === null || typeof cell === "string");
}
