// Drives WebKitGTK's small browser by its driver, in plain WebDriver over HTTP: the one way into it.
// A page here has what page.mjs asks of one; there is no way to hear its console.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

const CONTROL = "\uE009";

/** Starts the browser on a display of its own; `proxy` (host:port) is asked for every http address. */
export async function launch({ driver, display, file }, proxy) {
  const screen = spawn(display, ["-displayfd", "1", "-screen", "0", "1440x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const [number] = await once(createInterface(screen.stdout), "line");
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${number}`, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
  const server = spawn(driver, [`--port=${port}`], { env, stdio: "ignore" });
  const ended = [once(screen, "exit"), once(server, "exit")];
  const end = async () => {
    server.kill();
    screen.kill();
    await Promise.all(ended);
  };
  try {
    const session = await openSession(`http://127.0.0.1:${port}`, file, proxy);
    return {
      newPage: () => openPage(session),
      async close() {
        await session("DELETE", "");
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Gives a function that sends the session's commands. */
async function openSession(address, file, proxy) {
  for (let tries = 0; !(await fetch(`${address}/status`).catch(() => null)); tries++) {
    if (tries === 100) throw new Error("WebKitWebDriver did not start");
    await pause(100);
  }
  const alwaysMatch = {
    "webkitgtk:browserOptions": { binary: file, args: ["--automation"] },
    "proxy": { proxyType: "manual", httpProxy: proxy },
  };
  const { sessionId } = await send("POST", `${address}/session`, { capabilities: { alwaysMatch } });
  return (method, path, body) => send(method, `${address}/session/${sessionId}${path}`, body);
}

async function send(method, url, body) {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${value.error}: ${value.message}`);
  return value;
}

async function openPage(session) {
  const { handle } = await session("POST", "/window/new", { type: "tab" });
  const here = async (method, path, body) => {
    await session("POST", "/window", { handle });
    return session(method, path, body);
  };
  return {
    goto: (url) => here("POST", "/url", { url }),
    reload: () => here("POST", "/refresh", {}),
    bringToFront: () => session("POST", "/window", { handle }),
    evaluate: (run, argument) => here("POST", "/execute/sync", { script: `return (${run})(arguments[0]);`, args: [argument ?? null] }),
    async pressWithControl(letter) {
      const keys = [["keyDown", CONTROL], ["keyDown", letter], ["keyUp", letter], ["keyUp", CONTROL]];
      await here("POST", "/actions", { actions: [{ type: "key", id: "keys", actions: keys.map(([type, value]) => ({ type, value })) }] });
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
