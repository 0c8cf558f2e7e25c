/**
 * What the house and the user have set; the user's stands above the house's. Rules switched off, this place's own words
 * and its name are kept in the browser, the year that is due only for the tab; where the browser keeps nothing, all of
 * it holds as long as the page is open.
 */

import type { ValidateOptions } from "../engine/index.js";
import { inTab, keepItem, onComputer, readItem } from "./storage.js";
import { distinct, type House } from "./house/house.js";

const DISABLED_KEY = "nianbao.disabled-rules";
const WORDS_KEY = "nianbao.own-words";
const ENABLED_KEY = "nianbao.enabled-rules";
const OFFICE_KEY = "nianbao.office";
const YEAR_KEY = "nianbao.due-year";
const FIRST_YEAR = 2019;

export class Settings {
  /** Years to choose from, the newest first. */
  readonly years: readonly number[];
  private disabledCodes: string[];
  /** Rules that the house has switched off, but not this user. */
  private enabledCodes: string[];
  private ownWords: string[];
  private ownOffice: string;
  private dueYear: number;
  private kept = true;

  /** `thisYear` is the page's clock: the report of last year is due. */
  constructor(thisYear: number, private readonly house: House, private readonly onChange: () => void) {
    this.years = Array.from({ length: Math.max(thisYear - FIRST_YEAR + 1, 1) }, (_, index) => thisYear - index);
    this.disabledCodes = readList(DISABLED_KEY);
    this.enabledCodes = readList(ENABLED_KEY);
    this.ownWords = readList(WORDS_KEY);
    this.ownOffice = readItem(onComputer, OFFICE_KEY) ?? "";
    const year = Number(readItem(inTab, YEAR_KEY));
    this.dueYear = this.years.indexOf(year) >= 0 ? year : thisYear - 1;
  }

  get year(): number {
    return this.dueYear;
  }

  /** Codes of the rules that are switched off, by the house or the user. */
  get disabled(): readonly string[] {
    const byHouse = this.house.disabled.filter((code) => this.enabledCodes.indexOf(code) < 0);
    return distinct(byHouse.concat(this.disabledCodes));
  }

  /** The office that the record names. */
  get office(): string {
    return this.ownOffice === "" ? this.house.office : this.ownOffice;
  }

  /** Words of the house, which hold beside the user's own. */
  get houseWords(): readonly string[] {
    return this.house.words;
  }

  /** What a copy of the page for the whole house would carry. */
  asHouse(): House {
    return {
      office: this.office,
      words: distinct(this.house.words.concat(this.ownWords)),
      disabled: this.disabled.slice(),
      hosts: this.house.hosts,
    };
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
    return { year: this.dueYear, disable: this.disabled.slice(), allow: distinct(this.house.words.concat(this.ownWords)) };
  }

  setYear(year: number): void {
    this.dueYear = year;
    keepItem(inTab, YEAR_KEY, String(year));
    this.onChange();
  }

  disable(code: string): void {
    this.setRules(this.disabledCodes.concat(code), this.enabledCodes.filter((other) => other !== code));
  }

  /** A rule whose whole group was switched off brings that back. */
  enable(code: string): void {
    const names = namesOf(code);
    this.setRules(this.disabledCodes.filter((other) => names.indexOf(other) < 0), this.enabledCodes.concat(names));
  }

  isDisabled(code: string): boolean {
    return namesOf(code).some((name) => this.disabled.indexOf(name) >= 0);
  }

  setOffice(name: string): void {
    this.ownOffice = name.trim();
    this.kept = keepItem(onComputer, OFFICE_KEY, this.ownOffice);
    this.onChange();
  }

  addWord(word: string): void {
    this.setWords(this.ownWords.concat(word));
  }

  setWords(words: readonly string[]): void {
    this.ownWords = distinct(words);
    this.kept = keepItem(onComputer, WORDS_KEY, JSON.stringify(this.ownWords));
    this.onChange();
  }

  private setRules(disabled: string[], enabled: string[]): void {
    const byHouse = this.house.disabled;
    this.disabledCodes = distinct(disabled.filter((code) => byHouse.indexOf(code) < 0));
    this.enabledCodes = distinct(enabled.filter((code) => byHouse.indexOf(code) >= 0));
    const keptDisabled = keepItem(onComputer, DISABLED_KEY, JSON.stringify(this.disabledCodes));
    const keptEnabled = keepItem(onComputer, ENABLED_KEY, JSON.stringify(this.enabledCodes));
    this.kept = keptDisabled && keptEnabled;
    this.onChange();
  }
}

/** What switches a rule off: its code, or its group. */
function namesOf(code: string): string[] {
  return [code, code.split("/")[0] ?? code];
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
