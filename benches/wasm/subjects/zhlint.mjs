import { run } from "zhlint/lib/run.js";

export async function load() {
  return { run: (text) => run(text, { rules: { preset: "default" } }) };
}
