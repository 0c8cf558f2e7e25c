/** Text with marks: overlapping findings are cut into flat pieces, each of which knows all findings on it. */

import type { Claim, Diagnostic } from "../engine/index.js";
import { firstAfter, type Mark } from "./blocks.js";
import { el } from "./dom.js";
import { readable, type Tag } from "./html-source.js";
import type { Place } from "./places.js";

export interface MarkedText {
  text: string;
  tags: Tag[];
  diagnostics: readonly Diagnostic[];
  claims: readonly Claim[];
  /** The number that the list gives to a finding. */
  numbers: readonly number[];
  /** Called with each piece drawn for a mark. */
  drawn(mark: Mark, piece: HTMLElement): void;
}

const GRAVITY = { error: 2, warning: 1, info: 0 };

/** Draws one stretch of the text. `marks` may reach beyond it. */
export function drawMarked(source: MarkedText, stretch: Place, marks: readonly Mark[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const inside = marks.filter((mark) => mark.to >= stretch.from && mark.from <= stretch.to);
  const cuts = new Set<number>([stretch.from, stretch.to]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.from, stretch.from));
    cuts.add(Math.min(mark.to, stretch.to));
  }
  const borders = Array.from(cuts).sort((a, b) => a - b);
  const starting = inside.slice().sort((a, b) => a.from - b.from);
  let next = 0;
  let active: Mark[] = [];

  borders.forEach((from, index) => {
    for (let mark = starting[next]; mark !== undefined && mark.from <= from; mark = starting[++next]) active.push(mark);
    const points = active.filter((mark) => mark.from === mark.to);
    active = active.filter((mark) => mark.to > from);
    if (points.length > 0) fragment.appendChild(drawPiece(source, points, "", from));
    const to = borders[index + 1];
    if (to === undefined) return;
    const words = visible(source, from, to);
    if (words === "") return;
    fragment.appendChild(active.length === 0 ? document.createTextNode(words) : drawPiece(source, active, words, to));
  });
  return fragment;
}

function drawPiece(source: MarkedText, marks: readonly Mark[], words: string, end: number): HTMLElement {
  const own = marks.filter((mark) => mark.kind === "finding");
  const claim = marks.filter((mark) => mark.kind === "claim")[0];
  const claimVerdict = claim === undefined ? undefined : source.claims[claim.index]?.verdict;
  let gravest: Diagnostic["severity"] | null = null;
  for (const { index } of own) {
    const severity = source.diagnostics[index]?.severity ?? "info";
    if (gravest === null || GRAVITY[severity] > GRAVITY[gravest]) gravest = severity;
  }
  const ending = own.filter((mark) => mark.to === end).map((mark) => source.numbers[mark.index]);
  const classes = [
    gravest === null ? "related-place" : `mark mark-${gravest}`,
    words === "" && gravest !== null ? "mark-point" : "",
    claimVerdict === undefined ? "" : `claim claim-${claimVerdict}`,
  ];
  const piece = el(
    gravest === null ? "span" : "mark",
    {
      class: classes.filter((name) => name !== "").join(" "),
      "data-test": gravest !== null ? "mark" : claim !== undefined && "claim-mark",
      "data-finding": own[0]?.index,
      "data-claim": claim?.index,
      "data-number": ending.length > 0 && ending.join("、"),
    },
    words,
  );
  for (const mark of marks) source.drawn(mark, piece);
  return piece;
}

/** The words of a stretch; of HTML source, without its tags. */
function visible({ text, tags }: MarkedText, from: number, to: number): string {
  if (tags.length === 0) return text.slice(from, to);
  let words = "";
  let at = from;
  for (let index = firstAfter(tags, from); index < tags.length; index++) {
    const tag = tags[index];
    if (tag === undefined || tag.from >= to) break;
    words += text.slice(at, Math.max(at, tag.from));
    at = tag.to;
  }
  return readable(words + text.slice(Math.min(at, to), to));
}
