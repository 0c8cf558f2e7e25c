// Serves the page on this machine alone.
//
//   node www/serve.mjs <page> [port]

import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const usualPort = 8321;

/** Serves a page, and beside it its edition without WebAssembly; gives the server and the page's address. */
export function serve(file, port, host = "127.0.0.1") {
  const server = createServer((request, response) => {
    const served = { "/": file, "/nianbao.html": file, "/nianbao-compat.html": join(dirname(file), "nianbao-compat.html") }[new URL(request.url, "http://host").pathname];
    if (served === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
    });
    createReadStream(served).pipe(response);
  });
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, host, () => done({ server, url: `http://${host}:${server.address().port}/` }));
  });
}

/** The port asked for, else the next that is free. */
async function serveOnNextFreePort(file, firstPort) {
  for (let port = firstPort; ; port++) {
    try {
      return await serve(file, port);
    } catch (error) {
      if (error.code !== "EADDRINUSE" || port === firstPort + 20) throw error;
    }
  }
}

if (resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [page, port] = process.argv.slice(2);
  const { url } = await serveOnNextFreePort(page, Number(port ?? usualPort));
  console.log(`\nThe page is at ${url} (stop with Ctrl+C)\n请在浏览器中打开 ${url}（按 Ctrl+C 停止）`);
}
