// dist/SHA256SUMS: so that whoever was handed a file can tell that it is the one that was released
// (`sha256sum --check SHA256SUMS`; on Windows `certutil -hashfile nianbao.html SHA256`).

import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

const NAME = "SHA256SUMS";

/** Has to come last: it covers every file of the folder. */
export async function writeChecksums(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .filter((file) => file !== NAME)
    .sort();
  const lines = await Promise.all(
    files.map(async (file) => `${createHash("sha256").update(await readFile(join(folder, file))).digest("hex")}  ${file}\n`),
  );
  await writeFile(join(folder, NAME), lines.join(""));
}
