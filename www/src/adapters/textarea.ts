import type { AdapterOptions, EditorCheck } from "../../npm/adapters.js";
import { wrongType } from "../../npm/src/core.js";
import { isElement } from "../editor/arguments.js";
import { checkAdapterOptions, createCheck, TITLE, TOOLTIP } from "./check.js";

export function textarea(element: HTMLTextAreaElement, options: AdapterOptions & { button?: HTMLElement } = {}): EditorCheck {
  if (!isElement(element) || element.localName !== "textarea") throw wrongType("textarea 的第一个参数应为 textarea 元素", element);
  checkAdapterOptions("textarea", options);
  const check = createCheck(options);
  const button = options.button ?? addButton(element);
  const toggle = (): void => check.toggle();
  button.addEventListener("click", toggle);
  check.onToggle((isOpen) => button.setAttribute("aria-pressed", String(isOpen)));
  check.start(element, element);
  const { detach } = check;
  return Object.assign(check, {
    detach() {
      detach();
      button.removeEventListener("click", toggle);
      if (options.button === undefined) button.remove();
      else button.removeAttribute("aria-pressed");
    },
  });
}

function addButton(element: HTMLTextAreaElement): HTMLElement {
  const button = element.ownerDocument.createElement("button");
  button.type = "button";
  button.title = TOOLTIP;
  button.textContent = TITLE;
  element.parentNode?.insertBefore(button, element);
  return button;
}
