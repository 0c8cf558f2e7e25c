import * as bindings from "@huacnlee/autocorrect/autocorrect_bg.js";
import wasm from "@huacnlee/autocorrect/autocorrect_bg.wasm";

export async function load() {
  const { instance } = await WebAssembly.instantiate(wasm, { "./autocorrect_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return { run: (text) => bindings.lintFor(text, "text") };
}
