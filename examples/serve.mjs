// Serves the examples on this machine alone: each page with its editor and with nianbao.
//
//   node examples/serve.mjs [port]
//
// The editors come from tests/editor/node_modules (npm ci --prefix tests/editor), nianbao from dist (cargo xtask build).

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(import.meta.dirname, "..");

/** Where each path's files lie. */
const FOLDERS = {
  "/editors/": join(root, "tests/editor/node_modules"),
  "/nianbao/": join(root, "dist"),
  "/": import.meta.dirname,
};

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Gives the server and its address. `headers` may add to what is sent with a path. */
export async function serveExamples(port, headers = () => ({})) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = await fileFor(decodeURIComponent(pathname));
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Cache-Control": "no-store", ...headers(pathname) });
    createReadStream(file).pipe(response);
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}

/** null for what is not there, and for every path that leads out of its folder. */
async function fileFor(path) {
  const [prefix, folder] = Object.entries(FOLDERS).find(([start]) => path.startsWith(start));
  const file = normalize(join(folder, path.endsWith("/") ? `${path.slice(prefix.length)}/index.html` : path.slice(prefix.length)));
  if (!file.startsWith(folder + sep)) return null;
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? file : null;
}

if (resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { url } = await serveExamples(Number(process.argv[2] ?? 8322));
  console.log(`\nThe examples are at ${url} (stop with Ctrl+C)\n请在浏览器中打开 ${url}（按 Ctrl+C 停止）`);
}
