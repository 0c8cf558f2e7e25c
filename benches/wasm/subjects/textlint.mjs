// npm has no preset for Chinese any more: textlint's kernel with the one rule for Chinese that is kept.

import { TextlintKernel } from "@textlint/kernel";
import * as plugin from "@textlint/textlint-plugin-text";
import * as rule from "textlint-rule-zh-half-and-full-width-bracket";

const behind = (module) => module.default?.default ?? module.default ?? module;

export async function load() {
  const kernel = new TextlintKernel();
  const options = {
    ext: ".txt",
    plugins: [{ pluginId: "text", plugin: behind(plugin) }],
    rules: [{ ruleId: "zh-half-and-full-width-bracket", rule: behind(rule) }],
  };
  return { run: (text) => kernel.lintText(text, options) };
}
