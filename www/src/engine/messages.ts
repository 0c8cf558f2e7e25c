/** What the page and its worker say to each other. */

import type { Unit, ValidateOptions } from "./contract.js";

export type Question =
  | { method: "check"; args: [text: string, options: ValidateOptions | undefined] }
  | { method: "read"; args: [bytes: Uint8Array, fileName: string] }
  | { method: "aggregate"; args: [county: string, units: Unit[]] }
  | { method: "rules"; args: [explanations: string] }
  | { method: "form"; args: [] };

/** From the page. The first message brings the wasm, every later one a question. */
export type ToWorker = { kind: "start"; packedWasm: string } | { kind: "ask"; id: number; question: Question };

export type ToPage =
  | { kind: "started" }
  | { kind: "notStarted"; reason: string }
  | { kind: "answer"; id: number; value: unknown }
  /** The core refused, in words; it works on. */
  | { kind: "refusal"; id: number; message: string }
  /** The core broke down and must not be asked again. */
  | { kind: "breakdown"; id: number; reason: string };
