/**
 * The text as a document to draw: title, headings, tables where the report found them, and paragraphs between.
 *
 * A long text is not drawn whole: beyond a limit only what carries marks is, so that four megabytes are as quick as a page.
 */

import type { Report, Table } from "../engine/index.js";
import { findTags, isHtmlSource, type Tag } from "./html-source.js";
import type { Place } from "./places.js";

/** A stretch of text that is marked. */
export interface Mark extends Place {
  /** What a finding is about; a place that belongs to one, shown only when it is chosen; a figure held against a table. */
  kind: "finding" | "related" | "claim";
  /** Of the finding or the claim in the report. */
  index: number;
}

export interface TextBlock extends Place {
  kind: "title" | "heading" | "paragraph";
  marks: Mark[];
}

export type Block = TextBlock | { kind: "table"; table: Table; from: number; to: number } | { kind: "omitted"; length: number };

const DRAWN_IN_FULL = 60_000;
const MOST_BLOCKS = 1_500;
// A finding about a whole section is marked at its beginning, not in every one of a thousand paragraphs.
const MOST_BLOCKS_OF_A_MARK = 40;

export interface Outline {
  blocks: Block[];
  /** Tags of HTML source, to be left out when drawing. */
  tags: Tag[];
}

export function outline(text: string, report: Report, marks: Mark[]): Outline {
  const tags = isHtmlSource(text) ? findTags(text) : [];
  const blocks = split(text, report, tags);
  attach(blocks, marks);
  return { blocks: shorten(blocks), tags };
}

type Solid = Exclude<Block, { kind: "omitted" }>;

function split(text: string, report: Report, tags: Tag[]): Solid[] {
  const fixed: Solid[] = report.tables.map((table) => ({ kind: "table", table, from: table.from, to: table.to }));
  if (report.title !== null) fixed.push({ kind: "title", from: report.title.from, to: report.title.to, marks: [] });
  for (const { heading } of report.sections) {
    if (heading !== null) fixed.push({ kind: "heading", from: heading.from, to: heading.to, marks: [] });
  }
  fixed.sort((a, b) => a.from - b.from);

  const breaks = tags.length > 0 ? tags.filter((tag) => tag.breaks) : null;
  const blocks: Solid[] = [];
  let at = 0;
  for (const block of fixed) {
    if (block.from < at) continue;
    pushParagraphs(blocks, text, at, block.from, breaks);
    blocks.push(block);
    at = block.to;
  }
  pushParagraphs(blocks, text, at, text.length, breaks);
  return blocks;
}

/** Lines are paragraphs; in HTML source the tags say where one ends. */
function pushParagraphs(blocks: Solid[], text: string, from: number, to: number, breaks: Tag[] | null): void {
  const push = (start: number, end: number): void => {
    while (start < end && text.charCodeAt(start) <= 32) start++;
    while (end > start && text.charCodeAt(end - 1) <= 32) end--;
    // What only a heading's markup leaves behind is no paragraph.
    if (end - start < 8 && !/[^\s#*|]/.test(text.slice(start, end))) return;
    if (end > start) blocks.push({ kind: "paragraph", from: start, to: end, marks: [] });
  };
  let start = from;
  if (breaks === null) {
    for (let end = text.indexOf("\n", from); end >= 0 && end < to; end = text.indexOf("\n", start)) {
      push(start, end);
      start = end + 1;
    }
  } else {
    for (let index = firstAfter(breaks, from); index < breaks.length; index++) {
      const tag = breaks[index];
      if (tag === undefined || tag.from >= to) break;
      push(start, tag.from);
      start = Math.min(tag.to, to);
    }
  }
  push(start, to);
}

/** Index of the first place that ends after a position. */
export function firstAfter(places: readonly Place[], position: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (place !== undefined && place.to <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Gives every mark to the blocks it touches; one that stands between two blocks, to the one before. */
function attach(blocks: Solid[], marks: Mark[]): void {
  for (const mark of marks) {
    const first = firstAfter(blocks, mark.from);
    let touched = 0;
    for (let index = first; index < blocks.length && touched < MOST_BLOCKS_OF_A_MARK; index++) {
      const block = blocks[index];
      if (block === undefined || block.from >= mark.to) break;
      touched++;
      if (block.kind !== "table") block.marks.push(mark);
    }
    if (touched > 0) continue;
    const beside = blocks[first - 1] ?? blocks[first];
    if (beside !== undefined && beside.kind !== "table") {
      const at = Math.min(Math.max(mark.from, beside.from), beside.to);
      beside.marks.push({ ...mark, from: at, to: at });
    }
  }
}

function shorten(blocks: Solid[]): Block[] {
  const shortened: Block[] = [];
  let drawn = 0;
  let omitted = 0;
  for (const block of blocks) {
    const length = block.to - block.from;
    const plain = block.kind === "paragraph" && block.marks.length === 0;
    if (shortened.length >= MOST_BLOCKS || (plain && drawn + Math.min(length, LONG_PARAGRAPH) > DRAWN_IN_FULL)) {
      omitted += length;
      continue;
    }
    if (omitted > 0) shortened.push({ kind: "omitted", length: omitted });
    omitted = 0;
    if (block.kind !== "table") drawn += Math.min(length, LONG_PARAGRAPH);
    shortened.push(block);
  }
  if (omitted > 0) shortened.push({ kind: "omitted", length: omitted });
  return shortened;
}

export const LONG_PARAGRAPH = 4_000;
const MOST_WINDOWS = 200;

/** The stretches of a block to draw: all of it, or of a very long one its beginning and what surrounds its marks. */
export function windows(block: TextBlock): Place[] {
  if (block.to - block.from <= LONG_PARAGRAPH) return [{ from: block.from, to: block.to }];
  const kept: Place[] = [{ from: block.from, to: block.from + 1_000 }];
  const marks = block.marks.slice().sort((a, b) => a.from - b.from);
  for (const mark of marks.slice(0, MOST_WINDOWS)) {
    const from = Math.max(block.from, mark.from - 120);
    const to = Math.min(block.to, Math.min(mark.to, mark.from + 400) + 120);
    const last = kept[kept.length - 1];
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else kept.push({ from, to });
  }
  return kept;
}
