/** Checks an editor's text while it is written: waits for a pause, asks one thing at a time, shows no answer that is out of date. */

import type { Attached, AttachOptions, Standing } from "../../npm/editor.js";
import type { Fix, Report } from "../../npm/index.js";
import { checkOptions } from "../../npm/src/core.js";
import { createEngine } from "../engine/index.js";
import { checkAttachArguments, checkPatience } from "./arguments.js";
import { createRichSurface } from "./rich-surface.js";
import { failedStanding, standingOf } from "./standing.js";
import { createTextareaSurface } from "./textarea-surface.js";

const PAUSE_AFTER_TYPING = 600;
const PATIENCE_BEFORE_SAVING = 3000;

export function attach(root: HTMLElement, options: AttachOptions = {}): Attached {
  checkAttachArguments(root, options);
  const engine = createEngine();
  let validateOptions = options.validate;
  let report: Report | null = null;
  /** What the report speaks of; null where the next check has to ask again. */
  let checkedText: string | null = null;
  /** The text last read, and the one whose places the report has: while a check is under way they are two. */
  let textRead = "";
  let textOfReport = "";
  let failure = "";
  let isComposing = false;
  let isDetached = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  let newest: Promise<Report | null> = Promise.resolve(null);

  const events = {
    edited: checkSoon,
    composing(now: boolean) {
      isComposing = now;
      if (now) clearTimeout(timer);
      else checkSoon();
    },
  };
  const surface = isTextarea(root) ? createTextareaSurface(root, events) : createRichSurface(root, options.replace, options.replace === undefined || options.joinsLines === true, events);

  function checkSoon(): void {
    clearTimeout(timer);
    // While pinyin is being turned into characters the text is half a word: nothing to check.
    if (!isComposing && !isDetached) timer = setTimeout(() => void attached.check(), options.pause ?? PAUSE_AFTER_TYPING);
  }

  async function check(): Promise<Report | null> {
    const mine = ++latest;
    if (root.ownerDocument.defaultView === null) {
      failure = "编辑器已经关闭，没有核对。";
      return null;
    }
    const text = surface.read();
    textRead = text;
    if (text === checkedText) {
      // The editor may have drawn the same text anew.
      showMarks();
      return report;
    }
    if (text.trim() === "") {
      take(null, text);
      return null;
    }
    let answer: Report | null;
    try {
      answer = await engine.check(text, validateOptions);
    } catch (error) {
      if (isDetached) return null;
      if (mine !== latest) return newest;
      failure = error instanceof Error ? error.message : String(error);
      tell(() => options.onFailure?.(failure));
      return null;
    }
    if (isDetached) return null;
    if (mine !== latest) return newest;
    // An answer to what has been edited meanwhile is told to who asked for it, but not shown.
    if (surface.isCurrent()) take(answer, text);
    return answer;
  }

  function take(answer: Report | null, text: string): void {
    report = answer;
    checkedText = text;
    textOfReport = text;
    failure = "";
    showMarks();
    tell(() => options.onReport?.(answer, text));
  }

  function showMarks(): void {
    // An article that is no report is none of our business: nothing is marked in it.
    surface.show((report?.diagnostics ?? []).filter(({ code }) => code !== "structure/not-a-report"));
  }

  const speaksOfNow = (): boolean => !isDetached && report !== null && textOfReport === textRead && surface.isCurrent();

  const attached: Attached = {
    root,
    mode: surface.mode,
    get report() {
      return report;
    },
    get text() {
      return checkedText ?? "";
    },
    get isCurrent() {
      return speaksOfNow();
    },
    check() {
      clearTimeout(timer);
      if (isDetached) return Promise.resolve(null);
      newest = check();
      return newest;
    },
    standing(patience = PATIENCE_BEFORE_SAVING): Promise<Standing> {
      checkPatience(patience);
      return new Promise((resolve) => {
        const late = setTimeout(() => resolve(failedStanding("没能及时核对完，可以照常保存，稍后再看核对结果。")), patience);
        void attached.check().then((answer) => {
          clearTimeout(late);
          resolve(answer === null && failure !== "" ? failedStanding(failure) : standingOf(answer));
        });
      });
    },
    goTo: (place) => speaksOfNow() && surface.goTo(place),
    at: (x, y) => surface.at(x, y),
    canApply: (fix: Fix) => speaksOfNow() && surface.canApply(fix.edits),
    apply(fix) {
      if (!speaksOfNow() || !surface.apply(fix.edits)) return false;
      void attached.check();
      return true;
    },
    configure(next) {
      checkOptions(next);
      validateOptions = next;
      checkedText = null;
      void attached.check();
    },
    detach() {
      if (isDetached) return;
      isDetached = true;
      clearTimeout(timer);
      surface.dispose();
      engine.dispose();
    },
  };
  void attached.check();
  return attached;
}

/** What goes wrong in the host is told as its own error; the checking goes on. */
function tell(host: () => void): void {
  try {
    host();
  } catch (error) {
    setTimeout(() => {
      throw error;
    }, 0);
  }
}

function isTextarea(root: HTMLElement): root is HTMLTextAreaElement {
  return root.localName === "textarea";
}
