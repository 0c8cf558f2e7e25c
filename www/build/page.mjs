// The whole page in one file that opens by double click, from a share and from any web server alike: dist/nianbao.html,
// and dist/nianbao-compat.html for browsers without WebAssembly.
//
// Classic inline script, wasm packed and as base64, worker from a Blob: modules, fetch and script files of a worker all fail on
// file://. The policy in <meta> lets nothing leave the page and no other script in.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { bundle, root, sharedEngine } from "./bundle.mjs";

/** `core.plain` is there in the edition without WebAssembly only (without-wasm.mjs). */
export async function buildPage(core, licences, file) {
  const inline = { format: "iife", minify: true };
  const engine = await sharedEngine(core);
  const workerSource = await bundle("src/engine/worker.ts", core, { engine, esbuild: inline });
  const script = await bundle("src/page/main.ts", core, { engine, workerSource, esbuild: { ...inline, banner: { js: engine.script } } });
  const style = await bundleStyle();
  const notice = await readFile(join(root, "build/old-browser-notice.js"), "utf8");
  for (const text of [script, notice, licences]) refuseEndOfScript(text);

  const policy = [
    "default-src 'none'",
    `script-src ${hash(notice)} ${hash(script)}${core.plain ? "" : " 'wasm-unsafe-eval'"}`,
    `style-src ${hash(style)}`,
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types nianbao",
  ].join("; ");

  let html = await readFile(join(root, "index.html"), "utf8");
  if (core.plain) html = replaceOnce(html, /<html /, (start) => `${start}data-edition="compat" `);
  // The charset stands first: a file has no header to say it. Then the policy, before any script.
  html = replaceOnce(
    html,
    /<meta charset="utf-8" ?\/?>/i,
    (charset) => `${charset}
<meta name="renderer" content="webkit">
<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<script>${notice}</script>`,
  );
  html = replaceOnce(html, /<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`);
  html = replaceOnce(html, /<script [^>]*src="[^"]*main\.ts"[^>]*><\/script>\s*/, () => "");
  html = replaceOnce(html, /<script type="text\/plain" id="third-party">/, (start) => `${start}\n${licences}`);
  html = replaceOnce(html, /<\/body>/, (end) => `<script>${script}</script>\n${end}`);
  await writeFile(file, html);
}

async function bundleStyle() {
  const result = await build({
    entryPoints: [join(root, "src/styles/page.css")],
    bundle: true,
    write: false,
    minify: true,
    charset: "utf8",
    target: "chrome69",
    logLevel: "warning",
  });
  return inTypeSizes(result.outputFiles[0].text);
}

/**
 * Sizes of type are written in pixels, as they are drawn, and shipped in `rem`: so they follow the size that is chosen in
 * the browser.
 */
function inTypeSizes(style) {
  return style.replace(/(font-size:|font:[^;}]*?)(\d+(?:\.\d+)?)px/g, (_, before, pixels) => `${before}${Number(pixels) / 16}rem`);
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Either would end or disturb the inline script. esbuild escapes the first in strings; the second has to be written otherwise. */
function refuseEndOfScript(script) {
  const found = /<\/script|<!--/i.exec(script);
  if (found) throw new Error(`the page's script holds ${found[0]} and cannot stand inline: …${script.slice(found.index - 40, found.index + 20)}…`);
}

function replaceOnce(html, pattern, replacement) {
  if (!pattern.test(html)) throw new Error(`www/index.html has nothing that matches ${pattern}`);
  return html.replace(pattern, replacement);
}
