/** Modules that the build provides (www/build.mjs). */

/** What wasm-bindgen writes for the core. */
declare module "nianbao-core/bindings" {
  export function validate(
    text: string,
    options: import("../index.js").ValidateOptions | undefined,
  ): import("./answer.js").Answer;
  export function rules(
    explanations: Uint8Array,
  ): ReturnType<typeof import("../index.js").rules>;
  export function form(): ReturnType<typeof import("../index.js").form>;
  export function read(bytes: Uint8Array, fileName: string): string;
  export function aggregate(
    county: string,
    units: { name: string; text: string }[],
  ): import("./answer.js").Answer;
  export function initSync(from: { module: BufferSource }): void;
  export default function init(from: { module_or_path: BufferSource }): Promise<unknown>;
}

/** The lowered wasm, packed by zstd, as base64. */
declare module "nianbao-core/packed-wasm" {
  const base64: string;
  export default base64;
}

/** The lowered wasm as base64. */
declare module "nianbao-core/wasm" {
  const base64: string;
  export default base64;
}

/** The rules' Markdown, packed, as base64. */
declare module "nianbao-core/explanations" {
  const base64: string;
  export default base64;
}

/** The worker's whole script as a text. */
declare module "nianbao-page/worker" {
  const source: string;
  export default source;
}

/** A style sheet as a text. */
declare module "*.css" {
  const css: string;
  export default css;
}

/** Version of the crate. */
declare const NIANBAO_VERSION: string;
