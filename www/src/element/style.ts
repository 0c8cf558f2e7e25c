/** Gives the shadow tree its style. A constructed sheet (Chromium 73) needs no leave of a page's policy; a style element does. */

import css from "./check.css";

let sheet: CSSStyleSheet | undefined;

export function addStyle(shadow: ShadowRoot): void {
  if ("adoptedStyleSheets" in shadow) {
    if (sheet === undefined) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    shadow.adoptedStyleSheets = [sheet];
    return;
  }
  const style = document.createElement("style");
  style.textContent = css;
  (shadow as ShadowRoot).appendChild(style);
}
