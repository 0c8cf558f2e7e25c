// What bundlers make of the packed package, unchanged and without a plug-in, run in a current Chromium.

import assert from "node:assert/strict";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serveExamples } from "../../examples/serve.mjs";
import { findBrowsers, startChromium } from "../browser/browsers.mjs";
import { esbuild, root } from "../browser/packages.mjs";
import { projectWithPackage } from "./project.mjs";

const require = createRequire(join(root, "tests/editor/package.json"));

const APP = `
  import { ready, validate } from "nianbao";
  import { attach } from "nianbao/editor";
  import { defineElement } from "nianbao/element";
  defineElement();
  const root = document.createElement("div");
  root.contentEditable = "true";
  root.textContent = "汛情通告";
  document.body.append(root, document.createElement("nianbao-check"));
  const attached = attach(root);
  Promise.all([ready(), attached.check()]).then(([, report]) => {
    window.done = [validate("").verdict, report.diagnostics.map(({ code }) => code).join(), typeof document.querySelector("nianbao-check").bind];
  });
`;
const WEB_APP = `
  import { ready, validate } from "nianbao/web";
  ready().then(() => { window.done = validate("").verdict; });
`;

let project;
let browser;
let served;

before(async () => {
  project = await projectWithPackage();
  await writeFile(join(project, "package.json"), JSON.stringify({ name: "app", private: true, type: "module" }));
  await writeFile(join(project, "app.js"), APP);
  await writeFile(join(project, "web-app.js"), WEB_APP);
  await writeFile(join(project, "index.html"), '<!doctype html><script type="module" src="./app.js"></script>');
  await writeFile(join(project, "web.html"), '<!doctype html><script type="module" src="./web-app.js"></script>');
  browser = await startChromium((await findBrowsers()).Chromium);
  served = await serveExamples(0);
});
after(async () => {
  await browser?.close();
  served?.server.close();
  await rm(project, { recursive: true });
});

/** Runs the files that a bundler has left, at an address of their own; gives what the app says when it is done. */
async function runIn(folder, html) {
  const page = await browser.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.route("**/out/**", (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill({ path: join(folder, pathname.slice("/out/".length)) });
  });
  await page.route("**/out/start.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto(`${served.url}out/start.html`);
  await page.waitForFunction(() => window.done, null, { timeout: 30_000 }).catch(() => problems.push("never done"));
  const done = await page.evaluate(() => window.done);
  await page.close();
  assert.deepEqual(problems, []);
  return done;
}

const EXPECTED = ["incomplete", "structure/not-a-report", "function"];
const script = (file) => `<!doctype html><body><script src="/out/${file}"></script>`;

test("esbuild", async () => {
  const outdir = join(project, "esbuild");
  await esbuild.build({ entryPoints: [join(project, "app.js")], bundle: true, minify: true, format: "iife", target: "chrome69", outdir, logLevel: "error" });
  assert.deepEqual(await runIn(outdir, script("app.js")), EXPECTED);
});

test("webpack, and the wasm beside it for nianbao/web", async () => {
  const webpack = require("webpack");
  const outdir = join(project, "webpack");
  const stats = await new Promise((done, failed) => {
    const entry = { app: "./app.js", web: "./web-app.js" };
    webpack({ mode: "production", context: project, entry, output: { path: outdir, publicPath: "/out/" }, performance: false }, (error, stats) => (error ? failed(error) : done(stats)));
  });
  assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true }).errors, []);
  assert.deepEqual(stats.toJson({ all: false, warnings: true }).warnings, []);
  assert.deepEqual(await runIn(outdir, script("app.js")), EXPECTED);
  assert.equal(await runIn(outdir, script("web.js")), "incomplete");
  assert.ok((await readdir(outdir)).some((file) => file.endsWith(".wasm")));
});

test("Vite, and the wasm beside it for nianbao/web", async () => {
  const { build } = await import(pathToFileURL(join(root, "tests/editor/node_modules/vite/dist/node/index.js")).href);
  const outDir = join(project, "vite");
  const input = { index: join(project, "index.html"), web: join(project, "web.html") };
  await build({ root: project, base: "/out/", logLevel: "error", build: { outDir, rollupOptions: { input }, rolldownOptions: { input }, chunkSizeWarningLimit: 9000 } });
  assert.deepEqual(await runIn(outDir, await readFile(join(outDir, "index.html"), "utf8")), EXPECTED);
  assert.equal(await runIn(outDir, await readFile(join(outDir, "web.html"), "utf8")), "incomplete");
  assert.ok((await readdir(join(outDir, "assets"))).some((file) => file.endsWith(".wasm")));
});
