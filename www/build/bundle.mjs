// esbuild, set up as every bundle here needs it.

import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { compress, init as startZstd } from "@bokuweb/zstd-wasm";
import { build } from "esbuild";

export const root = join(import.meta.dirname, "..");

/** Bundles one entry with the core behind the names that www/npm/src/modules.d.ts declares; gives the script. */
export async function bundle(entry, core, options) {
  const [file] = await bundleFiles([entry], core, options);
  return file.text;
}

/** Bundles several entries; gives the files that esbuild would write. */
export async function bundleFiles(entries, core, options) {
  const result = await build({
    entryPoints: entries.map((entry) => (typeof entry === "string" ? join(root, entry) : { ...entry, in: join(root, entry.in) })),
    bundle: true,
    write: false,
    charset: "utf8",
    legalComments: "none",
    target: "chrome69",
    loader: { ".css": "text" },
    logLevel: "warning",
    define: { NIANBAO_VERSION: JSON.stringify(core.version) },
    plugins: [provide(core, options)],
    ...(core.plain && { inject: [join(root, "build/without-wasm-stand-in.js")] }),
    ...options.esbuild,
  });
  return result.outputFiles;
}

function provide(core, { workerSource, engine }) {
  return {
    name: "nianbao",
    setup(build) {
      build.onResolve({ filter: /^nianbao-core\/bindings$/ }, () => ({ path: join(core.folder, "core.js") }));
      build.onResolve({ filter: /^nianbao-(core\/((packed-)?wasm|explanations)|page\/worker)$/ }, ({ path }) => ({ path, namespace: "nianbao" }));
      if (core.bindings) build.onLoad({ filter: /[\\/]core\.js$/ }, ({ path }) => (path === join(core.folder, "core.js") ? { contents: core.bindings } : null));
      build.onLoad({ filter: /\/wasm$/, namespace: "nianbao" }, () => ({ contents: core.wasm, loader: "base64" }));
      build.onLoad({ filter: /packed-wasm$/, namespace: "nianbao" }, async () => ({ contents: await packed(core.wasm), loader: "base64" }));
      build.onLoad({ filter: /explanations$/, namespace: "nianbao" }, async () => ({ contents: await explanations(), loader: "base64" }));
      build.onLoad({ filter: /worker$/, namespace: "nianbao" }, () => workerModule(workerSource, engine));
      if (!engine) return;
      build.onResolve({ filter: /^\.\/core\.js$/ }, ({ importer }) => (/[\\/]engine[\\/]\w+\.ts$/.test(importer) ? { path: "engine", namespace: "nianbao" } : null));
      build.onLoad({ filter: /^engine$/, namespace: "nianbao" }, () => ({ contents: `export const { startCore, ask } = ${engine.name}();` }));
    },
  };
}

/** The rules' Markdown, each with its code before it, which is its file's path; deflated, since a script is parsed whole before it runs. */
async function explanations() {
  const rules = join(root, "../src/rules");
  const files = (await readdir(rules, { recursive: true })).filter((file) => file.endsWith(".md") && dirname(file) !== ".").sort();
  const explained = files.map(async (file) => {
    const code = file.replace(/\.md$/, "").replace(/\\/g, "/").replace(/_/g, "-");
    return `${code}\n${await readFile(join(rules, file), "utf8")}`;
  });
  return deflateRawSync((await Promise.all(explained)).join("\0"), { level: 9 });
}

/** The worker's script as text; what the page has as functions it begins with, read off the page's own copies. */
function workerModule(workerSource, engine) {
  const copies = (engine?.functions ?? []).map((name) => `"var ${name}=" + ${name} + ";" + `);
  return { contents: `export default ${copies.join("")}${JSON.stringify(workerSource)};` };
}

/**
 * src/engine/core.ts as a function that stands once in a page and serves both its own thread and its worker: `script`
 * defines it, and the core's function before it in the edition without WebAssembly.
 */
export async function sharedEngine(core) {
  const exports = "nianbaoExports";
  const script = await bundle("src/engine/core.ts", core, { esbuild: { format: "iife", minify: true, globalName: exports } });
  const plain = core.plain ? `var nianbaoCore=${core.plain};` : "";
  return {
    name: "nianbaoEngine",
    functions: core.plain ? ["nianbaoCore", "nianbaoEngine"] : ["nianbaoEngine"],
    script: `${plain}var nianbaoEngine=function(){${script}return ${exports}};`,
  };
}

// A sixth smaller than deflated, and unpacked as fast. It takes seconds, and several bundles carry the same.
const STRONGEST = 22;
const packedOnce = new Map();

function packed(wasm) {
  if (wasm.length === 0) return wasm;
  if (!packedOnce.has(wasm)) packedOnce.set(wasm, startZstd().then(() => compress(wasm, STRONGEST)));
  return packedOnce.get(wasm);
}
