/**
 * The core that starts at the first call, with the wasm that the script has in itself: Node, bundlers and browsers take it
 * without any set-up. Nothing starts on import.
 */

import * as bindings from "nianbao-core/bindings";
import { withCheckedArguments } from "./core.js";
import { explained } from "./explained.js";

/** The package's functions over the core that `wasm` gives. */
export function within(wasm: () => Uint8Array<ArrayBuffer>) {
  let started = false;
  let starting: Promise<void> | undefined;

  async function start(): Promise<void> {
    if (started) return;
    if (isPage()) {
      await bindings.default({ module_or_path: wasm() });
    } else {
      bindings.initSync({ module: wasm() });
    }
    started = true;
  }

  const core = withCheckedArguments(() => {
    if (!started) {
      if (isPage()) throw new Error("nianbao 尚未就绪：在网页里请先 await ready()，再调用其他函数");
      bindings.initSync({ module: wasm() });
      started = true;
    }
    return bindings;
  });
  return {
    ready() {
      starting ??= start();
      return starting;
    },
    ...explained(core),
  };
}

/** A page's own thread, where old Chromium compiles wasm only asynchronously; not Node, even when a document is simulated there. */
function isPage(): boolean {
  const isNode = typeof process === "object" && typeof process.versions?.node === "string";
  return typeof document !== "undefined" && !isNode;
}
