/** The script-tag bundle: all of the package as window.nianbao, and <nianbao-check> at once, for pages that know no modules. */

import packedWasm from "nianbao-core/packed-wasm";
import { defineElement } from "../../src/element/index.js";
import { unpack } from "./packed.js";
import { within } from "./within.js";

export * from "../../src/editor/index.js";
export * from "../../src/adapters/index.js";
// Started with the wasm that the worker is sent: the script has it once.
export const { ready, validate, rules, form, read, aggregate } = within(() => unpack(packedWasm));

defineElement();
