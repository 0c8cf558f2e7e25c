/** The clipboard, filled where the user asks for it. */

/**
 * Puts text, and the same as HTML where there is some, on the clipboard; false where the browser refuses.
 * `navigator.clipboard` is missing on plain http, while the event of a copying command is there everywhere.
 */
export function copyToClipboard(text: string, html?: string): boolean {
  let done = false;
  const put = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return;
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData.setData("text/plain", text);
    if (html !== undefined) event.clipboardData.setData("text/html", html);
    done = true;
  };
  document.addEventListener("copy", put, true);
  try {
    document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", put, true);
  }
  return done;
}
