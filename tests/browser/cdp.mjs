// Drives a Chromium that playwright-core no longer speaks to (before 86), over the DevTools protocol that all have.
// A page here has what page.mjs asks of one.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { WebSocket } from "./packages.mjs";

/** Starts a Chromium without a window; gives `newPage` and `close`. */
export async function launch({ file, env }, flags) {
  const profile = await mkdtemp(join(tmpdir(), "nianbao-chromium-"));
  const args = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, ...flags, "about:blank"];
  const child = spawn(file, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  const exited = once(child, "exit");
  const host = await debuggingHost(child);
  return {
    async newPage() {
      const response = await fetch(`http://${host}/json/new?about:blank`);
      return connect((await response.json()).webSocketDebuggerUrl);
    },
    async close() {
      child.kill("SIGKILL");
      await exited;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function debuggingHost(child) {
  const said = [];
  for await (const line of createInterface(child.stderr)) {
    const host = /DevTools listening on ws:\/\/([^/]+)\//.exec(line)?.[1];
    if (host) {
      child.stderr.resume();
      return host;
    }
    said.push(line);
  }
  throw new Error(`Chromium did not start: ${said.join("\n")}`);
}

async function connect(url) {
  const socket = new WebSocket(url);
  await once(socket, "open");
  const waiting = new Map();
  const listeners = { console: [], pageerror: [], request: [], load: [] };
  let lastId = 0;
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      waiting.set(++lastId, { method, resolve, reject });
      socket.send(JSON.stringify({ id: lastId, method, params }));
    });
  const tell = (event, what) => listeners[event].forEach((listener) => listener(what));
  const logged = (type, text) => tell("console", { type: () => type, text: () => text });
  const events = {
    "Runtime.consoleAPICalled": ({ type, args }) => logged(type, args.map((arg) => arg.value ?? arg.description).join(" ")),
    "Log.entryAdded": ({ entry }) => logged(entry.level, entry.text),
    "Runtime.exceptionThrown": ({ exceptionDetails }) => tell("pageerror", exceptionDetails.exception?.description ?? exceptionDetails.text),
    "Network.requestWillBeSent": ({ request }) => tell("request", { url: () => request.url }),
    "Page.loadEventFired": () => tell("load"),
  };
  socket.on("message", (data) => {
    const { id, method, params, result, error } = JSON.parse(data);
    if (id === undefined) return events[method]?.(params);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked.reject(new Error(`${asked.method}: ${error.message}`));
    else asked.resolve(result);
  });
  for (const domain of ["Page", "Runtime", "Log", "Network"]) await send(`${domain}.enable`);

  const loads = async (start) => {
    const loaded = new Promise((resolve) => listeners.load.push(resolve));
    await start();
    await loaded;
    listeners.load.pop();
  };
  return {
    on: (event, listener) => void listeners[event].push(listener),
    goto: (address) => loads(() => send("Page.navigate", { url: address })),
    reload: () => loads(() => send("Page.reload")),
    bringToFront: () => send("Page.bringToFront"),
    evaluateOnNewDocument: (run) => send("Page.addScriptToEvaluateOnNewDocument", { source: `(${run})()` }),
    async evaluate(run, argument) {
      const expression = `(${run})(${JSON.stringify(argument) ?? ""})`;
      const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async pressWithControl(letter, command) {
      const code = letter.toUpperCase();
      const key = { key: letter, code: `Key${code}`, windowsVirtualKeyCode: code.charCodeAt(0), modifiers: 2 };
      await send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key, commands: [command] });
      await send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
    },
  };
}
