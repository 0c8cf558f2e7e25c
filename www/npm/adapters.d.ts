/**
 * nianbao in the editors that content management systems use: marks in the text, a toolbar button 年报核对 and a side panel.
 *
 * Each function takes the editor's own library, as its script tag or its package gives it, and is called once, before the
 * editors are made. It uses public interfaces of the library only; no code of any editor is in this package.
 */

import type { Attached, AttachOptions, Standing } from "./editor.js";

export interface AdapterOptions extends Pick<AttachOptions, "validate" | "pause" | "onReport" | "onFailure"> {
  /** The host's own place for the findings. Without it the button opens a panel along the window's right edge. */
  panel?: HTMLElement;
  /** Whether the panel is open from the beginning; without a word only where `panel` is given. */
  open?: boolean;
  /** The check of an editor that has just been made: for the publish guard, and to open the panel by other ways. */
  onReady?: (check: EditorCheck, editor: any) => void;
}

/** The check of one editor. */
export interface EditorCheck {
  /** null while the editor has no content to attach to. */
  readonly attached: Attached | null;
  readonly isOpen: boolean;
  open(): void;
  close(): void;
  /** The publish guard: what stands, asked before the host saves. The host decides. Never rejects. */
  standing(patience?: number): Promise<Standing>;
  /** Takes away the panel, every mark, style and listener. */
  detach(): void;
}

/** UEditor 1.4 and UEditorPlus (`UE`): adds the button to every editor made afterwards. */
export function ueditor(UE: any, options?: AdapterOptions): void;

/** TinyMCE 5 to 8 (`tinymce`): the plugin "nianbao", with a button and a menu item of that name. */
export function tinymce(tinymce: any, options?: AdapterOptions): void;

/** CKEditor 4 (`CKEDITOR`): the plugin "nianbao", with the button "Nianbao". */
export function ckeditor4(CKEDITOR: any, options?: AdapterOptions): void;

/** CKEditor 5: a plugin for `extraPlugins`, with the toolbar item "nianbao". `ButtonView` is needed where the editor has no button for undo to take it from. */
export function ckeditor5(options?: AdapterOptions & { ButtonView?: any }): any;

/** wangEditor 5 (`wangEditor`, or what its package exports): the menu "nianbao", to be named in the toolbar's `insertKeys`. */
export function wangeditor(wangEditor: any, options?: AdapterOptions): void;

/** KindEditor 4 (`KindEditor`): the plugin "nianbao", to be named in `items`. */
export function kindeditor(KindEditor: any, options?: AdapterOptions): void;

/** A plain textarea: puts a button in front of it, or uses the host's. */
export function textarea(element: HTMLTextAreaElement, options?: AdapterOptions & { button?: HTMLElement }): EditorCheck;
