// The floor below every checker in wasm: to get the text in, and to come back.

/** A module with a memory of 64 MB and a function that does nothing. */
const module = [
  [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  [1, 4, 1, 0x60, 0, 0], // one type: nothing to nothing
  [3, 2, 1, 0], // one function of it
  [5, 4, 1, 0, 0x80, 8], // 1024 pages
  [7, 9, 2, 1, 0x6d, 2, 0, 1, 0x66, 0, 0], // the memory is called m, the function f
  [10, 4, 1, 2, 0, 0x0b], // it ends at once
];

async function start() {
  const { instance } = await WebAssembly.instantiate(new Uint8Array(module.flat()));
  return instance.exports;
}

/** A call that does nothing but cross the boundary and come back. */
export async function loadEmptyCall() {
  const { f } = await start();
  return { run: () => f() };
}

/** The text copied into wasm's memory, and its UTF-8 validated there by the host. */
export async function loadCopy() {
  const { m } = await start();
  const memory = new Uint8Array(m.buffer);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return { run: (text) => decoder.decode(memory.subarray(0, encoder.encodeInto(text, memory).written)).length };
}
