// Checks English; here as the largest checker that runs in a browser.

import { LocalLinter } from "harper.js";
import { slimBinaryInlined } from "harper.js/slimBinaryInlined";

export async function load() {
  const linter = new LocalLinter({ binary: slimBinaryInlined });
  await linter.setup();
  return { run: (text) => linter.lint(text) };
}
