import explanations from "nianbao-core/explanations";
import type { Aggregate, Engine, FormFacts, Report, RuleInfo, ValidateOptions } from "./contract.js";
import type { Question } from "./messages.js";
import { startTransport, type Transport } from "./transport.js";

export type * from "./contract.js";

interface Check {
  text: string;
  options: ValidateOptions | undefined;
  resolve(report: Report | null): void;
  reject(error: unknown): void;
}

/** Starts the core in a worker, or on this thread where no worker can be had. One for each page. */
export function createEngine(): Engine {
  let started: Promise<Transport> | null = null;
  let running = false;
  let waiting: Check | null = null;

  async function ask(question: Question): Promise<unknown> {
    const attempt = (started ??= startTransport());
    let transport: Transport;
    try {
      transport = await attempt;
    } catch (error) {
      if (started === attempt) started = null;
      console.warn(error);
      throw new Error(startFailure(error));
    }
    const outcome = await transport.ask(question);
    if (outcome.kind === "answer") return outcome.value;
    if (outcome.kind === "refusal") throw new Error(outcome.message);
    if (started !== attempt) throw new Error("核对已停止。");
    started = null;
    transport.dispose();
    console.warn(outcome.reason);
    throw new Error("核对程序意外中断，已重新启动。");
  }

  /** One check at a time; of those that came meanwhile only the newest is run. */
  async function runChecks(): Promise<void> {
    running = true;
    for (let check = takeWaiting(); check; check = takeWaiting()) {
      try {
        const report = (await ask({ method: "check", args: [check.text, check.options] })) as Report;
        check.resolve(waiting ? null : report);
      } catch (error) {
        if (waiting) check.resolve(null);
        else check.reject(error);
      }
    }
    running = false;
  }

  function takeWaiting(): Check | null {
    const check = waiting;
    waiting = null;
    return check;
  }

  return {
    version: NIANBAO_VERSION,
    check(text, options) {
      return new Promise((resolve, reject) => {
        waiting?.resolve(null);
        waiting = { text, options, resolve, reject };
        if (!running) void runChecks();
      });
    },
    validate: (text, options) => ask({ method: "check", args: [text, options] }) as Promise<Report>,
    read: (bytes, fileName) => ask({ method: "read", args: [bytes, fileName] }) as Promise<string>,
    aggregate: (county, units) => ask({ method: "aggregate", args: [county, units] }) as Promise<Aggregate>,
    rules: () => ask({ method: "rules", args: [explanations] }) as Promise<RuleInfo[]>,
    form: () => ask({ method: "form", args: [] }) as Promise<FormFacts>,
    dispose() {
      waiting?.resolve(null);
      waiting = null;
      const ended = started;
      started = null;
      ended?.then((transport) => transport.dispose(), () => undefined);
    },
  };
}

const FORBIDDEN_BY_POLICY =
  "这个系统的安全策略（CSP）不允许运行 WebAssembly，这里无法核对。请系统管理员在 script-src 中加上 'wasm-unsafe-eval'，或者改用 iframe 嵌入单页 nianbao.html。";

function startFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const isOurs = /^[\u4e00-\u9fff]/.test(message);
  // A page's policy that lacks the keyword; Chromium says so in several wordings.
  if (/Content.Security.Policy|unsafe-eval|disallowed by embedder/i.test(message)) return FORBIDDEN_BY_POLICY;
  return isOurs ? message : "核对程序未能启动。请刷新页面；若仍不行，请换用 360、Edge 或 Chrome 等较新的浏览器（极速模式）。";
}
