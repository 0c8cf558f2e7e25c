/** What all adapters share: one editor's check, its panel, and the button that opens it. */

import type { AdapterOptions, EditorCheck } from "../../npm/adapters.js";
import type { Change } from "../../npm/editor.js";
import { wrongType } from "../../npm/src/core.js";
import { failedStanding } from "../editor/standing.js";
import { defineElement } from "../element/index.js";
import { makeRoom } from "./room.js";

export const TITLE = "年报核对";
export const TOOLTIP = "核对年报的格式、表格和勾稽关系";

/** A sheet with a tick, for toolbars. Filled, as wangEditor paints its icons anew; what turns the other way is a hole. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path d="M5 2h10l5 5v15H5zM6.7 3.7v16.6h11.6V8.4h-4.7V3.7zM8.4 14l1.2-1.2 2 2 3.8-4.4 1.3 1.1-5 5.8z"/></svg>';
export const ICON_URL = `data:image/svg+xml,${encodeURI(ICON).replace(/#/g, "%23")}`;

export interface Check extends EditorCheck {
  /** The editor has content now, or has it anew: its old root is gone. The host is told the first time. */
  start(editor: unknown, root: HTMLElement, replace?: (changes: Change[]) => void): void;
  toggle(): void;
  /** Tells whether the panel is open, now and whenever it opens or closes; gives a function that stops. */
  onToggle(listener: (isOpen: boolean) => void): () => void;
}

export function createCheck(options: AdapterOptions): Check {
  defineElement();
  const panel = document.createElement("nianbao-check");
  if (options.panel === undefined) panel.setAttribute("docked", "");
  panel.addEventListener("nianbao-close", () => check.close());
  let listeners: ((isOpen: boolean) => void)[] = [];
  let isReady = false;
  let takeRoomBack = (): void => undefined;

  function tell(): void {
    for (const listener of listeners) listener(check.isOpen);
  }

  const check: Check = {
    get attached() {
      return panel.attached;
    },
    get isOpen() {
      return panel.parentNode !== null;
    },
    start(editor, root, replace) {
      const { validate, pause, onReport, onFailure } = options;
      panel.bind(root, {
        ...(validate === undefined ? {} : { validate }),
        ...(pause === undefined ? {} : { pause }),
        ...(onReport === undefined ? {} : { onReport }),
        ...(onFailure === undefined ? {} : { onFailure }),
        ...(replace === undefined ? {} : { replace, joinsLines: true }),
      });
      if (!isReady) options.onReady?.(check, editor);
      isReady = true;
    },
    open() {
      if (check.isOpen) return;
      (options.panel ?? document.body).appendChild(panel);
      if (options.panel === undefined) takeRoomBack = makeRoom();
      tell();
    },
    close() {
      if (!check.isOpen) return;
      panel.remove();
      takeRoomBack();
      tell();
    },
    toggle() {
      if (check.isOpen) check.close();
      else check.open();
    },
    onToggle(listener) {
      listeners.push(listener);
      listener(check.isOpen);
      return () => {
        listeners = listeners.filter((other) => other !== listener);
      };
    },
    standing(patience) {
      const { attached } = check;
      return attached === null ? Promise.resolve(failedStanding("编辑器还没有准备好，没有核对。")) : attached.standing(patience);
    },
    detach() {
      check.close();
      panel.unbind();
      listeners = [];
    },
  };
  if (options.open ?? options.panel !== undefined) check.open();
  return check;
}

/** The host's mistake, told in words when the adapter is set up and not when the first editor is made. */
export function checkAdapterArguments(name: string, library: unknown, options: unknown): void {
  const isLibrary = (typeof library === "object" && library !== null) || typeof library === "function";
  if (!isLibrary) throw wrongType(`${name} 的第一个参数应为编辑器自己的对象`, library);
  checkAdapterOptions(name, options);
}

export function checkAdapterOptions(name: string, options: unknown): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) throw wrongType(`${name} 的选项应为对象`, options);
}
