// Builds what people get from the core that xtask prepared: the page and the npm package.
//
//   node www/build.mjs --core <folder with core.js and core.wasm> --version <of the crate> --out <dist>

import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildPackage } from "./build/package.mjs";
import { buildPage } from "./build/page.mjs";

const { values: flags } = parseArgs({
  options: { core: { type: "string" }, version: { type: "string" }, out: { type: "string" } },
});
const core = { folder: flags.core, wasm: await readFile(join(flags.core, "core.wasm")), version: flags.version };

await mkdir(flags.out, { recursive: true });
await rm(join(flags.out, "npm"), { recursive: true, force: true });
await buildPackage(core, join(flags.out, "npm"));
await buildPage(core, join(flags.out, "nianbao.html"));
