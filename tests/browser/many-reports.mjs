// A county, its towns and what else lies in a folder: files as a clerk would drop them, made from fixtures/right.txt.

import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fixture } from "./page.mjs";

const TOWNS = ["柳溪口镇", "石桥铺镇", "梅塘镇"];

/** The report with all figures of its tables taken times `times`, and those that its prose states. */
async function report(organ, times) {
  const text = (await fixture("right.txt")).replace("柳溪口镇人民政府", organ);
  return text
    .split("\n")
    .map((line) => (/\t/.test(line) ? line.replace(/(^|\t)(\d+(?:\.\d+)?)(?=\t|$)/g, (_, before, figure) => before + String(Number(figure) * times)) : line))
    .join("\n")
    .replace("申请9件，上年结转1件", `申请${9 * times}件，上年结转${times}件`);
}

/** Name to text: three towns (one with a wrong total), the county with one cell more than their sum, a picture. */
export async function manyReports() {
  const files = {};
  for (const town of TOWNS) files[`${town}年报.txt`] = await report(`${town}人民政府`, 1);
  // The total of one town's row does not add up: 4 becomes 5.
  files["梅塘镇年报.txt"] = files["梅塘镇年报.txt"].replace("（一）予以公开\t\t3\t1\t0\t0\t0\t0\t4", "（一）予以公开\t\t3\t1\t0\t0\t0\t0\t5");
  const county = await report("柳溪县", 3);
  files["全县/柳溪县年报.txt"] = county.replace("行政许可\t93", "行政许可\t95");
  files["照片.png"] = "\u0089PNG\r\n\u001a\n";
  return files;
}

/** The same as a folder on the disk; gives its paths in the order of their names. */
export async function folderOfReports() {
  const folder = await mkdtemp(join(tmpdir(), "nianbao-many-"));
  const paths = [];
  for (const [name, text] of Object.entries(await manyReports())) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, name.endsWith(".png") ? "latin1" : "utf8");
    paths.push(path);
  }
  return { folder, paths };
}
