/**
 * The public interface of nianbao: what a page, an editor plug-in and a script may rely on.
 *
 * Offsets (`from`, `to`) count UTF-16 code units of the text that was given, as JavaScript strings,
 * CodeMirror and ProseMirror count them: text.slice(d.from, d.to) is the place itself.
 * Every name here is fixed. More may be added beside it; nothing may be renamed or left out.
 */

/**
 * Checks one annual report (政府信息公开工作年度报告).
 *
 * `text` is what a person pastes: plain text with tab-separated tables, one cell a line, Markdown, bars,
 * text copied out of a PDF, or HTML source. It never throws, whatever the text. A text that is no report
 * comes back as "incomplete" with the one diagnostic structure/not-a-report (info) and no other finding about structure,
 * tables or arithmetic. Only an argument that is no string is a TypeError, in words.
 */
export function validate(text: string, options?: ValidateOptions): Report;

/** Node and workers need not wait; elsewhere await it once (old Chromium compiles wasm on the main thread only asynchronously). Before that `validate` throws an Error that says so. */
export function ready(): Promise<void>;

export interface ValidateOptions {
  /** The data year that is due. The core reads no clock: a page passes the current year less one and says so. Another year in the report is a warning. */
  year?: number;
  /** Last year's report of the same organ, in any of the same text forms: turns on the year-on-year rules. One of blanks only is none. */
  previous?: string;
  /** Rules to leave out: a code ("punctuation/half-width") or a whole group ("punctuation"). */
  disable?: string[];
  /** Words and names of this place that no wording or punctuation rule may report. */
  allow?: string[];
}

export interface Report {
  /** Version of nianbao and its rules. */
  version: string;
  /** "fail": an error or a warning stands; "pass": none, and all was examined; "incomplete": none, but parts could not be examined. Every unknown relation is covered by an entry of `notExamined`; with one, never "pass". */
  verdict: "pass" | "fail" | "incomplete";
  /** The edition of the official form that the tables follow; null where no table tells. */
  edition: "2021" | "2019" | null;
  /** The year the data are of, from the title, else from the period. */
  year: number | null;
  /** The reporting organ, from the title. */
  organ: string | null;
  title: Excerpt | null;
  sections: Section[];
  /** The tables found. One of which the text has nothing is not here: its equations are in `relations`, unknown, and `notExamined` names it once. */
  tables: Table[];
  /** Figures that the prose states about a cell of a table. */
  claims: Claim[];
  /** Every equation of the edition (42; 40 in the 2019 form; where no table tells, those of the data year's edition) with its verdict: what was checked, not only what failed. */
  relations: Relation[];
  /** In the order of the text. */
  diagnostics: Diagnostic[];
  /** What could not be examined and why, in one Chinese sentence each: a table that is a picture, a text cut short. */
  notExamined: { code: string; message: string }[];
}

/** In HTML source `text` is what is read, while the place may hold tags. */
export interface Excerpt { text: string; from: number; to: number }

export interface Section {
  /** 1 to 6 as the form orders them; 0 for the lead, where there is text between the title and section one. */
  number: number;
  /** The heading as written; null where the section stands without one. */
  heading: Excerpt | null;
  from: number;
  to: number;
}

export type TableKind = "disclosure" | "applications" | "disputes"; // tables of sections two, three and four

export interface Table {
  kind: TableKind;
  from: number;
  to: number;
  /** Row by row in the order of the form, each row's cells in the order of its columns: also those not found. */
  cells: Cell[];
}

/**
 * A cell's address. Rows and columns of each table:
 *
 * applications (2021): rows "1", "2", "3.1", "3.2", "3.3.1" to "3.3.8", "3.4.1" to "3.4.3", "3.5.1" to "3.5.5",
 *   "3.6.1" to "3.6.3", "3.7" (总计), "4"; a 2019 form has "3.6" in place of "3.6.1" to "3.6.3".
 *   columns "natural-person", "business", "research", "public-welfare", "legal-service", "other", "total".
 * disclosure (2021): rows "20.1.regulation" (规章), "20.1.normative-document" (行政规范性文件) with columns
 *   "issued", "repealed", "in-force"; rows "20.5.licence", "20.6.penalty", "20.6.coercion" with column "decisions";
 *   row "20.8.fee" with column "amount" (万元).
 *   A 2019 form has rows "20.1.regulation", "20.1.normative-document" with "made", "published", "total-published";
 *   "20.5.licence", "20.5.other-service", "20.6.penalty", "20.6.coercion" with "last-year", "change", "decisions";
 *   "20.8.fee" with "last-year", "change"; "20.9.procurement" with "projects", "amount"
 *   (in 万元; an amount in 元 is converted, `at` is as written).
 * disputes: rows "review" (行政复议), "direct-litigation" (未经复议直接起诉), "litigation-after-review" (复议后起诉);
 *   columns "upheld" (结果维持), "corrected" (结果纠正), "other" (其他结果), "pending" (尚未审结), "total".
 */
export interface CellRef { table: TableKind; row: string; column: string }

export interface Cell extends CellRef {
  /** "missing": the text has no such cell; "blank": it has, with nothing in it; "text": something that is no number. */
  state: "number" | "blank" | "text" | "missing";
  value: number | null;
  /** null where the cell is missing. An empty cell's place is empty: from === to. */
  at: Excerpt | null;
}

export interface Claim {
  /** The cell, or the cells whose sum, that the sentence speaks of: the reading that agrees, else the first that was tried. Shares, comparisons and sums within the prose are findings at most, no claims. */
  cells: CellRef[];
  value: number;
  at: Excerpt;
  /** "agrees", "contradicts", or "unknown" where the table gives nothing to hold it against. */
  verdict: "agrees" | "contradicts" | "unknown";
}

export interface Relation {
  /** The rule that checks it: "arithmetic/row-total", … */
  code: string;
  /** In words of the form, with its figures: "三(七)总计·自然人：1 + 0 + … = 1". */
  formula: string;
  left: number | null;
  right: number | null;
  /** "unknown" where a cell is missing or no number: never a failure. */
  verdict: "holds" | "fails" | "unknown";
  cells: CellRef[];
}

export interface Diagnostic {
  /** "group/name"; groups: structure, table, arithmetic, consistency, punctuation, wording, privacy. */
  code: string;
  /** error: must not be published so. warning: very likely wrong. info: worth a look; never counted against a clean report. */
  severity: "error" | "warning" | "info";
  /** One Chinese sentence in the form's own words: where, what, and what it should be. */
  message: string;
  /** The smallest text to look at. from < to, but for an empty cell; what is absent is shown at the text it should stand beside. */
  from: number;
  to: number;
  /** From 1; the column in UTF-16 code units. */
  line: number;
  column: number;
  /** The cell that is wrong, where one is; for a whole row or column, its first cell (all of them are in `related`). */
  cell: CellRef | null;
  related: { message: string; from: number; to: number; cell: CellRef | null }[];
  /** Best first. */
  fixes: Fix[];
  /** What it rests on: an article, a standard's clause, the form. */
  basis: string | null;
}

export interface Fix {
  title: string;
  /** true: right whenever the diagnostic is; may be applied in bulk. */
  safe: boolean;
  /** Replacements in the given text, not overlapping (the shape of a CodeMirror change). In HTML source none spans a tag and `insert` is escaped. */
  edits: { from: number; to: number; insert: string }[];
}

/** Every rule, for a settings page and for documentation. */
export function rules(): { code: string; severity: Diagnostic["severity"]; title: string; explanation: string; basis: string | null; wrong: string; right: string }[];

/** The official form beside its tables: its six headings ("一、总体情况"), and the newest data year that this version was held against. */
export function form(): { newestYear: number; headings: string[] };

/**
 * Turns a file, or the HTML of a clipboard (file name "clipboard.html"), into text that `validate` takes and a person can read:
 * tables become tab-separated lines, merged cells opened out. Knows .docx, .doc, .wps, .html, .md and .txt
 * (UTF-8, UTF-16, GB 18030), by content and not by name alone. Of Word's and WPS's files automatic numbers are written out;
 * deleted and hidden text, footnotes, headers, page numbers and text boxes are left out. Throws an Error whose message is a Chinese sentence
 * for anything else: what the file is and what to do (save as .docx, copy the text).
 */
export function read(bytes: Uint8Array, fileName: string): string;

/**
 * Holds a county's tables against the sum of its units, cell by cell. Reports are texts as for `validate`.
 *
 * A county's report covers every organ of the area, so its own office is one of the units: without that office's report
 * the county has more than the sum by what the office received. `cells` are those of the county's edition of the form.
 */
export function aggregate(county: string, units: { name: string; text: string }[]): {
  /**
   * `county` is null where the county's report has no number there; `sum` where a unit has none, or where its form has no
   * such cell. A blank of a unit counts as 0, and "differs" only where no value of it would mend the difference.
   * An amount that is the sum rounded to its own decimal places agrees.
   */
  cells: { cell: CellRef; county: number | null; sum: number | null; verdict: "agrees" | "differs" | "unknown" }[];
  /** In the order given, each with the check of its own report. */
  units: { name: string; report: Report }[];
  /** The check of the county's own report. */
  county: Report;
  /** What a reader of the sums has to know, in Chinese: a report of another year, given twice, tables not read. `unit` is an index into `units`; null where it is about the county's report or about all. */
  notes: { unit: number | null; message: string }[];
};
