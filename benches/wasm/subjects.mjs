// What is measured, each bundled into a script of its own that Node and Chromium both take.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "../../www/build/bundle.mjs";

/** `load` is the name of the export that gives `run`; `peer` is a checker of others that lints Chinese text or any. */
export const subjects = [
  { id: "nianbao", name: "nianbao, from text to plain objects", file: "nianbao", load: "load" },
  { id: "check", name: "nianbao, the check itself", file: "nianbao-parts", load: "loadCheck" },
  { id: "handing", name: "nianbao, handing over the report", file: "nianbao-parts", load: "loadHandingOver" },
  { id: "copy", name: "floor: the text copied into wasm, its UTF-8 validated", file: "floor", load: "loadCopy" },
  { id: "empty", name: "floor: an empty call", file: "floor", load: "loadEmptyCall" },
  { id: "autocorrect", name: "AutoCorrect", package: "@huacnlee/autocorrect", file: "autocorrect", load: "load" },
  { id: "zhlint", name: "zhlint", package: "zhlint", file: "zhlint", load: "load" },
  { id: "textlint", name: "textlint, one rule for Chinese", package: "@textlint/kernel", file: "textlint", load: "load" },
  { id: "harper", name: "harper.js, English", package: "harper.js", file: "harper", load: "load" },
];

/** Those that stand on their own: no part, no floor. */
export const whole = subjects.filter((subject) => subject.id === "nianbao" || subject.package);

/** Writes each bundle as a module for Node and as a script for Chromium: `<file>.mjs`, `<file>.js`. */
export async function bundleAll(core, folder) {
  await mkdir(folder, { recursive: true });
  for (const file of new Set(subjects.map((subject) => subject.file))) {
    const entry = `../benches/wasm/subjects/${file}.mjs`;
    const bundled = (options) =>
      bundle(entry, core, {
        esbuild: {
          platform: "browser",
          // What runs in a worker needs no document, which Node has not.
          conditions: ["worker"],
          target: "es2022",
          loader: { ".wasm": "binary" },
          alias: { "node:assert": join(import.meta.dirname, "subjects/assert.mjs") },
          external: ["fs", "console"],
          nodePaths: [join(import.meta.dirname, "../peers/node_modules")],
          define: { NIANBAO_VERSION: JSON.stringify(core.version), "process.env.NODE_ENV": '"production"' },
          logLevel: "error",
          ...options,
        },
      });
    await writeFile(join(folder, `${file}.mjs`), await bundled({ format: "esm" }));
    await writeFile(join(folder, `${file}.js`), await bundled({ format: "iife", globalName: `subject_${file.replace("-", "_")}` }));
  }
}
