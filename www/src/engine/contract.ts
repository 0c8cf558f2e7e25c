/**
 * What the page asks of the engine. The types of the report are those of the npm package: one definition for all.
 */

import type { Report, ValidateOptions, aggregate, form, rules } from "../../npm/index.js";

export type {
  Cell,
  CellRef,
  Claim,
  Diagnostic,
  Excerpt,
  Fix,
  Relation,
  Report,
  Section,
  Table,
  TableKind,
  ValidateOptions,
} from "../../npm/index.js";

/** A unit's report beside a county's. */
export type Unit = Parameters<typeof aggregate>[1][number];

/** A county's tables held against the sum of its units. */
export type Aggregate = ReturnType<typeof aggregate>;

/** One rule, for a settings page and for documentation. */
export type RuleInfo = ReturnType<typeof rules>[number];

/** The official form beside its tables. */
export type FormFacts = ReturnType<typeof form>;

/**
 * The core behind a worker. Every rejection is an Error whose message is a Chinese sentence fit to be shown;
 * after one the engine works on: a core that broke down is replaced before the next question.
 */
export interface Engine {
  /** Version of nianbao and its rules. */
  readonly version: string;
  /** Checks a text. null: a newer check overtook this one, there is nothing to show. The newest text always gets its answer. */
  check(text: string, options?: ValidateOptions): Promise<Report | null>;
  /** Checks one of many texts: every question gets its answer. */
  validate(text: string, options: ValidateOptions): Promise<Report>;
  /** Text of a file, or of the clipboard's HTML (file name "clipboard.html"). */
  read(bytes: Uint8Array, fileName: string): Promise<string>;
  /** A county's tables held against the sum of its units. */
  aggregate(county: string, units: Unit[]): Promise<Aggregate>;
  /** Every rule. */
  rules(): Promise<RuleInfo[]>;
  /** What the official form prescribes beside its tables. */
  form(): Promise<FormFacts>;
  /** Ends the worker. What was asked is no longer answered; a later question starts a new one. */
  dispose(): void;
}
