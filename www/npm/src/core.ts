/**
 * What every way into the core has in common: arguments are checked here, in words, before they reach the wasm.
 */

import type { Report, ValidateOptions, aggregate, form, rules } from "../index.js";
import { type Answer, toAggregate, toReport } from "./answer.js";
import { decodeBase64 } from "./base64.js";

/** The functions that wasm-bindgen gives. */
export interface Core {
  validate(text: string, options: ValidateOptions | undefined): Answer;
  rules(explanations: Uint8Array): ReturnType<typeof rules>;
  form(): ReturnType<typeof form>;
  read(bytes: Uint8Array, fileName: string): string;
  aggregate(county: string, units: { name: string; text: string }[]): Answer;
}

/** The core as its callers see it: plain objects come back. */
export interface CheckedCore extends Pick<Core, "form" | "read"> {
  validate(text: string, options?: ValidateOptions): Report;
  aggregate(county: string, units: { name: string; text: string }[]): ReturnType<typeof aggregate>;
  /** The rules explained by their packed Markdown, as base64. */
  rules(explanations: string): ReturnType<typeof rules>;
}

/** The core with its arguments checked; `core` is asked for at each call, so that it may start late or say why it cannot. */
export function withCheckedArguments(core: () => Core): CheckedCore {
  return {
    validate(text, options) {
      if (typeof text !== "string") throw wrongType("validate 的第一个参数应为字符串", text);
      if (options !== undefined && options !== null) checkOptions(options);
      return toReport(core().validate(text, options));
    },
    rules(explanations) {
      return core().rules(decodeBase64(explanations));
    },
    form() {
      return core().form();
    },
    read(bytes, fileName) {
      if (!(bytes instanceof Uint8Array)) throw wrongType("read 的第一个参数应为 Uint8Array", bytes);
      if (typeof fileName !== "string") throw wrongType("read 的第二个参数（文件名）应为字符串", fileName);
      return core().read(bytes, fileName);
    },
    aggregate(county, units) {
      if (typeof county !== "string") throw wrongType("aggregate 的第一个参数（汇总报告）应为字符串", county);
      if (!Array.isArray(units)) throw wrongType("aggregate 的第二个参数（各单位的报告）应为数组", units);
      units.forEach(checkUnit);
      return toAggregate(core().aggregate(county, units));
    },
  };
}

/** Throws a TypeError in words for options that `validate` does not take. */
export function checkOptions(options: ValidateOptions): void {
  if (typeof options !== "object" || Array.isArray(options)) throw wrongType("validate 的第二个参数应为对象", options);
  const { year } = options;
  if (year !== undefined) {
    if (typeof year !== "number") throw wrongType("validate 的选项 year 应为整数", year);
    // The core counts years in 32 bits.
    if ((year | 0) !== year) throw new TypeError(`validate 的选项 year 应为整数年份，如 2025，收到的是 ${year}`);
  }
  if (options.previous !== undefined && typeof options.previous !== "string") {
    throw wrongType("validate 的选项 previous（上年报告）应为字符串", options.previous);
  }
  checkStrings("disable", options.disable);
  checkStrings("allow", options.allow);
}

function checkUnit(unit: unknown, index: number): void {
  const which = `aggregate 的第二个参数第 ${index + 1} 项`;
  if (typeof unit !== "object" || unit === null || Array.isArray(unit)) throw wrongType(`${which}应为对象`, unit);
  const { name, text } = unit as Record<string, unknown>;
  if (typeof name !== "string") throw wrongType(`${which}的 name（单位名称）应为字符串`, name);
  if (typeof text !== "string") throw wrongType(`${which}的 text（报告全文）应为字符串`, text);
}

function checkStrings(name: string, given: unknown): void {
  if (given === undefined) return;
  if (!Array.isArray(given)) throw wrongType(`validate 的选项 ${name} 应为字符串数组`, given);
  for (const item of given) {
    if (typeof item !== "string") throw wrongType(`validate 的选项 ${name} 的每一项应为字符串`, item);
  }
}

/** What was expected, and in words what was given. */
export function wrongType(expectation: string, given: unknown): TypeError {
  return new TypeError(`${expectation}，收到的是${typeInWords(given)}`);
}

function typeInWords(value: unknown): string {
  if (value === null) return "空值 null";
  if (Array.isArray(value)) return "数组";
  switch (typeof value) {
    case "undefined":
      return "未定义的值 undefined";
    case "string":
      return "字符串";
    case "number":
      return "数字";
    case "bigint":
      return "大整数";
    case "boolean":
      return "布尔值";
    case "symbol":
      return "符号";
    case "function":
      return "函数";
    default:
      return "对象";
  }
}
