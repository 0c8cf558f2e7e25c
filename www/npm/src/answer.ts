/**
 * Reads an answer back from the row of numbers and the text in which the core hands it over (`src/wasm/row.rs`), in the
 * same order: one copy instead of a call for each of its values.
 */

import type {
  aggregate,
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
} from "../index.js";

type Aggregate = ReturnType<typeof aggregate>;
type AggregateCell = Aggregate["cells"][number];

/** What the core's `validate` and `aggregate` give. */
export interface Answer {
  numbers(): Float64Array;
  words(): string;
  free(): void;
}

// As the core counts them.
const verdicts: Report["verdict"][] = ["pass", "fail", "incomplete"];
const editions: Report["edition"][] = ["2019", "2021"];
const kinds: TableKind[] = ["disclosure", "applications", "disputes"];
const states: Cell["state"][] = ["number", "blank", "text", "missing"];
const claimVerdicts: Claim["verdict"][] = ["agrees", "contradicts", "unknown"];
const relationVerdicts: Relation["verdict"][] = ["holds", "fails", "unknown"];
const severities: Diagnostic["severity"][] = ["error", "warning", "info"];
const sumVerdicts: AggregateCell["verdict"][] = ["agrees", "differs", "unknown"];

/** The report that an answer is. */
export function toReport(answer: Answer): Report {
  return handOver(answer, readReport);
}

/** The county's sums that an answer is. */
export function toAggregate(answer: Answer): Aggregate {
  return handOver(answer, readAggregate);
}

function handOver<T>(answer: Answer, read: (row: Row) => T): T {
  try {
    return read(new Row(answer.numbers(), answer.words()));
  } finally {
    answer.free();
  }
}

class Row {
  private next = 0;
  private place: number;
  private readonly names: string[];

  constructor(
    private readonly numbers: Float64Array,
    private readonly words: string,
  ) {
    const end = words.indexOf("\n");
    this.names = words.slice(0, end).split("\t");
    this.place = end + 1;
  }

  number(): number {
    return this.numbers[this.next++] as number;
  }

  optional(): number | null {
    const number = this.number();
    return Number.isNaN(number) ? null : number;
  }

  one<T>(of: T[]): T {
    return of[this.number()] as T;
  }

  name(): string {
    return this.one(this.names);
  }

  text(): string {
    return this.optionalText() as string;
  }

  optionalText(): string | null {
    const length = this.optional();
    if (length === null) return null;
    const from = this.place;
    this.place += length;
    return this.words.slice(from, this.place);
  }

  excerpt(): Excerpt {
    return this.optionalExcerpt() as Excerpt;
  }

  optionalExcerpt(): Excerpt | null {
    const text = this.optionalText();
    return text === null ? null : { text, from: this.number(), to: this.number() };
  }

  cellRef(): CellRef {
    return this.optionalCellRef() as CellRef;
  }

  optionalCellRef(): CellRef | null {
    const kind = this.optional();
    return kind === null ? null : { table: kinds[kind] as TableKind, row: this.name(), column: this.name() };
  }

  list<T>(read: (row: Row) => T): T[] {
    const length = this.number();
    const items: T[] = [];
    for (let i = 0; i < length; i++) items.push(read(this));
    return items;
  }
}

// An object's fields are read in the order in which they stand here.

function readReport(row: Row): Report {
  return {
    version: row.name(),
    verdict: row.one(verdicts),
    edition: editions[row.optional() ?? -1] ?? null,
    year: row.optional(),
    organ: row.optionalText(),
    title: row.optionalExcerpt(),
    sections: row.list(readSection),
    tables: row.list(readTable),
    claims: row.list(readClaim),
    relations: row.list(readRelation),
    diagnostics: row.list(readDiagnostic),
    notExamined: row.list((row) => ({ code: row.name(), message: row.text() })),
  };
}

function readAggregate(row: Row): Aggregate {
  return {
    cells: row.list(readAggregateCell),
    units: row.list((row) => ({ name: row.text(), report: readReport(row) })),
    county: readReport(row),
    notes: row.list((row) => ({ unit: row.optional(), message: row.text() })),
  };
}

function readAggregateCell(row: Row): AggregateCell {
  return { cell: row.cellRef(), county: row.optional(), sum: row.optional(), verdict: row.one(sumVerdicts) };
}

function readSection(row: Row): Section {
  return { number: row.number(), heading: row.optionalExcerpt(), from: row.number(), to: row.number() };
}

function readTable(row: Row): Table {
  return { kind: row.one(kinds), from: row.number(), to: row.number(), cells: row.list(readCell) };
}

function readCell(row: Row): Cell {
  return {
    table: row.one(kinds),
    row: row.name(),
    column: row.name(),
    state: row.one(states),
    value: row.optional(),
    at: row.optionalExcerpt(),
  };
}

function readCellRef(row: Row): CellRef {
  return row.cellRef();
}

function readClaim(row: Row): Claim {
  return { cells: row.list(readCellRef), value: row.number(), at: row.excerpt(), verdict: row.one(claimVerdicts) };
}

function readRelation(row: Row): Relation {
  return {
    code: row.name(),
    formula: row.text(),
    left: row.optional(),
    right: row.optional(),
    verdict: row.one(relationVerdicts),
    cells: row.list(readCellRef),
  };
}

function readDiagnostic(row: Row): Diagnostic {
  return {
    code: row.name(),
    severity: row.one(severities),
    message: row.text(),
    from: row.number(),
    to: row.number(),
    line: row.number(),
    column: row.number(),
    cell: row.optionalCellRef(),
    related: row.list((row) => ({
      message: row.text(),
      from: row.number(),
      to: row.number(),
      cell: row.optionalCellRef(),
    })),
    fixes: row.list(readFix),
    basis: row.optionalText(),
  };
}

function readFix(row: Row): Fix {
  return {
    title: row.text(),
    safe: row.number() === 1,
    edits: row.list((row) => ({ from: row.number(), to: row.number(), insert: row.text() })),
  };
}
