/** The core on the thread it is started on; the worker and the fallback without a worker both use it. */

import * as bindings from "nianbao-core/bindings";
import { withCheckedArguments } from "../../npm/src/core.js";
import { unpack } from "../../npm/src/packed.js";
import type { Question } from "./messages.js";

const core = withCheckedArguments(() => bindings);

export type Outcome =
  | { kind: "answer"; value: unknown }
  | { kind: "refusal"; message: string }
  | { kind: "breakdown"; reason: string };

export async function startCore(packedWasm: string): Promise<void> {
  await bindings.default({ module_or_path: unpack(packedWasm) });
}

/** Never throws. A trap in the wasm or an exhausted stack is a breakdown: its memory can no longer be relied on. */
export function ask(question: Question): Outcome {
  try {
    return { kind: "answer", value: answer(question) };
  } catch (error) {
    const isRefusal = error instanceof Error && (error.name === "Error" || error.name === "TypeError");
    return isRefusal ? { kind: "refusal", message: error.message } : { kind: "breakdown", reason: String(error) };
  }
}

function answer(question: Question): unknown {
  switch (question.method) {
    case "check":
      return core.validate(...question.args);
    case "read":
      return core.read(...question.args);
    case "aggregate":
      return core.aggregate(...question.args);
    case "rules":
      return core.rules(...question.args);
    case "form":
      return core.form();
  }
}
