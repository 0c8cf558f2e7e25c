/**
 * The page as it was delivered, taken before anything in it is changed: this module comes first in main.ts.
 *
 * It cannot be fetched again: on file:// no browser allows that, and the page's policy allows no request at all.
 */

import { BLOCK_ID, houseJson, type House } from "./house.js";

const delivered = document.documentElement.cloneNode(true) as HTMLElement;

/** What the page's file is called when it is delivered. */
export const fileName = delivered.getAttribute("data-edition") === "compat" ? "nianbao-compat.html" : "nianbao.html";

/** The words of the block of settings in the page. */
export function settingsBlock(): string {
  return delivered.querySelector(`#${BLOCK_ID}`)?.textContent ?? "";
}

/** The delivered page with other settings. Its policy goes by the scripts' hashes, and a block of JSON is no script. */
export function pageWith(house: House): string {
  const copy = delivered.cloneNode(true) as HTMLElement;
  // What a script element holds may not be set under Trusted Types. No script of the page can hold a comment's mark,
  // so the one put in the block's place is found again in the text.
  const place = document.createComment(BLOCK_ID);
  const block = copy.querySelector(`#${BLOCK_ID}`);
  if (block === null) copy.querySelector("head")?.appendChild(place);
  else block.parentNode?.replaceChild(place, block);
  const html = copy.outerHTML.replace(new RegExp(`<!-{2}${BLOCK_ID}-->`), () => `<script type="application/json" id="${BLOCK_ID}">\n${houseJson(house)}\n</script>`);
  return `<!doctype html>\n${html}\n`;
}
