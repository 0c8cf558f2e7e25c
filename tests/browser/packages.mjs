// The development packages of www/, for scripts that lie outside it.

import { createRequire } from "node:module";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");
const require = createRequire(join(root, "www/package.json"));

export const { chromium } = require("playwright-core");
export const puppeteer = require("puppeteer-core");
export const { WebSocket } = require("ws");
export const esbuild = require("esbuild");
export const typescript = require.resolve("typescript/package.json");
export const axe = require.resolve("axe-core/axe.min.js");
