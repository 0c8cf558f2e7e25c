// One subject in a process of its own: from nothing to the first answer, and what memory that takes.
//
//   node alone.mjs <bundle> <name of the loader> <file of the text>    prints { milliseconds, megabytes } as JSON

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [bundle, loader, file] = process.argv.slice(2);
const text = await readFile(file, "utf8");
const before = process.memoryUsage.rss();
const start = performance.now();
const { run } = await (await import(pathToFileURL(bundle)))[loader]();
await run(text);
const milliseconds = performance.now() - start;
const megabytes = (process.memoryUsage.rss() - before) / 2 ** 20;
console.log(JSON.stringify({ milliseconds, megabytes }));
process.exit();
