/**
 * The text of a report: the textarea, the edits that can be taken back, and the copy that survives a reload.
 */

import { changedStretch, edited, type Edit } from "./edits.js";
import { History, type Restored } from "./history.js";
import { inTab, keepItem, readItem } from "./storage.js";

export class Draft {
  private history: History;
  private readonly listeners: (() => void)[] = [];
  private composing = false;
  /** The draft, while another text has its place. */
  private aside: { text: string; history: History } | null = null;

  /** `key` is what the copy is kept under. */
  constructor(
    readonly textarea: HTMLTextAreaElement,
    private readonly key: string,
  ) {
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
    const kept = readItem(inTab, this.key);
    if (kept !== null && this.text === "") this.textarea.value = kept;
    this.history = new History(this.text);
  }

  /** Keeps the text for a reload; false where the browser has no room or forbids it. */
  keep(): boolean {
    return keepItem(inTab, this.key, (this.aside ?? this).text);
  }

  /** Puts another text in the draft's place for a while. The draft itself, its history and its copy stay as they are. */
  lend(text: string): void {
    this.aside ??= { text: this.text, history: this.history };
    this.exchangeAll(text, new History(text));
  }

  /** The draft is back as it was; gives the lent text as it has become. */
  takeBack(): string {
    const lent = this.text;
    const { aside } = this;
    this.aside = null;
    if (aside !== null) this.exchangeAll(aside.text, aside.history);
    return lent;
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

  /** Gives what makes all that was done up to now past bringing back, whatever has been done since. */
  forgetUpToNow(): () => void {
    const { history } = this;
    const mark = history.mark();
    return () => history.forgetUntil(mark);
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

  private exchangeAll(text: string, history: History): void {
    this.textarea.value = text;
    this.textarea.setSelectionRange(0, 0);
    this.textarea.scrollTop = 0;
    this.history = history;
    for (const listener of this.listeners) listener();
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
}

function isTyped(event: Event): boolean {
  return event instanceof InputEvent && /^(?:insertText|insertCompositionText|deleteContent)/.test(event.inputType);
}
