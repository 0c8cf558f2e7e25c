/**
 * What a page that shows this one in an iframe may ask of it. README.md describes the messages.
 *
 * Only the page around it is answered, and only if the house's settings name its origin: what stands in the draft is
 * told to no one else. A page from a file or in a sandbox has the origin "null", which anybody's can be, and is never answered.
 */

import type { Report } from "../../engine/index.js";
import type { Page } from "../page.js";
import { undoButton } from "../undo-button.js";

type Answer =
  | { type: "nianbao/ready"; version: string }
  | { type: "nianbao/report"; id: unknown; text: string; report: Report | null }
  | { type: "nianbao/failure"; id: unknown; message: string };

interface Asked {
  origin: string;
  /** What the host has called its question; null once it is answered. */
  id: unknown;
}

export function createHostMessages(page: Page, hosts: readonly string[]): void {
  const origins = hosts.filter((host) => /^https?:\/\/[^/*]+$/.test(host));
  const host = window.parent;
  if (host === window || origins.length === 0) return;
  let asked: Asked | null = null;

  window.addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== host || origins.indexOf(origin) < 0 || typeof data !== "object" || data === null) return;
    const { type, id = null, text } = data as { type?: unknown; id?: unknown; text?: unknown };
    if (type === "nianbao/hello") answer(origin, { type: "nianbao/ready", version: page.engine.version });
    if (type !== "nianbao/check") return;
    if (typeof text !== "string") {
      answer(origin, { type: "nianbao/failure", id, message: "消息 nianbao/check 的 text 应为字符串。" });
      return;
    }
    asked = { origin, id };
    show(text);
  });
  page.onChecked((checked) => {
    if (asked === null) return;
    answer(asked.origin, { type: "nianbao/report", id: asked.id, text: checked?.text ?? "", report: checked?.report ?? null });
    // What the user writes here from now on is told too, as the answer to no question.
    asked.id = null;
  });
  page.onFailed((message) => {
    if (asked === null) return;
    answer(asked.origin, { type: "nianbao/failure", id: asked.id, message });
    asked.id = null;
  });

  function show(text: string): void {
    const { draft, notices } = page;
    const before = draft.text;
    if (before !== text) draft.replaceAll(text);
    page.checkNow();
    if (before !== "" && before !== text) notices.sayUntilEdited("已换成外面的系统送来的文字，原来的可以撤销找回。", undoButton(page, draft));
  }

  function answer(origin: string, message: Answer): void {
    host.postMessage(message, origin);
  }
}
