/** A tiny way to make elements. Text goes in as text nodes only: nothing here ever parses markup. */

export type Child = Node | string | null | undefined | false;

type Attributes = Record<string, string | number | boolean | null | undefined>;

/** Makes an element; `true` sets an attribute without a value, `false`, `null` and `undefined` leave it out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, String(value));
  }
  append(node, children);
  return node;
}

/** A real button with what it does. */
export function button(attributes: Attributes, onClick: () => void, ...children: Child[]): HTMLButtonElement {
  const node = el("button", { type: "button", ...attributes }, ...children);
  node.addEventListener("click", onClick);
  return node;
}

/** Puts new children in place of the old ones (`replaceChildren` is missing before Chromium 86). */
export function fill(node: Node, ...children: Child[]): void {
  node.textContent = "";
  append(node, children);
}

/** The element of the page's template with this id. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const node = document.getElementById(id);
  if (!(node instanceof type)) throw new Error(`the template has no ${type.name} #${id}`);
  return node;
}

/** Whether keys go into a box to write in. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}

export type IconName = "error" | "warning" | "info" | "holds" | "fails" | "unknown";

// Each severity has its own outline, so that colour is never the only sign.
const ICONS: Record<IconName, { shape: string; sign: string }> = {
  error: { shape: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z", sign: "M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" },
  warning: { shape: "M8 1.2 15.4 14.4H.6Z", sign: "M8 6v4M8 11.8v1" },
  info: { shape: "M2 2h12v12H2Z", sign: "M8 7v4.4M8 4.4v1.2" },
  holds: { shape: "", sign: "M2.5 8.5l3.6 3.6 7.4-8" },
  fails: { shape: "", sign: "M3 3l10 10M13 3 3 13" },
  unknown: { shape: "", sign: "M3 8h10" },
};

/** A small drawn sign; the word stands beside it, so it is hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon icon-${name}`);
  const { shape, sign } = ICONS[name];
  for (const [part, d] of [["shape", shape], ["sign", sign]] as const) {
    if (d === "") continue;
    const path = document.createElementNS(namespace, "path");
    path.setAttribute("d", d);
    path.setAttribute("class", `icon-${part}`);
    svg.appendChild(path);
  }
  return svg;
}

function append(node: Node, children: Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    node.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  }
}
