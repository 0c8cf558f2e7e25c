// The core without WebAssembly, for browsers whose policy switches it off together with the compiler of scripts.
//
// binaryen's wasm2js writes the lowered wasm as one function of its imports. That function stands once in the page's
// script, by the name `nianbaoCore`; the worker gets its source from there. Where the bindings say WebAssembly, the
// bundle puts a stand-in (without-wasm-stand-in.js) that calls it: all else is the same as in the usual edition.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { root } from "./bundle.mjs";

const run = promisify(execFile);
const translation = ["--mvp-features", "-Oz"];

/** Gives the core as `bundle` takes it: the bindings' text, and the function as an expression. */
export async function coreWithoutWasm(core) {
  return { ...core, wasm: new Uint8Array(), bindings: mendBindings(await readFile(join(core.folder, "core.js"), "utf8")), plain: await plainCore(core) };
}

/** The translation takes a minute where the core is large, so it is kept beside the wasm that it is of. */
async function plainCore({ folder, wasm }) {
  const file = join(folder, "core.plain.js");
  const mark = `// wasm2js ${translation.join(" ")} of ${createHash("sha256").update(wasm).digest("hex")}\n`;
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept.startsWith(mark)) return kept.slice(mark.length);
  const translated = join(folder, "core.wasm2js.js");
  await run("node", [join(root, "node_modules/binaryen/bin/wasm2js"), ...translation, join(folder, "core.wasm"), "-o", translated]);
  const plain = await asFunction(await readFile(translated, "utf8"));
  await writeFile(file, mark + plain);
  return plain;
}

/** The module that wasm2js writes as one function `imports => exports` that needs nothing around it, made small. */
async function asFunction(module) {
  let body = replaceOnce(module, /^import \* as \$_core_bg_js from .*$/m, "");
  body = replaceOnce(body, /\nvar retasmFunc = [\s\S]*$/, "\nreturn asmFunc(imports);\n");
  // A trap has to be told from a refusal in words, which is an Error too.
  body = replaceOnce(body, "throw new Error('abort')", "throw new RangeError('abort')");
  const { code } = await transform(`nianbaoCore = function (imports) {\n${body}\n};`, { minify: true, charset: "utf8", target: "chrome69" });
  return code.trim().replace(/^nianbaoCore\s*=/, "").replace(/;$/, "");
}

/**
 * When wasm grows its memory the old buffer becomes empty, by which the bindings know that their views of it are
 * out of date. wasm2js leaves the old buffer as it was; unmended, results would silently be blank.
 */
function mendBindings(text) {
  const isOutOfDate = /(cached\w+Memory0)(?:\.byteLength === 0|\.buffer\.detached === true \|\| \(.*?\.buffer !== wasm\.memory\.buffer\))/g;
  const mended = text.replace(isOutOfDate, "$1.buffer !== wasm.memory.buffer");
  const views = mended.match(/new \w+\(wasm\.memory\.buffer\)/g) ?? [];
  const checks = mended.match(/\.buffer !== wasm\.memory\.buffer\)/g) ?? [];
  if (views.length === 0 || views.length !== checks.length) throw new Error(`of ${views.length} views of the core's memory ${checks.length} are renewed`);
  return mended;
}

function replaceOnce(text, pattern, replacement) {
  const parts = text.split(pattern);
  if (parts.length !== 2) throw new Error(`the core's JavaScript has ${parts.length - 1} places that match ${pattern}, not one`);
  return parts.join(replacement);
}
