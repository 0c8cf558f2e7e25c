/** The bytes that a base64 text stands for. */
export function decodeBase64(base64: string): Uint8Array<ArrayBuffer> {
  // In a cold start of Node the loop below takes as long as all the rest.
  if (typeof Buffer === "function" && typeof process === "object") return Buffer.from(base64, "base64");
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
