/** The package's default entry: the wasm is inside as base64, so Node, bundlers and browsers take it without any set-up. */

import wasmBase64 from "nianbao-core/wasm";
import { decodeBase64 } from "./base64.js";
import { within } from "./within.js";

// Not packed: a process that has only begun takes longer to unpack it than for all the rest.
export const { ready, validate, rules, form, read, aggregate } = within(() => decodeBase64(wasmBase64));
