/**
 * What every way into the core has in common: arguments are checked here, in words, before they reach the wasm.
 */

import type { Report, ValidateOptions, rules } from "../index.js";

/** The functions that wasm-bindgen gives. */
export interface Core {
  validate(text: string, options: ValidateOptions | undefined): Report;
  rules(): ReturnType<typeof rules>;
  read(bytes: Uint8Array, fileName: string): string;
}

/** The core with its arguments checked; `core` is asked for at each call, so that it may start late or say why it cannot. */
export function withCheckedArguments(core: () => Core): Core {
  return {
    validate(text, options) {
      if (typeof text !== "string") throw wrongType("validate 的第一个参数应为字符串", text);
      if (options !== undefined && options !== null) {
        if (typeof options !== "object" || Array.isArray(options)) throw wrongType("validate 的第二个参数应为对象", options);
        const { disable } = options;
        if (disable !== undefined) {
          if (!Array.isArray(disable)) throw wrongType("validate 的选项 disable 应为字符串数组", disable);
          for (const code of disable) {
            if (typeof code !== "string") throw wrongType("validate 的选项 disable 的每一项应为字符串", code);
          }
        }
      }
      return core().validate(text, options);
    },
    rules() {
      return core().rules();
    },
    read(bytes, fileName) {
      if (!(bytes instanceof Uint8Array)) throw wrongType("read 的第一个参数应为 Uint8Array", bytes);
      if (typeof fileName !== "string") throw wrongType("read 的第二个参数（文件名）应为字符串", fileName);
      return core().read(bytes, fileName);
    },
  };
}

function wrongType(expectation: string, given: unknown): TypeError {
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
