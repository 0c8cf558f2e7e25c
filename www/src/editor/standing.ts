/** What stands in an answer, for a host that is about to save. */

import type { Attached, Standing } from "../../npm/editor.js";
import type { Report } from "../../npm/index.js";
import { checkGuardArguments } from "./arguments.js";

export function standingOf(report: Report | null): Standing {
  const count = (severity: string): number => (report?.diagnostics ?? []).filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  return { report, errors, warnings, message: inWords(report, errors, warnings) };
}

export function failedStanding(message: string): Standing {
  return { report: null, errors: 0, warnings: 0, message };
}

function inWords(report: Report | null, errors: number, warnings: number): string {
  if (report === null) return "正文是空的，没有核对。";
  if (report.diagnostics.some(({ code }) => code === "structure/not-a-report")) return "看不出这是一份政府信息公开工作年度报告，没有核对。";
  const parts = [errors > 0 ? `${errors} 处错误` : "", warnings > 0 ? `${warnings} 处警告` : ""].filter((part) => part !== "");
  if (parts.length > 0) return `年报里还有 ${parts.join("、")}没有处理。`;
  return report.verdict === "pass" ? "年报核对通过。" : "没有发现错误，但有的内容没能核对。";
}

export function guardForm(
  form: HTMLFormElement,
  attached: Attached,
  decide: (standing: Standing) => boolean | Promise<boolean>,
): () => void {
  checkGuardArguments(form, attached, decide);
  let isDecided = false;
  const submitAgain = (submitter: HTMLElement | null): void => {
    isDecided = true;
    try {
      // `requestSubmit` is there from Chromium 76 on.
      if (submitter !== null) submitter.click();
      else if (typeof form.requestSubmit === "function") form.requestSubmit();
      else form.submit();
    } finally {
      isDecided = false;
    }
  };
  const onSubmit = (event: Event): void => {
    if (isDecided) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // Before Chromium 81 an event does not tell the button; the one that was pressed has the focus.
    const submitter = (event as SubmitEvent).submitter ?? pressedButton(form);
    void attached
      .standing()
      .then(decide)
      .catch((error: unknown) => {
        // The host's own mistake must not keep anybody from saving.
        console.error(error);
        return true;
      })
      .then((isToGo) => {
        // In a task of its own: while the first event is under way a form takes no second one.
        if (isToGo) setTimeout(submitAgain, 0, submitter);
      });
  };
  form.addEventListener("submit", onSubmit, true);
  return () => form.removeEventListener("submit", onSubmit, true);
}

function pressedButton(form: HTMLFormElement): HTMLElement | null {
  const active = form.ownerDocument.activeElement;
  const isButton = active instanceof HTMLElement && form.contains(active) && /^(?:button|input)$/.test(active.localName) && (active as HTMLButtonElement).type === "submit";
  return isButton ? (active as HTMLElement) : null;
}
