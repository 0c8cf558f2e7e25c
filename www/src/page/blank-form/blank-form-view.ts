/** 空白表样: the empty form to look at, and to copy into Word or WPS. */

import { copyToClipboard } from "../clipboard.js";
import { button, el, fill } from "../dom.js";
import { addMastheadAction } from "../masthead.js";
import type { Page } from "../page.js";
import { setText } from "../verdict.js";
import { viewHead } from "../views.js";
import { blankFormHtml, blankFormText, drawBlankForm } from "./blank-form.js";

const BLANK_FORM = "blank-form";

export function createBlankForm(page: Page): void {
  const paper = el("article", { class: "paper", tabindex: 0, "aria-label": "空白表样", "data-test": "blank-form-paper" });
  const said = el("p", { class: "view-said", role: "status", "data-test": "blank-form-said" });
  let headings: string[] = [];
  let form: HTMLElement | null = null;

  const copy = button({ class: "quiet", "data-test": "blank-form-copy" }, () => {
    if (form === null) return;
    const done = copyToClipboard(blankFormText(headings, page.settings.year), blankFormHtml(form));
    setText(said, done ? "已复制，到 Word 或 WPS 里粘贴即可。" : "浏览器没有允许复制。请选中下面的表样，按 Ctrl+C。");
  }, "复制表样");
  page.views.add(
    BLANK_FORM,
    el(
      "main",
      { class: "blank", "aria-label": "空白表样", "data-test": "blank-form" },
      viewHead(page.views, "空白表样", el("div", { class: "view-actions" }, copy)),
      el("div", { class: "view-body" }, said, paper),
    ),
  );
  addMastheadAction("空白表样", "blank-form-open", () => page.views.show(BLANK_FORM));
  page.views.onShow((name) => name === BLANK_FORM && void show());

  async function show(): Promise<void> {
    setText(said, "");
    try {
      ({ headings } = await page.engine.form());
    } catch (error) {
      copy.disabled = true;
      fill(paper, el("p", {}, error instanceof Error ? error.message : String(error)));
      return;
    }
    copy.disabled = false;
    form = drawBlankForm(headings, page.settings.year);
    fill(paper, form);
  }
}
