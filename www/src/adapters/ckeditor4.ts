import type { AdapterOptions } from "../../npm/adapters.js";
import { replaceByCommand } from "../editor/replace.js";
import { checkAdapterArguments, createCheck, ICON_URL, TITLE } from "./check.js";

interface Command {
  setState(state: number): void;
}

interface CkEditor4 {
  editable(): { $: HTMLElement };
  on(name: string, listener: () => void): void;
  fire(name: string): void;
  addCommand(name: string, command: object): Command;
  ui: { addButton?(name: string, button: object): void };
}

interface Library {
  plugins: { add(name: string, plugin: object): void };
  TRISTATE_ON: number;
  TRISTATE_OFF: number;
}

export function ckeditor4(CKEDITOR: Library, options: AdapterOptions = {}): void {
  checkAdapterArguments("ckeditor4", CKEDITOR, options);
  CKEDITOR.plugins.add("nianbao", {
    init(editor: CkEditor4) {
      const check = createCheck(options);
      const command = editor.addCommand("nianbao", { exec: () => check.toggle(), canUndo: false, editorFocus: false, readOnly: 1 });
      check.onToggle((isOpen) => command.setState(isOpen ? CKEDITOR.TRISTATE_ON : CKEDITOR.TRISTATE_OFF));
      // CKEditor takes what holds ":/" for a whole address, and hangs the time onto it: behind # it does no harm.
      editor.ui.addButton?.("Nianbao", { label: TITLE, title: TITLE, command: "nianbao", toolbar: "tools", icon: `${ICON_URL}#` });
      // setData and the source view write the content's document anew: each time there is another root.
      editor.on("contentDom", () => {
        check.start(editor, editor.editable().$, (changes) => {
          editor.fire("saveSnapshot");
          replaceByCommand(editor.editable().$, changes);
          editor.fire("saveSnapshot");
        });
      });
      editor.on("destroy", () => check.detach());
    },
  });
}
