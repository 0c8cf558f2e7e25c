/** The entry "nianbao/editor". Nothing runs on import. */

import { isElement } from "./arguments.js";
import { readTextMap } from "./read-text.js";
import { wrongType } from "../../npm/src/core.js";

export { attach } from "./attach.js";
export { guardForm } from "./standing.js";

export function readText(root: HTMLElement): string {
  if (!isElement(root)) throw wrongType("readText 的参数应为可编辑的元素", root);
  return root.localName === "textarea" ? (root as HTMLTextAreaElement).value : readTextMap(root).text;
}
