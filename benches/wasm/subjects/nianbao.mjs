// The whole of it: from a text to plain objects.

import { ready, validate } from "../../../www/npm/src/index.ts";

export async function load() {
  await ready();
  return { run: (text) => validate(text).diagnostics.length };
}
