/**
 * <nianbao-check>: the verdict and the findings for an editor, or for a text of its own.
 *
 *     <nianbao-check for="content"></nianbao-check>                        the element with this id
 *     <nianbao-check><textarea name="report"></textarea></nianbao-check>   the textarea inside, part of its form as ever
 *     <nianbao-check name="report"></nianbao-check>                        a textarea of its own, part of its form from Chromium 77
 *
 * Attributes: `year`, and `disable` and `allow` (parted by commas or blanks) are what `validate` is asked with;
 * `theme` is "light" (where nothing is said), "dark" or "auto".
 * Colours and type: the custom properties --nianbao-ink, -ink-soft, -surface, -sheet, -hairline, -error, -warning, -info,
 * -holds, -focus, -font, -size.
 */

import type { Attached, AttachOptions } from "./editor.js";
import type { Report } from "./index.js";

/** Makes <nianbao-check> known to the page; does nothing where it is known already, or where there is no page. */
export function defineElement(): void;

export interface NianbaoCheckElement extends HTMLElement {
  /** Shows what stands in this editor from now on, and lets go of the one before. */
  bind(root: HTMLElement, options?: AttachOptions): Attached;
  /** Lets go of the editor: no mark and no listener stays in it. */
  unbind(): void;
  /** The editor that is shown; null before there is one. */
  readonly attached: Attached | null;
  /** The last answer. */
  readonly report: Report | null;
  /** The text of its own textarea, or of the one inside it; "" where it shows another editor. */
  value: string;
  /** The name under which its own text goes with a form. */
  name: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "nianbao-check": NianbaoCheckElement;
  }
  interface GlobalEventHandlersEventMap {
    /** An answer, or null where the editor is empty. Bubbles and leaves shadow trees. */
    "nianbao-report": CustomEvent<Report | null>;
    /** A Chinese sentence: why nothing was checked. */
    "nianbao-failure": CustomEvent<string>;
    /** The panel's button 关闭, on a panel that is docked to the window's edge. */
    "nianbao-close": CustomEvent<null>;
  }
}
