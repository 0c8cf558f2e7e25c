/** Says so where a report is of a year that came after this copy of the page. */

import { byId, el } from "../dom.js";
import type { Page } from "../page.js";

export function createYearNotice(page: Page): void {
  const notice = el("p", { class: "year-notice", role: "status", "data-test": "year-notice", hidden: true });
  byId("claims-verdict", HTMLElement).insertAdjacentElement("afterend", notice);
  // Where the core does not answer, the page says so elsewhere.
  page.onChecked((checked) => show(checked?.report.year ?? null).catch(() => undefined));

  async function show(year: number | null): Promise<void> {
    notice.hidden = true;
    if (year === null) return;
    const { newestYear } = await page.engine.form();
    if (year <= newestYear || page.checked?.report.year !== year) return;
    notice.hidden = false;
    notice.textContent = `这份程序的规则核对到 ${newestYear} 年度，这份报告是 ${year} 年度的。若格式另有新规定，请换用新版本再核对一遍。`;
  }
}
