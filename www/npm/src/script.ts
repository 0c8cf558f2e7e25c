/** The script-tag bundle: all of the package as window.nianbao, for pages that know no modules. */

export { read, ready, rules, validate } from "./index.js";
export { attach, guardForm, readText } from "../../src/editor/index.js";
