/** The script-tag bundle: all of the package as window.nianbao, and <nianbao-check> at once, for pages that know no modules. */

import { defineElement } from "../../src/element/index.js";

export * from "./index.js";
export * from "../../src/editor/index.js";
export * from "../../src/adapters/index.js";

defineElement();
