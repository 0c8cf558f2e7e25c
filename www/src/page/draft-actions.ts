/** What can be done with the whole draft: load the example, copy it, clear it; and its copy for a reload. */

import { byId } from "./dom.js";
import { example } from "./example.js";
import { undoButton } from "./fixing.js";
import type { Page } from "./page.js";
import { setText } from "./verdict.js";

const KEEP_AFTER_TYPING = 250;

export interface DraftActions {
  /** Puts a new text in the draft's place; `words` say so where there was one before. */
  replaceAll(text: string, words: string): void;
}

export function createDraftActions(page: Page): DraftActions {
  const { draft, notices } = page;
  const keeping = byId("keeping", HTMLElement);
  const kept = keeping.textContent ?? "";

  const loadExample = (): void => replaceAll(example(page.settings.year), "已载入示例，原来的文字可以找回。");
  byId("load-example", HTMLButtonElement).addEventListener("click", loadExample);
  byId("welcome-example", HTMLButtonElement).addEventListener("click", loadExample);
  byId("clear", HTMLButtonElement).addEventListener("click", () => replaceAll("", "已清空，暂存的文字也已删除。"));
  byId("copy", HTMLButtonElement).addEventListener("click", copyAll);

  // Keeping megabytes takes a moment, so it waits for a pause, but never beyond the page itself.
  let keepSoon: number | undefined;
  draft.onEdit(() => {
    clearTimeout(keepSoon);
    keepSoon = window.setTimeout(keep, KEEP_AFTER_TYPING);
  });
  window.addEventListener("pagehide", keep);
  return { replaceAll };

  function replaceAll(text: string, words: string): void {
    const before = draft.text;
    draft.replaceAll(text);
    keep();
    page.checkNow();
    if (before === "" || before === text) notices.quiet();
    else notices.sayUntilEdited(words, undoButton(page));
  }

  function copyAll(): void {
    const { text } = draft;
    if (draft.copyAll()) notices.sayUntilEdited(`已复制全文，共 ${text.length.toLocaleString("zh-CN")} 字。`);
    else notices.sayUntilEdited("浏览器没有允许复制。全文已选中，请按 Ctrl+C 复制。");
  }

  function keep(): void {
    clearTimeout(keepSoon);
    const isKept = draft.keep() === "kept";
    setText(keeping, isKept ? kept : "浏览器没有地方暂存这些文字：刷新或关闭标签页都会丢失，请自行保存。");
    keeping.classList.toggle("is-refused", !isKept);
  }
}
