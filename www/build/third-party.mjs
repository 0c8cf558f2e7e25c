// The licences of what the page and the package carry with them: the crates that are linked into the wasm, Rust's own
// library, the few lines that esbuild and binaryen's wasm2js add to scripts, and what unpacks the wasm in the page. Macros and tools leave nothing of themselves behind.
//
// Where a work may be used under the MIT licence, it is; any other has its licences in full. Written from what cargo
// itself says and from the files that the crates bring, so that nothing has to be kept up by hand.

import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { root } from "./bundle.mjs";

const TARGET = "wasm32-unknown-unknown";

/** The text of THIRD-PARTY.txt for the page and the package, and for all editions, also the one that binaryen wrote JavaScript for. */
export async function thirdParty() {
  const usual = [...(await crates()), await rustItself(), await packageOfNpm("esbuild", "LICENSE.md"), await packageOfNpm("fzstd", "LICENSE")];
  const binaryen = await packageOfNpm("binaryen", "LICENSE");
  return { usual: inWords(usual), all: inWords([...usual, { ...binaryen, name: `${binaryen.name}, the lines that its wasm2js adds to the edition without WebAssembly` }]) };
}

function inWords(works) {
  const byTerms = new Map();
  for (const { name, licence } of works) {
    const { terms, copyright } = parts(licence);
    const known = byTerms.get(terms) ?? { names: [], copyrights: [] };
    known.names.push(name);
    known.copyrights.push(...copyright);
    byTerms.set(terms, known);
  }
  const sections = [...byTerms].map(([terms, { names, copyrights }]) =>
    [names.join("\n"), [...new Set(copyrights)].join("\n"), terms].filter((part) => part !== "").join("\n\n"),
  );
  return `nianbao carries the following with it, under the licences given.\n\n${sections.join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
}

/** Name, version and licence of every crate that is linked into the wasm. */
async function crates() {
  const told = execFileSync(process.env.CARGO ?? "cargo", ["metadata", "--format-version", "1", "--locked", "--no-default-features", "--filter-platform", TARGET], {
    cwd: join(root, ".."),
    maxBuffer: 64 << 20,
    encoding: "utf8",
  });
  const { packages, resolve, workspace_members: members } = JSON.parse(told);
  const known = new Map(packages.map((one) => [one.id, one]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const linked = new Set();
  const visit = (id) => {
    const isMacro = known.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));
    if (linked.has(id) || isMacro) return;
    linked.add(id);
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) if (kinds.some(({ kind }) => kind === null)) visit(pkg);
  };
  visit(members.find((id) => known.get(id).name === "nianbao"));
  const others = [...linked].filter((id) => !members.includes(id)).map((id) => known.get(id));
  others.sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(others.map(async (one) => ({ name: `${one.name} ${one.version}`, licence: await licenceOf(one) })));
}

async function licenceOf({ name, license, manifest_path: manifest }) {
  const folder = dirname(manifest);
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|copying|unlicense)/i.test(file));
  const mayBeMit = /\bMIT\b/.test(license);
  const isWholly = mayBeMit && !/\bAND\b/.test(license);
  const other = mayBeMit ? files.filter((file) => !/apache/i.test(file)) : files;
  const chosen = isWholly ? files.filter((file) => /mit/i.test(file)).concat(files).slice(0, 1) : other;
  if (chosen.length === 0) throw new Error(`${name} (${license}) brings no licence that could be given on`);
  const texts = await Promise.all(chosen.map((file) => readFile(join(folder, file), "utf8")));
  return texts.join("\n\n");
}

/** The library that rustc links in, with what it contains in turn, all under the same terms. */
async function rustItself() {
  const version = execFileSync(process.env.RUSTC ?? "rustc", ["--version"], { encoding: "utf8" }).split(" ")[1];
  const { terms } = parts(await readFile(join(root, "../LICENSE-MIT"), "utf8"));
  return { name: `Rust's standard library ${version}`, licence: `Copyright (c) The Rust Project Contributors\n\n${terms}` };
}

async function packageOfNpm(name, licence) {
  const folder = join(root, "node_modules", name);
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return { name: `${name} ${version}`, licence: await readFile(join(folder, licence), "utf8") };
}

/** A licence's terms, in one spelling of its blanks, and the lines that say whose work it is. */
function parts(licence) {
  const lines = licence.replace(/\r/g, "").split("\n").map((line) => line.trim());
  const isCopyright = (line) => /^copyright\b/i.test(line);
  const isTitle = (line) => /^(?:the )?mit license(?: \(mit\))?$/i.test(line);
  const rest = lines.filter((line) => !isCopyright(line) && !isTitle(line)).join("\n");
  const paragraphs = rest.split(/\n{2,}/).map((paragraph) => paragraph.replace(/\s+/g, " ").trim());
  return { terms: paragraphs.filter((paragraph) => paragraph !== "").join("\n\n"), copyright: lines.filter(isCopyright) };
}
