// Finds the browsers that the tests drive, and starts them.
//
//   node tests/browser/browsers.mjs    says which are there
//
// A current Chromium is the system's, else one that comes as an npm package. Chromium 69, 78 and 86 stand for the kernels
// of browsers that intranets still run; they too come as packages. Firefox and WebKitGTK are the system's. Packages are held
// against their hash and open only pages of this project: such old browsers get no more repairs.

import { createHash } from "node:crypto";
import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { launch as launchOverCdp } from "./cdp.mjs";
import { chromium, puppeteer, root } from "./packages.mjs";

const run = promisify(execFile);
const decompress = promisify(brotliDecompress);

const packages = {
  current: {
    name: "@sparticuz/chromium@143.0.4",
    integrity: "sha512-/6I7uQTRhRDD2/gGPQ1Gkf+Dqk0RYDACPJDZfSzz0OWk4JmUTonNHPXbrn6UIklOHlnDLf8xAAzkOZKB/cJpLA==",
  },
  chromium69: {
    name: "chrome-aws-lambda@1.6.3",
    integrity: "sha512-K22/X+AqpSFPmBxuIOHhmzH4Id7Od9GpKvEksuaV7fy+WLvS/TYlwpc4I4B36Wz9u/NmvL9wKsQ1TT9cMhdYhg==",
  },
  chromium78: {
    name: "chrome-aws-lambda@1.20.4",
    integrity: "sha512-+zuq/BO9TpAvlXIpyGto6YytnEe0NBpZS5HVGnaMqRhL0cagDEhrzAYqaQfK4HZnafA7HW1wkFacl7CAI990LQ==",
  },
  chromium86: {
    name: "chrome-aws-lambda@5.3.1",
    integrity: "sha512-KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==",
  },
};

/** With it a browser that cannot be had is a failure, not a notice. */
const allRequired = process.env.NIANBAO_REQUIRE_ALL_BROWSERS === "1";

/** The browsers by name: { file, env, version }, or { missing: why }. */
export async function findBrowsers() {
  const found = {
    "Chromium": await describe(() => systemChromium() ?? fromPackage(packages.current)),
    "Chromium 86": await describe(() => fromPackage(packages.chromium86)),
    "Chromium 78": await describe(() => fromPackage(packages.chromium78)),
    "Chromium 69": await describe(() => fromPackage(packages.chromium69)),
    "Firefox": await describe(systemFirefox),
    "WebKitGTK": await describe(systemWebKit),
  };
  const missing = Object.entries(found).filter(([, browser]) => browser.missing);
  if (allRequired && missing.length > 0) {
    throw new Error(missing.map(([name, browser]) => `${name}: ${browser.missing}`).join("\n"));
  }
  if (found.Chromium.missing) throw new Error(`No test of the page runs without Chromium: ${found.Chromium.missing}`);
  return found;
}

async function describe(find) {
  try {
    const browser = await find();
    if (browser.version) return browser;
    const { stdout } = await run(browser.file, ["--version"]);
    return { ...browser, version: stdout.trim() };
  } catch (error) {
    return { missing: error.message.trim() };
  }
}

function systemChromium() {
  const file = inPath(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]);
  return file && { file, env: process.env };
}

function systemFirefox() {
  const file = inPath(["firefox-esr", "firefox"]);
  if (!file) throw new Error("neither firefox-esr nor firefox is in PATH");
  return { file, env: process.env };
}

/** The library's own small browser, which comes with its driver, and a display that needs no screen. */
async function systemWebKit() {
  const driver = inPath(["WebKitWebDriver"]);
  const display = inPath(["Xvfb"]);
  if (!driver || !display) throw new Error(`${driver ? "Xvfb" : "WebKitWebDriver"} is not in PATH`);
  const folders = (await readdir("/usr/lib")).map((folder) => join("/usr/lib", folder)).concat("/usr/lib", "/usr/libexec");
  const files = ["4.1", "6.0", "4.0"].flatMap((version) => folders.map((folder) => join(folder, `webkit2gtk-${version}`, "MiniBrowser")));
  const file = files.find((file) => existsSync(file));
  if (!file) throw new Error("WebKitGTK's MiniBrowser is not installed");
  return { driver, display, file, version: basename(dirname(file)) };
}

function inPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/** Unpacks a package's Chromium once; it lies with the other things that can be made again. */
async function fromPackage({ name, integrity }) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(`${name} is built for Linux on x86-64; install Chromium`);
  }
  const store = join(resolve(root, process.env.CARGO_TARGET_DIR ?? "target"), "browsers");
  const folder = join(store, name.replace(/[^\w.]+/g, "-"));
  if (!existsSync(folder)) {
    await mkdir(store, { recursive: true });
    const unpacking = await mkdtemp(join(store, "unpacking-"));
    try {
      await unpack(name, integrity, unpacking);
      await rename(unpacking, folder);
    } catch (error) {
      await rm(unpacking, { recursive: true, force: true });
      throw error;
    }
  }
  const libraries = [join(folder, "lib"), folder].join(":");
  return { file: join(folder, "chromium"), env: { ...process.env, LD_LIBRARY_PATH: libraries }, version: name };
}

async function unpack(name, integrity, folder) {
  const { stdout } = await run("npm", ["pack", name, "--silent", "--pack-destination", folder]);
  const archive = join(folder, basename(stdout.trim()));
  const hash = `sha512-${createHash("sha512").update(await readFile(archive)).digest("base64")}`;
  if (hash !== integrity) throw new Error(`${name} is not what it was: its hash is ${hash}`);
  execFileSync("tar", ["-xz", "--no-same-owner", "-f", archive, "-C", folder]);
  const parts = join(folder, "package/bin");
  for (const part of (await readdir(parts)).filter((name) => name.endsWith(".br"))) {
    const content = await decompress(await readFile(join(parts, part)));
    if (/^chromium[-.\d]*br$/.test(part)) {
      await writeFile(join(folder, "chromium"), content);
      await chmod(join(folder, "chromium"), 0o755);
    } else {
      execFileSync("tar", ["-x", "--no-same-owner", "-C", folder], { input: content });
    }
  }
  await rm(join(folder, "package"), { recursive: true });
  await rm(archive);
}

const chromiumFlags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

const packageFlags = ["--no-zygote", "--use-gl=swiftshader"];

/** A Chromium before 86, by the few commands of cdp.mjs. */
export function startOldChromium(browser, flags = []) {
  return launchOverCdp(browser, [...chromiumFlags, ...packageFlags, "--no-sandbox", ...flags]);
}

/** A Chromium driven by playwright-core. Its own sandbox cannot be had by root nor by the packaged builds. */
export function startChromium(browser, flags = []) {
  const isPackage = browser.env !== process.env;
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: browser.file,
    env: browser.env,
    chromiumSandbox: !isPackage && !isRoot,
    args: [...chromiumFlags, ...(isPackage ? packageFlags : []), ...flags],
  });
}

/** A Firefox driven over WebDriver BiDi, with the file:// rules that people have (automation relaxes them). */
export async function startFirefox(browser, namesOfThisMachine = []) {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: browser.file,
    userDataDir: await mkdtemp(join(tmpdir(), "nianbao-firefox-")),
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true, "network.dns.localDomains": namesOfThisMachine.join(",") },
  });
}

export { launch as startWebKit } from "./webdriver.mjs";

if (resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const [name, browser] of Object.entries(await findBrowsers())) {
    console.log(browser.missing ? `${name}: NOT TESTED, ${browser.missing}` : `${name}: ${browser.version} (${browser.file})`);
  }
}
