// What a call of nianbao consists of.

import * as bindings from "nianbao-core/bindings";
import wasmBase64 from "nianbao-core/wasm";
import { decodeBase64 } from "../../../www/npm/src/base64.ts";
import { toReport } from "../../../www/npm/src/answer.ts";

function core() {
  return bindings.default({ module_or_path: decodeBase64(wasmBase64) });
}

/** The check itself; its report stays in the core. */
export async function loadCheck() {
  await core();
  return { run: (text) => bindings.validate(text, undefined).free() };
}

/** The handing over of a report that lies ready. */
export async function loadHandingOver() {
  await core();
  return { prepare: (text) => bindings.validate(text, undefined), run: toReport };
}
