import type { AdapterOptions } from "../../npm/adapters.js";
import { replaceByCommand } from "../editor/replace.js";
import { checkAdapterArguments, createCheck, ICON_URL, TITLE, TOOLTIP } from "./check.js";

interface UEditor {
  body: HTMLElement;
  addListener(name: string, listener: () => void): void;
  fireEvent(name: string): void;
}

interface Library {
  registerUI(name: string, make: (editor: UEditor, name: string) => unknown): void;
  ui: { Button: new (options: object) => { setChecked(checked: boolean): void } };
}

export function ueditor(UE: Library, options: AdapterOptions = {}): void {
  checkAdapterArguments("ueditor", UE, options);
  UE.registerUI("nianbao", (editor, name) => {
    const check = createCheck(options);
    const button = new UE.ui.Button({
      name,
      label: TITLE,
      title: TOOLTIP,
      cssRules: `background-image: url("${ICON_URL}") !important; background-size: 20px; background-position: 0 0 !important;`,
      onclick: () => check.toggle(),
    });
    editor.addListener("ready", () => {
      check.onToggle((isOpen) => button.setChecked(isOpen));
      check.start(editor, editor.body, (changes) => {
        // The undo of UEditor keeps scenes: one before the fix, one after it.
        editor.fireEvent("saveScene");
        replaceByCommand(editor.body, changes);
        editor.fireEvent("saveScene");
        editor.fireEvent("contentchange");
      });
    });
    editor.addListener("destroy", () => check.detach());
    return button;
  });
}
