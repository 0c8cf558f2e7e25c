// What the subjects read: reports of the corpus, one folder of one's own, and a report that grows.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../../tests/browser/packages.mjs";

const corpus = join(root, "tests/corpus");
/** Small and large, right and wrong, with tabs and out of a PDF. */
const chosen = ["001-qingshi-town-zero", "003-linxi-street-sums", "006-huaichuan-district-pdf", "016-weize-township-prose", "004-wangchuan-city-large"];

/** The reports as [name, text]: those of a folder, else of the corpus. */
export async function reports(folder) {
  const files = folder ? (await readdir(folder)).filter((file) => file.endsWith(".txt")).sort() : chosen.map((name) => `${name}.txt`);
  return Promise.all(files.map(async (file) => [file.slice(0, -".txt".length), await readFile(join(folder ?? corpus, file), "utf8")]));
}

const sentence = "围绕群众关心的教育、医疗、住房等事项，及时发布政策文件3件和解读材料12篇，并做好（二）类信息的更新。\n";

/** A report whose prose was grown to a number of bytes. */
export async function grown(bytes) {
  const text = await readFile(join(corpus, `${chosen[0]}.txt`), "utf8");
  const at = text.indexOf("二、");
  const times = Math.max(0, Math.ceil((bytes - Buffer.byteLength(text)) / Buffer.byteLength(sentence)));
  return text.slice(0, at) + sentence.repeat(times) + text.slice(at);
}
