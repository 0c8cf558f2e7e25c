/** Every rule of the core, asked for once; again where the core could not be started. */

import type { Engine, RuleInfo } from "../engine/index.js";

export type RuleList = () => Promise<RuleInfo[]>;

export function createRuleList(engine: Engine): RuleList {
  let known: Promise<RuleInfo[]> | null = null;
  return () => {
    if (known === null) {
      const asked = engine.rules();
      asked.catch(() => { known = null; });
      known = asked;
    }
    return known;
  };
}
