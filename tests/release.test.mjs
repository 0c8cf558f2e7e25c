// What a release brings beside the program: checksums of all its files, licences of all that it carries with it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
const read = (file) => readFile(join(dist, file), "utf8");

test("SHA256SUMS names every file of the release with its checksum", async () => {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"));
  const listed = new Map((await read("SHA256SUMS")).trim().split("\n").map((line) => line.split("  ").reverse()));
  assert.deepEqual([...listed.keys()].sort(), files.filter((file) => file !== "SHA256SUMS").sort());
  for (const [file, sum] of listed) {
    assert.equal(createHash("sha256").update(await readFile(join(dist, file))).digest("hex"), sum, file);
  }
});

test("THIRD-PARTY.txt names every crate that cargo links into the wasm, and stands in the pages and the package too", async () => {
  const text = await read("npm/THIRD-PARTY.txt");
  const tree = execFileSync(
    process.env.CARGO ?? "cargo",
    ["tree", "--package", "nianbao", "--no-default-features", "--locked", "--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"],
    { cwd: root, encoding: "utf8" },
  );
  const crates = new Set(tree.trim().split("\n").map((line) => line.split(" ").slice(0, 2).join(" ").replace(" v", " ")));
  const linked = [...crates].filter((crate) => !crate.startsWith("nianbao "));
  assert.ok(linked.length > 3, tree);
  const lines = text.split("\n");
  for (const crate of linked) assert.ok(lines.includes(crate), `${crate} is not in THIRD-PARTY.txt`);
  assert.match(text, /^Rust's standard library \d/m);
  // The edition without WebAssembly has lines of binaryen's in it besides; the file beside the pages is for both.
  const all = await read("THIRD-PARTY.txt");
  assert.ok(all.startsWith(text.trimEnd()));
  assert.match(all.slice(text.length), /^binaryen \d/m);
  // Each part ends with terms, not with names alone.
  for (const part of all.split(/\n-{72}\n/)) assert.match(part, /without warranty|"AS IS"/i);
  assert.ok((await read("nianbao-compat.html")).includes(all));
  assert.ok((await read("nianbao.html")).includes(text));
});
