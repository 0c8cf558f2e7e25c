/** What `attach` is given, checked in words before anything begins. */

import type { AttachOptions } from "../../npm/editor.js";
import { checkOptions, wrongType } from "../../npm/src/core.js";

export function checkAttachArguments(root: unknown, options: AttachOptions): void {
  if (!isElement(root)) throw wrongType("attach 的第一个参数应为可编辑的元素", root);
  if (root.ownerDocument.defaultView === null) throw new TypeError("attach 的第一个参数应在一个打开的页面里");
  if (typeof options !== "object" || options === null || Array.isArray(options)) throw wrongType("attach 的第二个参数应为对象", options);
  if (options.validate !== undefined) checkOptions(options.validate);
  const { pause } = options;
  if (pause !== undefined && !isMilliseconds(pause)) throw wrongType("attach 的选项 pause 应为毫秒数", pause);
  if (options.joinsLines !== undefined && typeof options.joinsLines !== "boolean") throw wrongType("attach 的选项 joinsLines 应为 true 或 false", options.joinsLines);
  for (const name of ["replace", "onReport", "onFailure"] as const) {
    if (options[name] !== undefined && typeof options[name] !== "function") throw wrongType(`attach 的选项 ${name} 应为函数`, options[name]);
  }
}

export function checkGuardArguments(form: unknown, attached: unknown, decide: unknown): void {
  if (!isElement(form) || form.localName !== "form") throw wrongType("guardForm 的第一个参数应为 form 元素", form);
  if (typeof (attached as { standing?: unknown } | null | undefined)?.standing !== "function") throw wrongType("guardForm 的第二个参数应为 attach 给出的对象", attached);
  if (typeof decide !== "function") throw wrongType("guardForm 的第三个参数应为函数", decide);
}

export function checkPatience(patience: unknown): void {
  if (!isMilliseconds(patience)) throw wrongType("standing 的参数应为毫秒数", patience);
}

/** An element of any window: an editor's iframe has classes of its own. */
export function isElement(value: unknown): value is HTMLElement {
  return typeof value === "object" && value !== null && (value as Node).nodeType === 1 && "isContentEditable" in value;
}

function isMilliseconds(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value < Infinity;
}
