import type { Engine } from "./contract.js";

export type * from "./contract.js";

/** Starts the core in a worker, or on this thread where no worker can be had. One for each page. */
export function createEngine(): Engine {
  throw new Error("核对程序尚未就绪");
}
