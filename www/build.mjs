// Builds what people get from the core that xtask prepared: the page, its edition without WebAssembly, and the npm package.
//
//   node www/build.mjs --core <folder with core.js and core.wasm> --version <of the crate> --out <dist>

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { writeChecksums } from "./build/checksums.mjs";
import { buildPackage } from "./build/package.mjs";
import { buildPage } from "./build/page.mjs";
import { thirdParty } from "./build/third-party.mjs";
import { coreWithoutWasm } from "./build/without-wasm.mjs";

const { values: flags } = parseArgs({
  options: { core: { type: "string" }, version: { type: "string" }, out: { type: "string" } },
});
const core = { folder: flags.core, wasm: await readFile(join(flags.core, "core.wasm")), version: flags.version };
const licences = await thirdParty();

await mkdir(flags.out, { recursive: true });
await rm(join(flags.out, "npm"), { recursive: true, force: true });
await writeFile(join(flags.out, "THIRD-PARTY.txt"), licences.all);
await buildPackage(core, licences.usual, join(flags.out, "npm"));
const page = join(flags.out, "nianbao.html");
await buildPage(core, licences.usual, page);
await buildPage(await coreWithoutWasm(core), licences.all, join(flags.out, "nianbao-compat.html"));
await writeChecksums(flags.out);
await holdToSize(page);

/** The page goes over slow lines and by e-mail: 1.2 MB, and 450 KB compressed, are what it may weigh. */
async function holdToSize(file) {
  const bytes = await readFile(file);
  const [raw, compressed] = [bytes.length, gzipSync(bytes, { level: 9 }).length];
  const sizes = `the page weighs ${Math.round(raw / 1000)} KB of at most 1200, compressed ${Math.round(compressed / 1000)} KB of at most 450`;
  if (raw > 1_200_000 || compressed > 450_000) throw new Error(sizes);
  console.log(sizes);
}
