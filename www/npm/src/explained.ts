/** The package's functions: the core's, its rules explained by the Markdown that the script carries. */

import explanations from "nianbao-core/explanations";
import type { CheckedCore } from "./core.js";

export function explained(core: CheckedCore) {
  return { ...core, rules: () => core.rules(explanations) };
}
