import type { AdapterOptions } from "../../npm/adapters.js";
import type { Change } from "../../npm/editor.js";
import { checkAdapterArguments, createCheck, ICON, TITLE, type Check } from "./check.js";

interface WangEditor {
  getEditableContainer(): HTMLElement;
  on(name: string, listener: () => void): void;
}

interface Library {
  Boot: {
    registerMenu(menu: { key: string; factory(): object }): void;
    registerPlugin(plugin: (editor: WangEditor) => WangEditor): void;
  };
  DomEditor: { toSlateRange(editor: WangEditor, range: Range, options: { exactMatch: boolean; suppressThrow: boolean }): object | null };
  SlateEditor: { withoutNormalizing(editor: WangEditor, change: () => void): void };
  SlateTransforms: {
    insertText(editor: WangEditor, text: string, options: { at: object }): void;
    delete(editor: WangEditor, options: { at: object }): void;
  };
}

export function wangeditor(library: Library, options: AdapterOptions = {}): void {
  checkAdapterArguments("wangeditor", library, options);
  const checks = new WeakMap<WangEditor, Check>();

  library.Boot.registerPlugin((editor) => {
    const check = createCheck(options);
    checks.set(editor, check);
    // The plugin comes first; when createEditor is done, the content is in the page.
    void Promise.resolve().then(() => {
      const root = editor.getEditableContainer().querySelector<HTMLElement>("[data-slate-editor]");
      if (root !== null) check.start(editor, root, (changes) => replaceInModel(library, editor, changes));
    });
    editor.on("destroyed", () => check.detach());
    return editor;
  });

  library.Boot.registerMenu({
    key: "nianbao",
    factory: () => ({
      title: TITLE,
      iconSvg: ICON,
      tag: "button",
      getValue: () => "",
      isActive: (editor: WangEditor) => checks.get(editor)?.isOpen === true,
      isDisabled: () => false,
      exec: (editor: WangEditor) => checks.get(editor)?.toggle(),
    }),
  });
}

/** The model is what wangEditor edits and undoes; what is done at once is one step. */
function replaceInModel({ DomEditor, SlateEditor, SlateTransforms }: Library, editor: WangEditor, changes: readonly Change[]): void {
  const found = changes.map(({ range, insert }) => ({ insert, at: DomEditor.toSlateRange(editor, range, { exactMatch: false, suppressThrow: true }) }));
  SlateEditor.withoutNormalizing(editor, () => {
    for (const { at, insert } of found) {
      if (at === null) continue;
      if (insert === "") SlateTransforms.delete(editor, { at });
      else SlateTransforms.insertText(editor, insert, { at });
    }
  });
}
