// Runs the wasm tests of tests/wasm.rs in a real Chromium: their runner serves a page, which is opened here.
// So no chromedriver is needed, which few machines have in the version of their Chromium.
//
//   node tests/browser/wasm-tests.mjs <cargo> <arguments of cargo test>

import { spawn } from "node:child_process";
import { findBrowsers, startChromium } from "./browsers.mjs";

const [cargo, ...args] = process.argv.slice(2);
const runner = spawn(cargo, args, {
  env: { ...process.env, NO_HEADLESS: "1", WASM_BINDGEN_TEST_ADDRESS: "127.0.0.1:0" },
  stdio: ["ignore", "pipe", "inherit"],
  // A group of its own, so that it ends together with the server that cargo starts.
  detached: true,
});
const { Chromium } = await findBrowsers();
let browser;
try {
  const address = await addressFrom(runner);
  browser = await startChromium(Chromium);
  const page = await browser.newPage();
  await page.goto(address);
  const output = page.locator("#output");
  await output.filter({ hasText: /test result: |error/i }).waitFor({ timeout: 60_000 });
  const said = await output.textContent();
  console.log(said);
  if (!/test result: ok\. [1-9]\d* passed/.test(said)) process.exitCode = 1;
} finally {
  await browser?.close();
  if (runner.exitCode === null) process.kill(-runner.pid);
}

function addressFrom(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      const address = /available at (http:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`the wasm tests did not start (exit status ${code}): ${said}`)));
    child.once("error", reject);
  });
}
