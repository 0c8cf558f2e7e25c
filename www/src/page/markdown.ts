/**
 * Draws a rule's explanation: headings, paragraphs, lists, blocks of example text and `code` in a line, the part of
 * Markdown that the explanations use. Everything goes in as text nodes.
 */

import { el } from "./dom.js";

/** The title becomes an h4, what stands below it an h5: the list of findings has the levels above. */
export function drawMarkdown(markdown: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const lines = markdown.split("\n");
  let paragraph: string[] = [];
  let list: HTMLUListElement | null = null;

  const endParagraph = (): void => {
    // Chinese needs no blank where a line was broken.
    if (paragraph.length > 0) fragment.appendChild(el("p", {}, drawLine(paragraph.join(""))));
    paragraph = [];
  };

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const heading = /^(#{1,6}) +(.*)$/.exec(line);
    const item = /^[-*] +(.*)$/.exec(line);
    const isFence = line.slice(0, 3) === "```";
    if (heading !== null || item !== null || isFence || line.trim() === "") endParagraph();
    if (item === null) list = null;

    if (heading !== null) {
      fragment.appendChild(el(heading[1] === "#" ? "h4" : "h5", {}, drawLine(heading[2] ?? "")));
    } else if (item !== null) {
      if (list === null) fragment.appendChild((list = el("ul")));
      list.appendChild(el("li", {}, drawLine(item[1] ?? "")));
    } else if (isFence) {
      const end = lines.indexOf("```", index + 1);
      const last = end < 0 ? lines.length : end;
      fragment.appendChild(drawExample(lines.slice(index + 1, last).join("\n")));
      index = last;
    } else if (line.trim() !== "") {
      paragraph.push(line.trim());
    }
  }
  endParagraph();
  return fragment;
}

/** Example text: `⟦ ⟧` stands around what is reported. */
export function drawExample(text: string): HTMLElement {
  const block = el("pre", { class: "example" });
  text.split("⟦").forEach((piece, index) => {
    if (index === 0) {
      block.appendChild(document.createTextNode(piece));
      return;
    }
    const end = piece.indexOf("⟧");
    block.appendChild(el("mark", { class: "example-mark" }, end < 0 ? piece : piece.slice(0, end)));
    if (end >= 0) block.appendChild(document.createTextNode(piece.slice(end + 1)));
  });
  return block;
}

/** Every second piece between backquotes is code. */
function drawLine(line: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  line.split("`").forEach((piece, index) => {
    if (piece !== "") fragment.appendChild(index % 2 === 1 ? el("code", {}, piece) : document.createTextNode(piece));
  });
  return fragment;
}
