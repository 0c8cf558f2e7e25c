// dist/npm: the package as it would be published.

import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bundle, bundleFiles, root } from "./bundle.mjs";

const MODULES = [
  { in: "npm/src/index.ts", out: "index" },
  { in: "src/editor/index.ts", out: "editor" },
  { in: "src/element/index.ts", out: "element" },
  { in: "src/adapters/index.ts", out: "adapters" },
];
const TYPES = ["index.d.ts", "editor.d.ts", "element.d.ts", "adapters.d.ts"];

export async function buildPackage(core, licences, out) {
  await mkdir(out, { recursive: true });
  const small = { platform: "neutral", minifySyntax: true, minifyWhitespace: true };
  const workerSource = await bundle("src/engine/worker.ts", core, { esbuild: { format: "iife", minify: true } });
  const script = (entry, format, more) => bundle(entry, core, { workerSource, esbuild: { format, ...small, ...more } });

  // The modules share what they have in common.
  const modules = await bundleFiles(MODULES, core, {
    workerSource,
    esbuild: { format: "esm", splitting: true, outdir: out, chunkNames: "shared/[name]-[hash]", ...small },
  });
  for (const { path, contents } of modules) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  await writeFile(join(out, "index.cjs"), await script("npm/src/index.ts", "cjs"));
  // For a script tag: window.nianbao.
  await writeFile(join(out, "nianbao.iife.js"), await script("npm/src/script.ts", "iife", { globalName: "nianbao", minify: true }));
  // import.meta is how this entry finds its wasm; nothing older than modules in workers and bundlers reads it anyway.
  await writeFile(join(out, "web.js"), await script("npm/src/web.ts", "esm"));
  await writeFile(join(out, "nianbao.wasm"), core.wasm);

  const manifest = JSON.parse(await readFile(join(root, "npm/package.json"), "utf8"));
  manifest.version = core.version;
  await writeFile(join(out, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const types of TYPES) await copyFile(join(root, "npm", types), join(out, types));
  await copyFile(join(root, "npm/index.d.ts"), join(out, "index.d.cts"));
  await copyFile(join(root, "npm/README.md"), join(out, "README.md"));
  await writeFile(join(out, "THIRD-PARTY.txt"), licences);
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) await copyFile(join(root, "..", licence), join(out, licence));
}
