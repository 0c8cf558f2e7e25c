/** Which rules a search wants. */

import type { RuleInfo } from "../../engine/index.js";

export interface Wanted {
  /** Words between blanks, all of which have to be found. */
  words: string;
  group: string | null;
  severity: string | null;
}

export function matches(rule: RuleInfo, { words, group, severity }: Wanted): boolean {
  if (group !== null && rule.code.split("/")[0] !== group) return false;
  if (severity !== null && rule.severity !== severity) return false;
  const text = `${rule.title}\n${rule.explanation}\n${rule.basis ?? ""}\n${rule.code}`.toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.indexOf(word) >= 0);
}
