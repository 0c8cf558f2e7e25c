/**
 * HTML source that was pasted as text: its tags are left out of the drawn document, nothing of it is ever parsed
 * as markup by the browser. One pass, however the text is broken.
 */

import type { Place } from "./places.js";

export interface Tag extends Place {
  /** A new paragraph starts here. */
  breaks: boolean;
}

const BLOCK = /^<\/?(?:p|div|br|hr|h[1-6]|li|ul|ol|table|thead|tbody|tr|td|th|body|html|head|title|section|article|blockquote)\b/i;
const ENTITIES: Record<string, string> = { nbsp: " ", lt: "<", gt: ">", amp: "&", quot: "“", ldquo: "“", rdquo: "”" };

export function isHtmlSource(text: string): boolean {
  return /<\/(?:p|td|div|table|body|html)\s*>/i.test(text.slice(0, 100_000));
}

/** All tags in the order of the text; a comment, a style sheet and a script count as one tag each. */
export function findTags(text: string): Tag[] {
  const tags: Tag[] = [];
  // Once an end mark is not found, it is not looked for again: many open marks stay linear.
  const missing = new Set<string>();
  const endOf = (mark: string, from: number): number => {
    if (missing.has(mark)) return -1;
    const at = text.indexOf(mark, from);
    if (at < 0) missing.add(mark);
    return at < 0 ? -1 : at + mark.length;
  };

  let at = text.indexOf("<");
  while (at >= 0) {
    const start = text.slice(at, at + 12);
    let end = -1;
    // Written as a pattern: the bundle stands inline in a page, where the plain words would open a comment.
    if (/^<!-{2}/.test(start)) end = endOf("-->", at);
    else if (/^<style\b/i.test(start)) end = endOf("</style>", at);
    else if (/^<script\b/i.test(start)) end = endOf("</script>", at);
    else if (/^<[a-z/!?]/i.test(start)) end = endOf(">", at);
    if (end < 0) end = /^<[a-z/!?]/i.test(start) ? endOf(">", at) : -1;
    if (end > 0) tags.push({ from: at, to: end, breaks: BLOCK.test(start) });
    at = text.indexOf("<", end > 0 ? end : at + 1);
  }
  return tags;
}

/** A piece of the source without tags, with the usual entities read. */
export function readable(piece: string): string {
  return piece.replace(/\s+/g, " ").replace(/&([a-z]{2,6});/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
