/** A started core that can be asked: behind a worker, or on this thread where no worker can be had. */

import packedWasm from "nianbao-core/packed-wasm";
import workerSource from "nianbao-page/worker";
import { ask, startCore, type Outcome } from "./core.js";
import type { Question, ToPage, ToWorker } from "./messages.js";

export interface Transport {
  ask(question: Question): Promise<Outcome>;
  dispose(): void;
}

/**
 * Worker first: under a strict policy Chromium before 97 refuses wasm on the page's own thread, and 69 even hangs there,
 * while its workers run it. The other way is only for a browser that gives no worker at all.
 */
export async function startTransport(): Promise<Transport> {
  if (typeof WebAssembly === "undefined") {
    throw new Error("这个浏览器停用了 WebAssembly，这里无法核对。请改用不需要它的 nianbao-compat.html，或请管理员在浏览器策略中允许 WebAssembly。");
  }
  const worker = await openWorker();
  if (worker) return worker;
  await startCore(packedWasm);
  return { ask: async (question) => ask(question), dispose() {} };
}

/** null where the browser gives no worker; rejects where it does but the core does not start in it. */
function openWorker(): Promise<Transport | null> {
  const url = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
  let worker: Worker;
  try {
    worker = new Worker(trustedWorkerUrl(url));
  } catch {
    URL.revokeObjectURL(url);
    return Promise.resolve(null);
  }
  const send = (message: ToWorker) => worker.postMessage(message);
  const open = new Map<number, (outcome: Outcome) => void>();
  let lastId = 0;

  const transport: Transport = {
    ask(question) {
      return new Promise((resolve) => {
        lastId += 1;
        open.set(lastId, resolve);
        send({ kind: "ask", id: lastId, question });
      });
    },
    dispose() {
      worker.terminate();
      for (const settle of open.values()) settle({ kind: "breakdown", reason: "worker terminated" });
      open.clear();
    },
  };

  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ToPage>) => {
      if (data.kind === "started") {
        URL.revokeObjectURL(url);
        resolve(transport);
      } else if (data.kind === "notStarted") {
        transport.dispose();
        reject(new Error(data.reason));
      } else {
        open.get(data.id)?.(data);
        open.delete(data.id);
      }
    };
    worker.onerror = () => {
      // Before the start: no worker is to be had (the promise takes the first call only). After it: it broke down.
      resolve(null);
      transport.dispose();
    };
    send({ kind: "start", packedWasm });
  });
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

/** The only script address that the page ever makes is the one of its worker. */
function trustedWorkerUrl(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy("nianbao", {
    createScriptURL(candidate) {
      if (!candidate.startsWith("blob:")) throw new TypeError("not a blob");
      return candidate;
    },
  });
  return policy.createScriptURL(url);
}
