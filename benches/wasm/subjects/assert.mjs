// Stands for Node's assert where textlint is bundled for a browser.

export default function assert(condition, message) {
  if (!condition) throw new Error(message);
}
