import type { AdapterOptions } from "../../npm/adapters.js";
import type { Change } from "../../npm/editor.js";
import { checkAdapterOptions, createCheck, ICON, TITLE, TOOLTIP } from "./check.js";

interface ModelPosition {
  textNode: { getAttributes(): Iterable<[string, unknown]> } | null;
}

interface ModelRange {
  start: ModelPosition;
  isCollapsed: boolean;
  getItems(): Iterable<{ getAttributes(): Iterable<[string, unknown]> }>;
}

interface Writer {
  remove(range: ModelRange): void;
  insertText(text: string, attributes: Iterable<[string, unknown]>, at: ModelPosition): void;
}

interface ButtonView {
  isOn: boolean;
  set(values: object): void;
  on(name: string, listener: () => void): void;
}

type ButtonClass = new (locale: unknown) => ButtonView;

interface CkEditor5 {
  model: {
    change(change: (writer: Writer) => void): void;
    createSelection(range: ModelRange): unknown;
    /** Joins the paragraphs that the selection goes over, as its own key does. */
    deleteContent(selection: unknown): void;
  };
  editing: {
    view: { getDomRoot?(): HTMLElement | undefined; domConverter: { domRangeToView(range: Range): unknown }; focus(): void };
    mapper: { toModelRange(range: unknown): ModelRange };
  };
  ui: { componentFactory: { has(name: string): boolean; create(name: string): ButtonView; add(name: string, make: (locale: unknown) => ButtonView): void } };
  on(name: string, listener: () => void): void;
}

export function ckeditor5(options: AdapterOptions & { ButtonView?: ButtonClass } = {}): (editor: CkEditor5) => void {
  checkAdapterOptions("ckeditor5", options);
  return function Nianbao(editor) {
    const check = createCheck(options);
    const { componentFactory } = editor.ui;
    componentFactory.add("nianbao", (locale) => {
      // The ready-made builds keep ButtonView to themselves; their own buttons are of that class.
      if (options.ButtonView === undefined && !componentFactory.has("undo")) {
        throw new Error("nianbao 的按钮要用 CKEditor 5 的 ButtonView：请写 nianbao.ckeditor5({ ButtonView })，或在编辑器里启用撤销（undo）。");
      }
      const Button = options.ButtonView ?? (componentFactory.create("undo").constructor as ButtonClass);
      const button = new Button(locale);
      button.set({ label: TITLE, tooltip: TOOLTIP, icon: ICON, withText: true, isToggleable: true });
      button.on("execute", () => check.toggle());
      check.onToggle((isOpen) => button.set({ isOn: isOpen }));
      return button;
    });
    editor.on("ready", () => {
      const root = editor.editing.view.getDomRoot?.();
      if (root !== undefined) check.start(editor, root, (changes) => replaceInModel(editor, changes));
    });
    editor.on("destroy", () => check.detach());
  };
}

/** The model is what CKEditor 5 edits and undoes; its document is drawn from it. One block of changes is one step. */
function replaceInModel({ editing, model }: CkEditor5, changes: readonly Change[]): void {
  const found = changes.map(({ range, insert }) => ({ insert, range: editing.mapper.toModelRange(editing.view.domConverter.domRangeToView(range)) }));
  model.change((writer) => {
    for (const { range, insert } of found) {
      const attributes = Array.from(attributesAt(range));
      if (!range.isCollapsed && insert === "") model.deleteContent(model.createSelection(range));
      else if (!range.isCollapsed) writer.remove(range);
      if (insert !== "") writer.insertText(insert, attributes, range.start);
    }
  });
  editing.view.focus();
}

/** What is put in place of a text looks like the text. */
function attributesAt(range: ModelRange): Iterable<[string, unknown]> {
  const looksLike = range.isCollapsed ? range.start.textNode : Array.from(range.getItems())[0];
  return looksLike?.getAttributes() ?? [];
}
