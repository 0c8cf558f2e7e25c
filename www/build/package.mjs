// dist/npm: the package as it would be published.

import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle, root } from "./bundle.mjs";

export async function buildPackage(core, out) {
  await mkdir(out, { recursive: true });
  const script = (entry, format) =>
    bundle(entry, core, { esbuild: { format, platform: "neutral", minifySyntax: true, minifyWhitespace: true } });
  await writeFile(join(out, "index.js"), await script("npm/src/index.ts", "esm"));
  await writeFile(join(out, "index.cjs"), await script("npm/src/index.ts", "cjs"));
  // import.meta is how this entry finds its wasm; nothing older than modules in workers and bundlers reads it anyway.
  await writeFile(join(out, "web.js"), await script("npm/src/web.ts", "esm"));
  await writeFile(join(out, "nianbao.wasm"), core.wasm);

  const manifest = JSON.parse(await readFile(join(root, "npm/package.json"), "utf8"));
  manifest.version = core.version;
  await writeFile(join(out, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await copyFile(join(root, "npm/index.d.ts"), join(out, "index.d.ts"));
  await copyFile(join(root, "npm/index.d.ts"), join(out, "index.d.cts"));
  await copyFile(join(root, "npm/README.md"), join(out, "README.md"));
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) await copyFile(join(root, "..", licence), join(out, licence));
}
