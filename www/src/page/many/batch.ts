/** Many reports, read and checked one after another; their texts stay in memory only. */

import type { Engine, Report, ValidateOptions } from "../../engine/index.js";
import { part, type Aside } from "../asides.js";
import { bytesOf } from "../files.js";
import type { NamedFile } from "../dropped-files.js";

/** One file. `report` is null until it is checked, and for good where `refusal` says why it cannot be. */
export interface Item {
  readonly path: string;
  text: string;
  report: Report | null;
  /** The answer without what was set aside. */
  standing: Report | null;
  refusal: string | null;
  asides: readonly Aside[];
}

export interface Batch {
  readonly items: readonly Item[];
  /** How many are still to be read. */
  readonly waiting: number;
  add(files: readonly NamedFile[]): void;
  /** An item that was worked on is checked again. */
  edit(item: Item, text: string, asides: readonly Aside[]): void;
  /** Checks everything again where the options are others than before. */
  refresh(): void;
  clear(): void;
}

/** `changed` is told of every item that has got its answer, and of every item that came or went. */
export function createBatch(engine: Engine, options: () => ValidateOptions, changed: () => void): Batch {
  let items: Item[] = [];
  let queue: { item: Item; file: File | null }[] = [];
  let running = false;
  let checkedWith = "";

  return {
    get items() {
      return items;
    },
    get waiting() {
      return queue.length + (running ? 1 : 0);
    },
    add(files) {
      const known = new Set(items.map(({ path }) => path));
      for (const { path, file } of files) {
        if (known.has(path)) items = items.filter((item) => item.path !== path);
        const item: Item = { path, text: "", report: null, standing: null, refusal: null, asides: [] };
        items.push(item);
        queue.push({ item, file });
      }
      queue = queue.filter(({ item }) => items.indexOf(item) >= 0);
      changed();
      void run();
    },
    edit(item, text, asides) {
      if (item.text === text && asides === item.asides) return;
      item.text = text;
      item.asides = asides;
      item.refusal = null;
      queue.push({ item, file: null });
      void run();
    },
    refresh() {
      if (items.length === 0 || checkedWith === JSON.stringify(options())) return;
      const queued = new Set(queue.map(({ item }) => item));
      for (const item of items) {
        if (item.refusal === null && !queued.has(item)) queue.push({ item, file: null });
      }
      void run();
    },
    clear() {
      items = [];
      queue = [];
      changed();
    },
  };

  async function run(): Promise<void> {
    if (running) return;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      running = true;
      const asked = options();
      checkedWith = JSON.stringify(asked);
      const { item, file } = next;
      try {
        if (file !== null) item.text = await engine.read(await bytesOf(file), file.name);
        const { text, asides } = item;
        item.report = await engine.validate(text, asked);
        item.standing = part(asides, text, item.report).standing;
      } catch (error) {
        item.report = item.standing = null;
        item.refusal = error instanceof Error ? error.message : String(error);
      }
      running = false;
      if (items.indexOf(item) >= 0) changed();
    }
  }
}
