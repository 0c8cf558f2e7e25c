// The same file in old Chromiums, Firefox and WebKitGTK, from a folder and from an intranet's web server, and the edition
// for browsers without WebAssembly, give what the page gives in a current Chromium.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../www/serve.mjs";
import { findBrowsers, startChromium, startFirefox, startOldChromium, startWebKit } from "./browsers.mjs";
import { journey, savedEdition } from "./journey.mjs";
import { compatFile, pageFile } from "./page.mjs";

const browsers = await findBrowsers();

/** A name that makes no secure context, as those of intranets: much that browsers offer is missing there. */
const INTRANET = "report.intranet";
let port;
let server;
let asked = [];
before(async () => {
  server = (await serve(pageFile, 0)).server;
  server.on("request", ({ url }) => asked.push(url));
  port = server.address().port;
});
after(() => server.close());

const resolving = `--host-resolver-rules=MAP ${INTRANET} 127.0.0.1`;
const withoutWasm = "--js-flags=--jitless";

const playwright = (name, ...flags) => async () => {
  const browser = await startChromium(browsers[name], [resolving, ...flags]);
  const context = await browser.newContext();
  return { newPage: () => context.newPage(), close: () => browser.close() };
};
const old = (name, ...flags) => () => startOldChromium(browsers[name], [resolving, ...flags]);

/** Where the page runs, and which edition of it. */
const places = [
  { name: "Chromium", start: playwright("Chromium"), file: pageFile },
  { name: "Chromium 86", start: playwright("Chromium 86"), file: pageFile },
  { name: "Chromium 78", start: old("Chromium 78"), file: pageFile },
  { name: "Chromium 69", start: old("Chromium 69"), file: pageFile },
  { name: "Firefox", start: () => startFirefox(browsers.Firefox, [INTRANET]), file: pageFile },
  { name: "WebKitGTK", start: () => startWebKit(browsers.WebKitGTK, `127.0.0.1:${port}`), file: pageFile },
  { name: "Chromium", start: playwright("Chromium", withoutWasm), file: compatFile, without: ", WebAssembly switched off" },
  { name: "Chromium 86", start: playwright("Chromium 86", withoutWasm), file: compatFile, without: ", WebAssembly switched off" },
];

/** What Chromium before 96 says of keywords and directives of the policy that only later ones know. */
const isOfNewerPolicy = (words) => words.includes("'wasm-unsafe-eval'") || /^Unrecognized Content-Security-Policy directive '(require-trusted-types-for|trusted-types)'/.test(words);

async function travel(browser, url) {
  const [source, page] = [await browser.newPage(), await browser.newPage()];
  const problems = [];
  page.on?.("console", (message) => message.type() === "error" && !isOfNewerPolicy(message.text()) && problems.push(message.text()));
  page.on?.("pageerror", (error) => problems.push(String(error)));
  page.on?.("request", (request) => /^(?:blob|data):/.test(request.url()) || request.url() === url || problems.push(`request to ${request.url()}`));
  const seen = await journey({ page, source, url });
  const saved = await savedEdition(page);
  assert.deepEqual(problems, []);
  return { seen, saved };
}

/** What the current Chromium, which comes first, has shown; and the copy that it saved of each file. */
let expected;
const copies = new Map();

for (const { name, start, file, without = "" } of places) {
  test(`${name}${without}`, { skip: browsers[name].missing }, async () => {
    const browser = await start();
    try {
      const path = `/${file.split("/").pop()}`;
      asked = [];
      for (const url of [pathToFileURL(file).href, `http://${INTRANET}:${port}${path}`]) {
        const { seen, saved } = await travel(browser, url);
        expected ??= seen;
        assert.deepEqual(seen, expected, url);
        if (!copies.has(file)) copies.set(file, saved);
        assert.ok(saved === copies.get(file), `the copy of itself saved at ${url}`);
      }
      const paths = asked.map((url) => new URL(url, "http://server").pathname);
      assert.deepEqual(paths, [path, path], "the page, once more for the reload, and nothing else");
    } finally {
      await browser.close();
    }
  });
}
