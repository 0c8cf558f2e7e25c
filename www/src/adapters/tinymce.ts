import type { AdapterOptions } from "../../npm/adapters.js";
import { replaceByCommand } from "../editor/replace.js";
import { checkAdapterArguments, createCheck, ICON, TITLE, TOOLTIP } from "./check.js";

interface ToggleApi {
  setActive(active: boolean): void;
}

interface TinyMceEditor {
  getBody(): HTMLElement;
  on(name: string, listener: () => void): void;
  undoManager: { transact(change: () => void): void };
  ui: {
    registry: {
      addIcon(name: string, svg: string): void;
      addToggleButton(name: string, button: object): void;
      addToggleMenuItem(name: string, item: object): void;
    };
  };
}

interface Library {
  PluginManager: { add(name: string, plugin: (editor: TinyMceEditor) => unknown): void };
}

export function tinymce(library: Library, options: AdapterOptions = {}): void {
  checkAdapterArguments("tinymce", library, options);
  // TinyMCE 5 calls it with `new`: no arrow function.
  library.PluginManager.add("nianbao", function (editor) {
    const check = createCheck(options);
    const { registry } = editor.ui;
    const shared = { text: TITLE, icon: "nianbao", onAction: () => check.toggle(), onSetup: (api: ToggleApi) => check.onToggle((isOpen) => api.setActive(isOpen)) };
    registry.addIcon("nianbao", ICON);
    registry.addToggleButton("nianbao", { ...shared, tooltip: TOOLTIP });
    registry.addToggleMenuItem("nianbao", shared);
    editor.on("init", () => {
      check.start(editor, editor.getBody(), (changes) => editor.undoManager.transact(() => replaceByCommand(editor.getBody(), changes)));
    });
    editor.on("remove", () => check.detach());
    return { getMetadata: () => ({ name: TITLE }) };
  });
}
