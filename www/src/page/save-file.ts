/** Saves a file that the page made: without a server and on plain http, by a link that is clicked for the user. */

import { el } from "./dom.js";

/** Text for programs that read a file without a byte order mark in the system's old encoding, and know only Windows' line ends. */
export function saveText(name: string, text: string, type = "text/plain"): void {
  saveFile(name, new Blob(["\ufeff", text.replace(/\r?\n/g, "\r\n")], { type: `${type};charset=utf-8` }));
}

export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = el("a", { href: url, download: fileName(name) });
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  // The browser takes the content a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Without what Windows refuses in a name, and not longer than it takes. */
function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\s]+/g, " ").trim().slice(0, 120);
}
