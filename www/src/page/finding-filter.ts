/** Which findings the list shows: those of one weight, of one kind, or all. */

import type { Diagnostic } from "../engine/index.js";
import { button, el, fill, icon } from "./dom.js";
import { SEVERITIES, SEVERITY_WORDS } from "./finding-item.js";

/** Groups of rules, as the codes begin. */
export const KINDS: [group: string, name: string][] = [
  ["structure", "结构"],
  ["table", "表格"],
  ["arithmetic", "勾稽"],
  ["consistency", "前后一致"],
  ["punctuation", "标点"],
  ["wording", "用词"],
  ["privacy", "个人信息"],
];

/** So few are seen at a glance. */
const WORTH_FILTERING = 6;

export interface FindingFilter {
  /** Offers what there is to choose among these findings; what was chosen stays as long as there is any of it. */
  show(findings: readonly Diagnostic[]): void;
  lets(finding: Diagnostic): boolean;
}

export function createFindingFilter(frame: HTMLElement, onChange: () => void): FindingFilter {
  let severity: Diagnostic["severity"] | null = null;
  let kind: string | null = null;

  return {
    show,
    lets: (finding) => (severity === null || finding.severity === severity) && isOf(finding, kind),
  };

  function show(findings: readonly Diagnostic[]): void {
    const severities = SEVERITIES.filter((one) => findings.some((finding) => finding.severity === one));
    const kinds = KINDS.filter(([group]) => findings.some((finding) => isOf(finding, group)));
    frame.hidden = findings.length <= WORTH_FILTERING || severities.length + kinds.length < 3;
    if (frame.hidden || (severity !== null && severities.indexOf(severity) < 0)) severity = null;
    if (frame.hidden || !kinds.some(([group]) => group === kind)) kind = null;
    if (!findings.some((finding) => finding.severity === (severity ?? finding.severity) && isOf(finding, kind))) kind = null;

    const chip = (words: string, pressed: boolean, count: number, press: () => void, ...before: Node[]): HTMLElement => {
      const choose = (): void => {
        press();
        show(findings);
        onChange();
        // Drawn anew, the chip has the keyboard as before.
        const again = Array.from(frame.querySelectorAll<HTMLButtonElement>(".chip")).filter((other) => other.dataset.name === words)[0];
        again?.focus();
      };
      const attributes = { class: "chip", "data-test": "filter", "data-name": words, "aria-pressed": String(pressed), disabled: count === 0 && !pressed };
      return button(attributes, choose, ...before, `${words} ${count}`);
    };
    const count = (of: (finding: Diagnostic) => boolean): number => findings.filter(of).length;
    fill(
      frame,
      chip("全部", severity === null && kind === null, findings.length, () => {
        severity = null;
        kind = null;
      }),
      ...severities.map((one) =>
        chip(
          SEVERITY_WORDS[one],
          severity === one,
          count((finding) => finding.severity === one && isOf(finding, kind)),
          () => { severity = severity === one ? null : one; },
          icon(one),
        ),
      ),
      el("span", { class: "chips-gap" }),
      ...kinds.map(([group, name]) =>
        chip(
          name,
          kind === group,
          count((finding) => (severity === null || finding.severity === severity) && isOf(finding, group)),
          () => { kind = kind === group ? null : group; },
        ),
      ),
    );
  }
}

function isOf(finding: Diagnostic, group: string | null): boolean {
  return group === null || finding.code.slice(0, group.length + 1) === `${group}/`;
}
