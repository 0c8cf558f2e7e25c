/** What the page's views, sheets and actions work with. */

import type { Engine, Report, RuleInfo } from "../engine/index.js";
import type { Asides, SetAside } from "./asides.js";
import type { Draft } from "./draft.js";
import type { Files } from "./files.js";
import type { Notices } from "./notices.js";
import type { Settings } from "./settings.js";
import type { Views } from "./views.js";

/** An answer of the core, and the text it is about. */
export interface Checked {
  text: string;
  /** The answer as the core gave it. */
  report: Report;
  /** The same without the findings that the user has set aside: what the page shows and counts. */
  standing: Report;
  setAside: SetAside[];
}

export interface Page {
  readonly engine: Engine;
  /** The report that is being worked on. */
  readonly draft: Draft;
  /** Last year's report beside it; empty where there is none. */
  readonly previous: Draft;
  readonly settings: Settings;
  readonly asides: Asides;
  readonly notices: Notices;
  readonly views: Views;
  readonly files: Files;
  /** The text in the pane of the text: the draft or last year's. */
  readonly shownText: Draft;
  showText(text: Draft): void;
  rules(): Promise<RuleInfo[]>;
  /** The last answer; null where there is none, or where the text has been emptied. */
  readonly checked: Checked | null;
  /** Called with each new answer or what was set aside of it, and with null where the text has been emptied. */
  onChecked(listener: (checked: Checked | null) => void): void;
  /** Called with the reason where the text could not be checked. */
  onFailed(listener: (reason: string) => void): void;
  /** Shows a rule in the catalogue. */
  showRule(code: string): void;
  /** Checks the text again without waiting for a pause. */
  checkNow(): void;
}
