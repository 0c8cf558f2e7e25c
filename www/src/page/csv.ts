/** Tables as files that Excel and WPS open by double click. */

import { saveText } from "./save-file.js";

export type CsvLine = readonly (string | number | null)[];

export function saveCsv(name: string, lines: readonly CsvLine[]): void {
  saveText(`${name}.csv`, lines.map((line) => `${line.map(field).join(",")}\n`).join(""), "text/csv");
}

function field(value: string | number | null): string {
  if (value === null) return "";
  const words = typeof value === "number" ? String(value) : harmless(value);
  return /[",\r\n]/.test(words) ? `"${words.replace(/"/g, '""')}"` : words;
}

/** What a spreadsheet would run as a formula is marked as words; a plain figure is none. */
function harmless(words: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(words) && !/^-?\d+(?:\.\d+)?$/.test(words) ? `'${words}` : words;
}
