/** What the page's views, sheets and actions work with. */

import type { Engine, Report, RuleInfo } from "../engine/index.js";
import type { Draft } from "./draft.js";
import type { Notices } from "./notices.js";
import type { Settings } from "./settings.js";
import type { Views } from "./views.js";

/** An answer of the core, and the text it is about. */
export interface Checked {
  text: string;
  report: Report;
}

export interface Page {
  readonly engine: Engine;
  readonly draft: Draft;
  readonly settings: Settings;
  readonly notices: Notices;
  readonly views: Views;
  rules(): Promise<RuleInfo[]>;
  /** The last answer; null where there is none, or where the text has been emptied. */
  readonly checked: Checked | null;
  /** Called with each new answer, and with null where the text has been emptied. */
  onChecked(listener: (checked: Checked | null) => void): void;
  /** Checks the text again without waiting for a pause. */
  checkNow(): void;
}
