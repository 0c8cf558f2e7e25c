/** Puts something on the clipboard: on plain http there is no other way than the copy event of the old command. */

export interface Copied {
  text: string;
  /** The same for programs that take more than text. */
  html?: string;
}

/** Has to be called while a click or a key is being answered; false where the browser refuses. */
export function copy({ text, html }: Copied): boolean {
  let done = false;
  const give = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData("text/plain", text);
    if (html !== undefined) event.clipboardData.setData("text/html", html);
    done = true;
  };
  // The first to hear of it, whatever holds the selection.
  window.addEventListener("copy", give, true);
  const accepted = document.execCommand("copy");
  window.removeEventListener("copy", give, true);
  return accepted && done;
}
