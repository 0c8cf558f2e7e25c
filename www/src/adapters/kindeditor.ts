import type { AdapterOptions } from "../../npm/adapters.js";
import { replaceByCommand } from "../editor/replace.js";
import { checkAdapterArguments, createCheck, ICON_URL, TITLE } from "./check.js";

interface KindEditor {
  edit: { doc: Document };
  toolbar: { div: object };
  clickToolbar(name: string, onClick: () => void): void;
  afterCreate(listener: () => void): void;
  cmd: { selection(): void };
  /** `checkSize`: only where enough has changed since the last one. */
  addBookmark(checkSize: boolean): void;
  remove(): unknown;
}

interface Library {
  (selector: string, within: object): { css(name: string, value: string): void };
  plugin(name: string, plugin: (this: KindEditor) => void): void;
  lang(words: object): void;
}

export function kindeditor(library: Library, options: AdapterOptions = {}): void {
  checkAdapterArguments("kindeditor", library, options);
  library.lang({ nianbao: TITLE });
  library.plugin("nianbao", function () {
    const editor = this;
    const check = createCheck(options);
    editor.clickToolbar("nianbao", () => check.toggle());
    editor.afterCreate(() => {
      // The toolbar's pictures come from one file of KindEditor's; ours is set on its place.
      const icon = library(".ke-icon-nianbao", editor.toolbar.div);
      icon.css("background-image", `url("${ICON_URL}")`);
      icon.css("background-size", "16px");
      const root = editor.edit.doc.body;
      check.start(editor, root, (changes) => {
        // The undo of KindEditor keeps bookmarks: one before the fix, one after it, each with the selection as KindEditor
        // knows it. It only asks for that when a key goes up, and stumbles over one whose paragraph is gone.
        const keep = (): void => {
          editor.cmd.selection();
          editor.addBookmark(false);
        };
        keep();
        replaceByCommand(root, changes);
        keep();
      });
    });
    const { remove } = editor;
    editor.remove = () => {
      check.detach();
      return remove.call(editor);
    };
  });
}
