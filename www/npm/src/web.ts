/**
 * The entry "nianbao/web": the wasm is a file of its own beside this one, which bundlers copy and browsers cache.
 * `ready()` fetches it and must be awaited first.
 */

import * as bindings from "nianbao-core/bindings";
import { withCheckedArguments } from "./core.js";
import { explained } from "./explained.js";

let started = false;
let starting: Promise<void> | undefined;

export function ready(): Promise<void> {
  starting ??= start();
  return starting;
}

const core = withCheckedArguments(() => {
  if (!started) throw new Error("nianbao 尚未就绪：请先 await ready()，再调用其他函数");
  return bindings;
});

export const { validate, rules, form, read, aggregate } = explained(core);

async function start(): Promise<void> {
  const response = await fetch(new URL("./nianbao.wasm", import.meta.url));
  if (!response.ok) throw new Error(`无法取得 nianbao.wasm：服务器答复 ${response.status}`);
  await bindings.default({ module_or_path: await response.arrayBuffer() });
  started = true;
}
