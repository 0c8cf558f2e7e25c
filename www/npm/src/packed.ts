import { decompress } from "fzstd";
import { decodeBase64 } from "./base64.js";

/** The wasm that was packed by zstd: it would be most of a page, and what browsers unpack by themselves begins with Chromium 103. */
export function unpack(packedWasm: string): Uint8Array<ArrayBuffer> {
  return decompress(decodeBase64(packedWasm)) as Uint8Array<ArrayBuffer>;
}
