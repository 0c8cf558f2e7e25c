/** The worker: starts the core with the wasm it is sent, then answers one question after another. */

import { ask, startCore } from "./core.js";
import type { ToPage, ToWorker } from "./messages.js";

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: ToPage): void;
};

scope.onmessage = ({ data }) => {
  if (data.kind === "start") {
    startCore(data.packedWasm).then(
      () => scope.postMessage({ kind: "started" }),
      (error: unknown) => scope.postMessage({ kind: "notStarted", reason: String(error) }),
    );
  } else {
    scope.postMessage({ ...ask(data.question), id: data.id });
  }
};
