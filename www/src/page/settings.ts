/**
 * What the user has set. Rules switched off and this place's own words are kept in the browser, the year that is due
 * only for the tab; where the browser keeps nothing, all of it holds as long as the page is open.
 */

import type { ValidateOptions } from "../engine/index.js";
import { inTab, keepItem, onComputer, readItem } from "./storage.js";

const DISABLED_KEY = "nianbao.disabled-rules";
const WORDS_KEY = "nianbao.own-words";
const YEAR_KEY = "nianbao.due-year";
const FIRST_YEAR = 2019;

export class Settings {
  /** Years to choose from, the newest first. */
  readonly years: readonly number[];
  private disabledCodes: string[];
  private ownWords: string[];
  private dueYear: number;
  private kept = true;

  /** `thisYear` is the page's clock: the report of last year is due. */
  constructor(thisYear: number, private readonly onChange: () => void) {
    this.years = Array.from({ length: Math.max(thisYear - FIRST_YEAR + 1, 1) }, (_, index) => thisYear - index);
    this.disabledCodes = readList(DISABLED_KEY);
    this.ownWords = readList(WORDS_KEY);
    const year = Number(readItem(inTab, YEAR_KEY));
    this.dueYear = this.years.indexOf(year) >= 0 ? year : thisYear - 1;
  }

  get year(): number {
    return this.dueYear;
  }

  get disabled(): readonly string[] {
    return this.disabledCodes;
  }

  get words(): readonly string[] {
    return this.ownWords;
  }

  /** Whether the browser has kept the last change. */
  get isKept(): boolean {
    return this.kept;
  }

  /** What the core is to be asked with. */
  options(): ValidateOptions {
    return { year: this.dueYear, disable: this.disabledCodes.slice(), allow: this.ownWords.slice() };
  }

  setYear(year: number): void {
    this.dueYear = year;
    keepItem(inTab, YEAR_KEY, String(year));
    this.onChange();
  }

  disable(code: string): void {
    if (this.disabledCodes.indexOf(code) < 0) this.setDisabled(this.disabledCodes.concat(code));
  }

  enable(code: string): void {
    this.setDisabled(this.disabledCodes.filter((other) => other !== code));
  }

  addWord(word: string): void {
    this.setWords(this.ownWords.concat(word));
  }

  setWords(words: readonly string[]): void {
    const trimmed = words.map((word) => word.trim()).filter((word) => word !== "");
    this.ownWords = Array.from(new Set(trimmed));
    this.kept = keepItem(onComputer, WORDS_KEY, JSON.stringify(this.ownWords));
    this.onChange();
  }

  private setDisabled(codes: string[]): void {
    this.disabledCodes = codes;
    this.kept = keepItem(onComputer, DISABLED_KEY, JSON.stringify(codes));
    this.onChange();
  }
}

/** A kept list; empty where there is none, or where something else than a list of strings was left. */
function readList(key: string): string[] {
  try {
    const kept: unknown = JSON.parse(readItem(onComputer, key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((item): item is string => typeof item === "string") : [];
  } catch {
    return [];
  }
}
