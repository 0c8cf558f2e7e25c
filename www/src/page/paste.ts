/**
 * Pasting from Word, WPS and web pages: the plain text on the clipboard has lost the merged cells of its tables,
 * the HTML beside it has not. It is read by the core and put in as text, never as markup.
 */

import type { Engine } from "../engine/index.js";
import type { Draft } from "./draft.js";

export interface PasteNotes {
  /** The tables were read; `usePlain` puts the plain text in their place. */
  tablesRead(usePlain: () => void): void;
  /** They could not be read, and the plain text went in instead. */
  plainInstead(reason: string): void;
  /** Nothing to say any more: the pasted text has been edited. */
  outdated(): void;
}

export function takeTablesFromPaste(textarea: HTMLTextAreaElement, draft: Draft, engine: Engine, notes: PasteNotes): void {
  textarea.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html") ?? "";
    if (!/<table[\s>]/i.test(html)) return;
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    event.preventDefault();
    void insertTables(html, plain);
  });

  async function insertTables(html: string, plain: string): Promise<void> {
    const before = { text: draft.text, from: textarea.selectionStart, to: textarea.selectionEnd };
    let text = plain;
    let failure: string | null = null;
    try {
      text = await engine.read(new TextEncoder().encode(html), "clipboard.html");
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
    // While the core was reading, the user may have typed on: then the paste goes where the caret is now.
    const same = draft.text === before.text;
    const from = same ? before.from : textarea.selectionStart;
    draft.replace(from, same ? before.to : textarea.selectionEnd, text);
    if (failure !== null) {
      notes.plainInstead(failure);
      return;
    }

    const pasted = draft.text;
    const inserted = pasted.length - before.text.length + (same ? before.to - before.from : 0);
    const whenEdited = (): void => {
      if (draft.text === pasted) return;
      textarea.removeEventListener("input", whenEdited);
      notes.outdated();
    };
    notes.tablesRead(() => {
      textarea.removeEventListener("input", whenEdited);
      draft.replace(from, from + inserted, plain);
    });
    textarea.addEventListener("input", whenEdited);
  }
}
