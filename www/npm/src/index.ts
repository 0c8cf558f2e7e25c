/**
 * The package's default entry: the wasm is inside as base64, so Node, bundlers and browsers take it without any set-up.
 * Nothing runs on import.
 */

import * as bindings from "nianbao-core/bindings";
import wasmBase64 from "nianbao-core/wasm";
import { decodeBase64 } from "./base64.js";
import { withCheckedArguments } from "./core.js";

let started = false;
let starting: Promise<void> | undefined;

export function ready(): Promise<void> {
  starting ??= start();
  return starting;
}

export const { validate, rules, form, read, aggregate } = withCheckedArguments(() => {
  if (!started) {
    if (isPage()) throw new Error("nianbao 尚未就绪：在网页里请先 await ready()，再调用其他函数");
    bindings.initSync({ module: decodeBase64(wasmBase64) });
    started = true;
  }
  return bindings;
});

async function start(): Promise<void> {
  if (started) return;
  if (isPage()) {
    await bindings.default({ module_or_path: decodeBase64(wasmBase64) });
  } else {
    bindings.initSync({ module: decodeBase64(wasmBase64) });
  }
  started = true;
}

/** A page's own thread, where old Chromium compiles wasm only asynchronously; not Node, even when a document is simulated there. */
function isPage(): boolean {
  const isNode = typeof process === "object" && typeof process.versions?.node === "string";
  return typeof document !== "undefined" && !isNode;
}
