/**
 * The pane of the text: this year's report, or last year's beside it; what can be done with the one that shows, and
 * the copies of both for a reload.
 */

import { copyToClipboard } from "./clipboard.js";
import { byId } from "./dom.js";
import type { Draft } from "./draft.js";
import { example } from "./example.js";
import type { Page } from "./page.js";
import { saveText } from "./save-file.js";
import { undoButton } from "./undo-button.js";
import { setText } from "./verdict.js";

const KEEP_AFTER_TYPING = 250;
/** Long enough to see a mistake, too short for the next person at a shared computer. */
const CLEARED_FOR_GOOD_AFTER = 30_000;

export interface InputPane {
  readonly shown: Draft;
  show(text: Draft): void;
}

export function createInputPane(page: Page): InputPane {
  const { draft, previous, notices } = page;
  const keeping = byId("keeping", HTMLElement);
  const kept = keeping.textContent ?? "";
  const undo = byId("history-undo", HTMLButtonElement);
  const redo = byId("history-redo", HTMLButtonElement);
  const clear = byId("clear", HTMLButtonElement);
  const tabs = [
    { text: draft, name: "draft", tab: byId("show-draft", HTMLButtonElement) },
    { text: previous, name: "previous", tab: byId("show-previous", HTMLButtonElement) },
  ];
  let shown = draft;

  for (const { text, tab } of tabs) {
    keepSoon(text);
    text.onEdit(showActions);
    tab.addEventListener("click", () => show(text));
  }
  undo.addEventListener("click", () => step(() => shown.undo()));
  redo.addEventListener("click", () => step(() => shown.redo()));
  const loadExample = (): void => replaceDraft(example(page.settings.year), "已载入示例，原来的文字可以撤销找回。");
  for (const id of ["load-example", "welcome-example", "help-example"]) {
    byId(id, HTMLButtonElement).addEventListener("click", loadExample);
  }
  byId("copy", HTMLButtonElement).addEventListener("click", copyShown);
  byId("save", HTMLButtonElement).addEventListener("click", saveShown);
  clear.addEventListener("click", () => {
    if (shown === previous) removePrevious();
    else clearAll();
  });
  showActions();
  return {
    get shown() {
      return shown;
    },
    show,
  };

  function show(text: Draft): void {
    shown = text;
    for (const { text: other, name, tab } of tabs) {
      tab.setAttribute("aria-pressed", String(other === text));
      if (other === text) document.body.setAttribute("data-report", name);
    }
    setText(clear, text === previous ? "移除" : "清空");
    showActions();
  }

  /** What can be done now. */
  function showActions(): void {
    clear.disabled = shown.text === "";
    undo.disabled = !shown.canUndo;
    redo.disabled = !shown.canRedo;
  }

  /** The button keeps the keyboard, so that it can be pressed again; a button that has nothing left to do gives it to the text. */
  function step(move: () => void): void {
    const pressed = document.activeElement;
    move();
    if (pressed instanceof HTMLButtonElement && !pressed.disabled) pressed.focus();
  }

  function replaceDraft(text: string, words: string): void {
    const before = draft.text;
    draft.replaceAll(text);
    keep(draft);
    page.checkNow();
    if (before === "" || before === text) notices.quiet();
    else notices.sayUntilEdited(words, undoButton(page, draft));
  }

  function removePrevious(): void {
    if (previous.text === "") return;
    previous.replaceAll("");
    keep(previous);
    page.checkNow();
    notices.sayUntilEdited("已移除上年报告，暂存也已删除。", undoButton(page, previous));
  }

  /** Removes all of the work from the browser at once; only this page itself can still bring it back, for a moment. */
  function clearAll(): void {
    const texts = [draft, previous].filter((text) => text.text !== "");
    const bringAsideBack = page.asides.clear();
    for (const text of texts) text.replaceAll("");
    const forget = texts.map((text) => text.forgetUpToNow());
    for (const text of texts) keep(text);
    page.checkNow();
    if (texts.length === 0) return;
    const bringBack = (): void => {
      clearTimeout(forGood);
      for (const text of texts) text.undo();
      bringAsideBack();
    };
    const undoable = undoButton(page, draft, bringBack);
    notices.sayUntilEdited("已清空，暂存的文字也已删除。30 秒内可以撤销。", undoable);
    const forGood = window.setTimeout(() => {
      for (const forgetText of forget) forgetText();
      showActions();
      if (undoable.isConnected) notices.quiet();
    }, CLEARED_FOR_GOOD_AFTER);
  }

  function copyShown(): void {
    const { text } = shown;
    if (copyToClipboard(text)) {
      notices.sayUntilEdited(`已复制全文，共 ${text.length.toLocaleString("zh-CN")} 字。`);
      return;
    }
    shown.select(0, text.length);
    notices.sayUntilEdited("浏览器没有允许复制。全文已选中，请按 Ctrl+C 复制。");
  }

  function saveShown(): void {
    const title = shown === draft ? page.checked?.report.title?.text : null;
    const name = `${title ?? (shown === draft ? "年度报告" : "上年报告")}.txt`;
    saveText(name, shown.text);
    notices.sayUntilEdited(`已存为“${name}”，在浏览器的下载文件夹里。`);
  }

  /** Keeping megabytes takes a moment, so it waits for a pause, but never beyond the page itself. */
  function keepSoon(text: Draft): void {
    let soon: number | undefined;
    text.onEdit(() => {
      clearTimeout(soon);
      soon = window.setTimeout(() => keep(text), KEEP_AFTER_TYPING);
    });
    window.addEventListener("pagehide", () => keep(text));
  }

  function keep(text: Draft): void {
    const isKept = text.keep();
    setText(keeping, isKept ? kept : "浏览器没有地方暂存这些文字：刷新或关闭标签页都会丢失，请自行保存。");
    keeping.classList.toggle("is-refused", !isKept);
  }
}
