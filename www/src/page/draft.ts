/**
 * The draft: the textarea, the edits that Ctrl+Z can take back, and the copy that survives a reload.
 *
 * The copy lives in sessionStorage: gone with the tab, as shared computers need it.
 */

import { changedStretch, edited, type Edit } from "./edits.js";

const STORAGE_KEY = "nianbao.draft";

export type Keeping = "kept" | "refused";

export class Draft {
  constructor(private readonly textarea: HTMLTextAreaElement) {}

  get text(): string {
    return this.textarea.value;
  }

  /** Brings back the text of before a reload. Where the browser itself has put it back, that stands. */
  restore(): void {
    try {
      const kept = sessionStorage.getItem(STORAGE_KEY);
      if (kept !== null && this.text === "") this.textarea.value = kept;
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

  /** An edit that Ctrl+Z takes back. */
  replace(from: number, to: number, insert: string): void {
    this.textarea.focus();
    this.textarea.setSelectionRange(from, to);
    // The only way to edit a textarea that the browser's own undo knows; obsolete in name, present everywhere.
    const done = document.execCommand(insert === "" ? "delete" : "insertText", false, insert);
    if (done || from === to && insert === "") return;
    this.textarea.setRangeText(insert, from, to, "end");
    this.textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  replaceAll(text: string): void {
    this.replace(0, this.text.length, text);
    this.textarea.setSelectionRange(0, 0);
    this.textarea.scrollTop = 0;
  }

  /** Makes edits that do not overlap, all of them one step for Ctrl+Z. */
  apply(edits: readonly Edit[]): void {
    const { text } = this;
    const changed = changedStretch(text, edited(text, edits));
    this.replace(changed.from, changed.to, changed.insert);
  }

  undo(): void {
    this.textarea.focus();
    document.execCommand("undo");
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

  private forget(): void {
    try {
      sessionStorage.removeItem(STORAGE_KEY);
    } catch {
      // Nothing was kept, so there is nothing to forget.
    }
  }
}
