/**
 * Pasting from Word, WPS and web pages: the plain text on the clipboard has lost the merged cells of its tables,
 * the HTML beside it has not. It is read by the core and put in as text, never as markup.
 */

import { button, isWriting } from "./dom.js";
import type { Draft } from "./draft.js";
import type { Page } from "./page.js";
import { DESK } from "./views.js";

/** Takes what is pasted into a text: tables with their merged cells, and files. */
export function takePastes(draft: Draft, page: Page): void {
  const { engine, notices } = page;
  const { textarea } = draft;
  textarea.addEventListener("paste", take);
  // Before there is a text, a paste anywhere on the page can only mean it.
  document.addEventListener("paste", (event) => {
    if (event.defaultPrevented || isWriting(event.target) || page.shownText !== draft || draft.text !== "" || page.views.shown !== DESK) return;
    take(event);
    if (event.defaultPrevented) return;
    event.preventDefault();
    draft.replace(0, 0, event.clipboardData?.getData("text/plain") ?? "");
    page.checkNow();
  });

  function take(event: ClipboardEvent): void {
    const html = event.clipboardData?.getData("text/html") ?? "";
    const file = event.clipboardData?.files[0];
    if (file !== undefined && event.clipboardData?.types.indexOf("text/plain") === -1) {
      // A file copied in the file manager. What Word copies brings pictures too, beside its text.
      event.preventDefault();
      void page.files.read(file, draft);
      return;
    }
    if (!/<table[\s>]/i.test(html)) return;
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    event.preventDefault();
    void insertTables(html, plain);
  }

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
    const to = same ? before.to : textarea.selectionEnd;
    const length = draft.text.length;
    draft.replace(from, to, text);
    if (failure !== null) {
      notices.sayUntilEdited(`没能按表格读取，已改为纯文本粘贴。${failure}`);
      return;
    }
    const end = to + draft.text.length - length;
    notices.sayUntilEdited("已按表格读取粘贴内容。", button({ class: "quiet" }, () => draft.replace(from, end, plain), "改为纯文本"));
  }
}
