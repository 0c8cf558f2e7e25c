/**
 * The text of an editor's content as the core reads it, and the way from its offsets back into the document.
 *
 * Only what is text of the document stands in it: tags are lines and tabs, what is hidden or the editor's own is left out,
 * white space is as the browser shows it. Offsets count UTF-16 units, as DOM positions do.
 */

/** A stretch of the text that stands in one text node. */
interface Segment {
  from: number;
  to: number;
  node: Text;
  offset: number;
}

interface CellPlace {
  from: number;
  to: number;
  element: Element;
}

interface DomPoint {
  node: Node;
  offset: number;
}

export interface Place {
  from: number;
  to: number;
}

export class TextMap {
  constructor(
    readonly text: string,
    private readonly segments: readonly Segment[],
    private readonly cells: readonly CellPlace[],
  ) {}

  /** The document's stretch that shows a place; null where nothing of it stands in the document. */
  range(place: Place): Range | null {
    if (place.from === place.to) return this.caret(place.from);
    const first = this.segments[firstIndex(this.segments, (segment) => segment.to > place.from)];
    const last = this.segments[firstIndex(this.segments, (segment) => segment.from >= place.to) - 1];
    if (first === undefined || last === undefined || last.to <= first.from) return null;
    return rangeOf(point(first, Math.max(place.from, first.from)), point(last, Math.min(place.to, last.to)));
  }

  /** The same, but only where every character of the place stands in the document: no line's end, no cell's border. */
  editableRange(place: Place): Range | null {
    if (place.from === place.to) return this.caret(place.from);
    let covered = place.from;
    let index = firstIndex(this.segments, (segment) => segment.to > place.from);
    for (; covered < place.to; index++) {
      const segment = this.segments[index];
      if (segment === undefined || segment.from > covered) return null;
      covered = segment.to;
    }
    return this.range(place);
  }

  /**
   * What is to be selected to delete a place with line ends in it, as a user would by hand; null where more than lines
   * would go with it: a table, a picture, text that is not shown. A whole line goes with the line end before it, so that the
   * paragraph above and the one below keep their looks.
   */
  rangeOverLines(place: Place): Range | null {
    const isWhole = this.text.charAt(place.to - 1) === "\n" && this.text.charAt(place.from - 1) === "\n";
    const [from, to] = isWhole ? [place.from - 1, place.to - 1] : [place.from, place.to];
    if (from === 0) return null;
    const first = this.segments[firstIndex(this.segments, (segment) => segment.to >= from)];
    const last = this.segments[firstIndex(this.segments, (segment) => (this.text.charAt(to - 1) === "\n" ? segment.from >= to : segment.to >= to))];
    if (first === undefined || last === undefined || first.from > from || last.from > to || isInCell(first.node) || isInCell(last.node)) return null;
    const range = rangeOf(point(first, from), point(last, to));
    const inner = range.cloneContents();
    const isText = inner.querySelector(NO_TEXT) === null && bare(inner.textContent ?? "") === bare(this.text.slice(from, to));
    return isText ? range : null;
  }

  /** The table cell with nothing in it at this position, if there is one. */
  emptyCell(position: number): Element | null {
    const cell = this.cellAt(position);
    return cell !== undefined && this.text.slice(cell.from, cell.to).trim() === "" ? cell.element : null;
  }

  private cellAt(position: number): CellPlace | undefined {
    const cell = this.cells[firstIndex(this.cells, (candidate) => candidate.to >= position)];
    return cell !== undefined && cell.from <= position ? cell : undefined;
  }

  private caret(position: number): Range | null {
    const cell = this.cellAt(position);
    const index = firstIndex(this.segments, (segment) => segment.to >= position);
    const within = this.segments[index];
    if (within !== undefined && within.from <= position && (cell === undefined || within.to <= cell.to)) {
      const at = point(within, position);
      return rangeOf(at, at);
    }
    if (cell === undefined) return null;
    const at = { node: deepestStart(cell.element), offset: 0 };
    return rangeOf(at, at);
  }
}

/** What is seen and is no text. */
const NO_TEXT = "table, img, picture, svg, canvas, video, audio, iframe, embed, object, hr, input, textarea, select, button";

function isInCell(node: Text): boolean {
  return node.parentElement?.closest("td, th") !== null;
}

function bare(text: string): string {
  return text.replace(/[\s\u200b\ufeff]/g, "");
}

function point(segment: Segment, position: number): DomPoint {
  return { node: segment.node, offset: segment.offset + position - segment.from };
}

function rangeOf(start: DomPoint, end: DomPoint): Range {
  const document = start.node.ownerDocument as Document;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** Where typing in an empty cell begins: its innermost first block. */
function deepestStart(cell: Element): Node {
  let node: Node = cell;
  while (node.firstChild !== null && (node.firstChild.nodeType === Node.TEXT_NODE || isContainer(node.firstChild))) node = node.firstChild;
  return node;
}

function isContainer(node: Node): boolean {
  return node.nodeType === Node.ELEMENT_NODE && !/^(?:br|img|input|hr)$/i.test(node.nodeName);
}

/** The first index whose item answers yes, where all after it do too. */
function firstIndex<T>(items: readonly T[], yes: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (yes(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Collects a text piece by piece; used by read-text.ts only. */
export class TextMapBuilder {
  /** Inside a table's cell, where lines and tabs would part what belongs together. */
  inCell = false;
  private readonly pieces: string[] = [];
  private readonly segments: Segment[] = [];
  private readonly cells: CellPlace[] = [];
  private length = 0;
  /** The last character of the line or cell; "" at its beginning. */
  private last = "";
  private lineEnded = false;
  /** White space that no text has followed yet. */
  private blank: { node: Text; offset: number; wrapped: boolean } | null = null;

  /** Text that is shown as it stands. */
  add(node: Text, offset: number, characters: string): void {
    const next = characters.charAt(0);
    this.endLineBefore(next);
    if (this.blank !== null) {
      const { blank } = this;
      this.blank = null;
      // A line break of the source between two Han characters is no blank that anybody wrote.
      const isShown = this.last !== "" && !(blank.wrapped && isHan(this.last) && isHan(next));
      if (isShown) this.write(" ", blank.node, blank.offset);
    }
    this.write(this.inCell ? characters.replace(/\t/g, " ") : characters, node, offset);
  }

  /** White space that collapses into one blank, or into nothing at either end of a line. */
  addBlank(node: Text, offset: number, wrapped: boolean): void {
    if (this.blank === null && !this.lineEnded) this.blank = { node, offset, wrapped };
  }

  endLine(): void {
    this.blank = null;
    this.lineEnded = true;
  }

  /** A table's row: `cells` are its fields from left to right, null where a merged cell goes on. */
  addRow(cells: readonly (Element | null)[], fill: (cell: Element) => void): void {
    if (this.length > 0) this.writeMark("\n");
    cells.forEach((cell, column) => {
      if (column > 0) this.writeMark("\t");
      this.startAnew();
      if (cell === null) return;
      const from = this.length;
      this.inCell = true;
      fill(cell);
      this.inCell = false;
      this.startAnew();
      this.cells.push({ from, to: this.length, element: cell });
    });
    this.last = "\t";
    this.lineEnded = true;
  }

  finish(): TextMap {
    return new TextMap(this.pieces.join(""), this.segments, this.cells);
  }

  private startAnew(): void {
    this.last = "";
    this.lineEnded = false;
    this.blank = null;
  }

  private endLineBefore(next: string): void {
    if (!this.lineEnded) return;
    this.lineEnded = false;
    if (this.last === "") return;
    if (!this.inCell) {
      this.writeMark("\n");
      this.last = "";
    } else if (!(isHan(this.last) && isHan(next))) {
      this.writeMark(" ");
    }
  }

  /** A character that stands for a tag: no text node has it. */
  private writeMark(mark: string): void {
    this.pieces.push(mark);
    this.length += 1;
  }

  private write(characters: string, node: Text, offset: number): void {
    const previous = this.segments[this.segments.length - 1];
    const to = this.length + characters.length;
    if (previous !== undefined && previous.node === node && previous.to === this.length && previous.offset + previous.to - previous.from === offset) {
      previous.to = to;
    } else {
      this.segments.push({ from: this.length, to, node, offset });
    }
    this.pieces.push(characters);
    this.length = to;
    this.last = characters.charAt(characters.length - 1);
  }
}

/** Han characters and the marks of Chinese text. */
function isHan(character: string): boolean {
  return /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\ud800-\udfff]/.test(character);
}
