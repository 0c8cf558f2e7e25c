// Builds what people get from the core that xtask prepared: the page and the npm package.
//
//   node www/build.mjs --core <folder with core.js and core.wasm> --version <of the crate> --out <dist>

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeChecksums } from "./build/checksums.mjs";
import { buildPackage } from "./build/package.mjs";
import { buildPage } from "./build/page.mjs";
import { thirdParty } from "./build/third-party.mjs";

const { values: flags } = parseArgs({
  options: { core: { type: "string" }, version: { type: "string" }, out: { type: "string" } },
});
const core = { folder: flags.core, wasm: await readFile(join(flags.core, "core.wasm")), version: flags.version };
const licences = await thirdParty();

await mkdir(flags.out, { recursive: true });
await rm(join(flags.out, "npm"), { recursive: true, force: true });
await writeFile(join(flags.out, "THIRD-PARTY.txt"), licences);
await buildPackage(core, licences, join(flags.out, "npm"));
await buildPage(core, licences, join(flags.out, "nianbao.html"));
await writeChecksums(flags.out);
