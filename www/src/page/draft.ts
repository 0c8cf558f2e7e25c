/**
 * The draft: the textarea, the edits that can be taken back, and the copy that survives a reload.
 *
 * The copy lives in sessionStorage: gone with the tab, as shared computers need it.
 */

import { changedStretch, edited, type Edit } from "./edits.js";
import { History, type Restored } from "./history.js";

const STORAGE_KEY = "nianbao.draft";

export type Keeping = "kept" | "refused";

export class Draft {
  private history: History;
  private readonly listeners: (() => void)[] = [];
  private composing = false;

  constructor(private readonly textarea: HTMLTextAreaElement) {
    this.history = new History(textarea.value);
    textarea.addEventListener("compositionstart", () => { this.composing = true; });
    textarea.addEventListener("compositionend", () => {
      this.composing = false;
      this.history.record(this.text, true);
    });
    textarea.addEventListener("input", (event) => {
      // The letters of pinyin on their way to characters are no step of their own.
      if (!this.composing) this.history.record(this.text, isTyped(event));
      for (const listener of this.listeners) listener();
    });
    this.takeOverUndo();
  }

  get text(): string {
    return this.textarea.value;
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  /** Called after every edit, by hand or not. */
  onEdit(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Brings back the text of before a reload. Where the browser itself has put it back, that stands. */
  restore(): void {
    try {
      const kept = sessionStorage.getItem(STORAGE_KEY);
      if (kept !== null && this.text === "") this.textarea.value = kept;
      this.history = new History(this.text);
    } catch {
      // A page without storage works all the same; `keep` says that nothing is kept.
    }
  }

  /** Keeps the text for a reload; "refused" where the browser has no room or forbids it. */
  keep(): Keeping {
    try {
      const { text } = this;
      if (text === "") sessionStorage.removeItem(STORAGE_KEY);
      else sessionStorage.setItem(STORAGE_KEY, text);
      return "kept";
    } catch {
      this.forget();
      return "refused";
    }
  }

  /** An edit that can be taken back. */
  replace(from: number, to: number, insert: string): void {
    this.textarea.setRangeText(insert, from, to, "end");
    this.textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  replaceAll(text: string): void {
    this.replace(0, this.text.length, text);
    this.textarea.setSelectionRange(0, 0);
    this.textarea.scrollTop = 0;
  }

  /** Makes edits that do not overlap, all of them one step. */
  apply(edits: readonly Edit[]): void {
    const { text } = this;
    const changed = changedStretch(text, edited(text, edits));
    this.replace(changed.from, changed.to, changed.insert);
  }

  undo(): void {
    this.exchange(this.history.undo());
  }

  redo(): void {
    this.exchange(this.history.redo());
  }

  /** Puts the whole text on the clipboard; false where the browser refuses, with the text left selected. */
  copyAll(): boolean {
    const { textarea } = this;
    const { selectionStart, selectionEnd, scrollTop } = textarea;
    textarea.focus();
    textarea.select();
    // navigator.clipboard is missing on plain http.
    const done = document.execCommand("copy");
    if (done) textarea.setSelectionRange(selectionStart, selectionEnd);
    textarea.scrollTop = scrollTop;
    return done;
  }

  /** Selects a place and scrolls it into view. On a phone, where the text is on another tab, it is only selected. */
  select(from: number, to: number): void {
    const { textarea } = this;
    // A textarea scrolls to its caret only when it gains the focus.
    textarea.blur();
    textarea.setSelectionRange(from, from);
    if (textarea.offsetParent === null) {
      textarea.setSelectionRange(from, to);
      return;
    }
    textarea.focus();
    textarea.setSelectionRange(from, to);
  }

  private exchange(restored: Restored | null): void {
    if (restored === null) return;
    this.textarea.value = restored.text;
    this.select(restored.from, restored.to);
    this.textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The keys and the browser's own menu lead to this history. */
  private takeOverUndo(): void {
    this.textarea.addEventListener("keydown", (event) => {
      if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "z" && !event.shiftKey) this.undo();
      else this.redo();
    });
    this.textarea.addEventListener("beforeinput", (event) => {
      if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
      event.preventDefault();
      if (event.inputType === "historyUndo") this.undo();
      else this.redo();
    });
  }

  private forget(): void {
    try {
      sessionStorage.removeItem(STORAGE_KEY);
    } catch {
      // Nothing was kept, so there is nothing to forget.
    }
  }
}

function isTyped(event: Event): boolean {
  return event instanceof InputEvent && /^(?:insertText|insertCompositionText|deleteContent)/.test(event.inputType);
}
