// A project that has installed the package as its users do: packed, and unpacked into node_modules.

import { execFile } from "node:child_process";
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../browser/packages.mjs";

const run = promisify(execFile);

/** Gives the project's folder. */
export async function projectWithPackage() {
  const project = await mkdtemp(join(tmpdir(), "nianbao-package-"));
  const installed = join(project, "node_modules/nianbao");
  await mkdir(installed, { recursive: true });
  const { stdout } = await run("npm", ["pack", join(root, "dist/npm"), "--silent", "--ignore-scripts", "--pack-destination", project]);
  await run("tar", ["-xzf", join(project, stdout.trim()), "--strip-components=1", "-C", installed]);
  return project;
}
