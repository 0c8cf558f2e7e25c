// Measures the built core in Node and in Chromium, beside the floor and other checkers of text, all in one run.
//
//   npm run bench [-- --reports <folder>] [-- --quick]
//
// Without a folder the reports are the corpus's, and the answers are written to BENCHMARKS.md; with one they are only
// shown. --quick leaves out growth, Chromium and the file. The core must have been built (cargo xtask build).

import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { root } from "../../tests/browser/packages.mjs";
import { measureInChromium } from "./chromium.mjs";
import { times } from "./clock.mjs";
import { bundleAll, subjects, whole } from "./subjects.mjs";
import { grown, reports } from "./texts.mjs";
import { table } from "./table.mjs";

const run = promisify(execFile);
const sizes = [10 << 10, 100 << 10, 1 << 20, 10 << 20];
const patience = 60_000;
const { values: flags } = parseArgs({ options: { reports: { type: "string" }, quick: { type: "boolean" } } });

const busy = loadavg()[0];
const peers = join(import.meta.dirname, "../peers");
await stat(join(peers, "node_modules")).catch(() => execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: peers, stdio: "inherit" }));

const folder = join(resolve(root, process.env.CARGO_TARGET_DIR ?? "target"), "core");
const wasm = await readFile(join(folder, "core.wasm"));
const bundles = await mkdtemp(join(tmpdir(), "nianbao-bench-"));
await bundleAll({ folder, wasm, version: "0" }, bundles);
const texts = await reports(flags.reports);
const parts = [];

/** Shows a part at once and keeps it for the file. */
function tell(title, remark, head, rows) {
  const part = `## ${title}\n\n${remark}\n\n${table(head, rows)}`;
  console.log(`${part}\n`);
  parts.push(part);
}

const inMilliseconds = (value) => (value < 0.1 ? value.toFixed(4) : value < 10 ? value.toFixed(2) : value.toFixed(0));

function tellTimes(title, remark, answers) {
  const head = ["ms", ...texts.map(([name, text]) => `${name} (${(Buffer.byteLength(text) / 1000).toFixed(1)} kB)`)];
  const peer = subjects.findIndex((subject) => subject.id === "autocorrect");
  const row = (name, of) => [name, ...answers.map(of)];
  const rows = subjects.map((subject, index) => row(subject.name, (of) => inMilliseconds(of[index])));
  for (const id of ["check", "nianbao"]) {
    const index = subjects.findIndex((subject) => subject.id === id);
    rows.push(row(`${subjects[index].name}, in parts of AutoCorrect`, (of) => (of[index] / of[peer]).toFixed(2)));
  }
  tell(title, remark, head, rows);
}

const loaded = [];
for (const { file, load } of subjects) loaded.push(await (await import(pathToFileURL(join(bundles, `${file}.mjs`))))[load]());
const inNode = [];
for (const [, text] of texts) inNode.push(await times(loaded, text, { rounds: 25, atLeast: 2 }));
tellTimes("A warm check in Node", "Calls that take turns, everything on; the time that a tenth of them stay below.", inNode);

const alone = (subject, file) =>
  run(process.execPath, [join(import.meta.dirname, "alone.mjs"), join(bundles, `${subject.file}.mjs`), subject.load, file], { timeout: patience })
    .then(({ stdout }) => JSON.parse(stdout), () => null);

const first = join(bundles, "first.txt");
await writeFile(first, texts[0][1]);
const cold = [];
for (const subject of whole) {
  const runs = [];
  for (let i = 0; i < 7; i++) runs.push(await alone(subject, first));
  const [median] = runs.filter(Boolean).sort((a, b) => a.milliseconds - b.milliseconds).slice(3);
  const { size } = await stat(join(bundles, `${subject.file}.mjs`));
  cold.push([subject.name, (size / 1000).toFixed(0), median ? median.milliseconds.toFixed(0) : "–", median ? median.megabytes.toFixed(0) : "–"]);
}
tell("A cold start", "From the import to the first answer in a process of its own, the median of seven; the memory is what the process grew by.", ["", "script, kB", "ms", "MB"], cold);

if (!flags.quick) {
  const rows = [];
  for (const subject of whole) {
    const times = [];
    for (const bytes of sizes) {
      const file = join(bundles, "grown.txt");
      await writeFile(file, await grown(bytes));
      times.push(times.includes(null) ? null : await alone(subject, file));
    }
    const [, , one, ten] = times;
    const ratio = one && ten ? (ten.milliseconds / one.milliseconds).toFixed(1) : "–";
    rows.push([subject.name, ...times.map((t) => (t ? `${t.milliseconds.toFixed(0)} ms, ${t.megabytes.toFixed(0)} MB` : `fails, or takes over ${patience / 1000} s`)), ratio]);
  }
  tell("Growth", "One report whose prose grows, each in a process of its own, its start included.", ["", "10 KB", "100 KB", "1 MB", "10 MB", "10 MB : 1 MB"], rows);

  const { version, answers } = await measureInChromium(subjects, bundles, texts.map(([, text]) => text), { rounds: 9, atLeast: 20 });
  tellTimes("A warm check in Chromium", `${version}, on a page's own thread.`, answers);
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(0);
tell("Size", "The core as it ships, every rule and reader in it.", ["", "kB"], [["wasm", kilobytes(wasm.length)], ["wasm, gzip", kilobytes(gzipSync(wasm, { level: 9 }).length)]]);

await rm(bundles, { recursive: true });
if (!flags.quick && !flags.reports) {
  const machine = `Node ${process.version} on ${cpus()[0].model.trim()}, ${cpus().length} cores, a load of ${busy.toFixed(0)} when it began.`;
  const head = `# Benchmarks\n\nWritten by \`npm run bench\` in \`www\`; the reports are invented ones of tests/corpus. Times of one run are to be held against each other, not against those of another machine.\n\n${machine}`;
  await writeFile(join(root, "BENCHMARKS.md"), `${[head, ...parts].join("\n\n")}\n`);
}
process.exit();
