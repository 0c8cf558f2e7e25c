/**
 * Boxes above the editor, in the outermost document that may be reached: the editor's own document gets no node.
 * They are laid out anew when anything scrolls, changes its size or is edited, and stand only where the editor shows.
 */

import { rectsOf, type Mark } from "./marks.js";

const LINES: Record<Mark["finding"]["severity"], string> = {
  error: "2px solid #b3251b",
  warning: "2px dashed #a86800",
  info: "2px dotted #2d5a7b",
};

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export class Overlay {
  /** The editor's window and those that it lies in, up to the one that gets the layer. */
  private readonly views: Window[];
  private readonly document: Document;
  private layer: HTMLElement | null = null;
  private marks: readonly Mark[] = [];
  private frame: number | null = null;

  constructor(private readonly root: HTMLElement) {
    this.views = viewsFrom(root.ownerDocument.defaultView as Window);
    this.document = (this.views[this.views.length - 1] as Window).document;
  }

  show(marks: readonly Mark[]): void {
    this.marks = marks;
    if (marks.length === 0) {
      this.close();
      return;
    }
    if (this.layer === null) this.open();
    this.layOutNow();
  }

  /** Before the next frame; many calls are one. */
  readonly layOut = (): void => {
    if (this.layer === null || this.frame !== null) return;
    this.frame = this.view.requestAnimationFrame(() => this.layOutNow());
  };

  dispose(): void {
    this.close();
  }

  private get view(): Window {
    return this.document.defaultView as Window;
  }

  private open(): void {
    this.layer = this.document.createElement("div");
    this.layer.setAttribute("aria-hidden", "true");
    this.layer.setAttribute("data-nianbao-marks", "");
    // Set one by one: a style attribute would need the host's policy.
    Object.assign(this.layer.style, { position: "fixed", overflow: "hidden", pointerEvents: "none", margin: "0", padding: "0", border: "0" });
    this.document.body.appendChild(this.layer);
    for (const view of this.views) {
      view.addEventListener("scroll", this.layOut, true);
      view.addEventListener("resize", this.layOut);
    }
  }

  private close(): void {
    if (this.frame !== null) this.view.cancelAnimationFrame(this.frame);
    this.frame = null;
    this.layer?.remove();
    this.layer = null;
    for (const view of this.views) {
      view.removeEventListener("scroll", this.layOut, true);
      view.removeEventListener("resize", this.layOut);
    }
  }

  private layOutNow(): void {
    this.frame = null;
    const { layer } = this;
    if (layer === null) return;
    const shown = this.shownBox();
    // All is measured before anything is written: a page lays itself out once.
    const boxes = this.marks.map((mark) => ({ mark, boxes: rectsOf(mark).map((rect) => this.toLayer(rect)) }));
    const level = String(levelOf(this.frameOrRoot()) + 1);
    Object.assign(layer.style, {
      left: `${shown.left}px`,
      top: `${shown.top}px`,
      width: `${Math.max(shown.right - shown.left, 0)}px`,
      height: `${Math.max(shown.bottom - shown.top, 0)}px`,
      zIndex: level,
    });
    layer.textContent = "";
    for (const { mark, boxes: places } of boxes) {
      for (const box of places) {
        if (overlaps(box, shown)) layer.appendChild(this.draw(mark, box, shown));
      }
    }
  }

  private draw(mark: Mark, box: Box, shown: Box): HTMLElement {
    const node = this.document.createElement("div");
    const line = LINES[mark.finding.severity];
    Object.assign(node.style, {
      position: "absolute",
      boxSizing: "border-box",
      left: `${box.left - shown.left}px`,
      top: `${box.top - shown.top}px`,
      width: `${box.right - box.left}px`,
      height: `${box.bottom - box.top}px`,
      ...(mark.cell === null ? { borderBottom: line } : { border: line }),
    });
    return node;
  }

  /** A box of the editor's window as the layer's window has it. */
  private toLayer(rect: DOMRect): Box {
    let box: Box = { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
    for (const view of this.views.slice(0, -1)) box = moved(box, contentBox(view.frameElement as Element));
    return box;
  }

  /** The part of the layer's window in which the editor is seen. */
  private shownBox(): Box {
    let shown: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
    let element: Element = this.root;
    for (const view of this.views) {
      shown = common(shown, clipOf(element, view));
      if (view === this.view) break;
      element = view.frameElement as Element;
      shown = moved(shown, contentBox(element));
    }
    return shown;
  }

  /** What of the layer's own document holds the editor. */
  private frameOrRoot(): Element {
    const inner = this.views[this.views.length - 2];
    return inner === undefined ? this.root : (inner.frameElement as Element);
  }
}

/** A window and those around it, as far as they are of the same origin. */
function viewsFrom(inner: Window): Window[] {
  const views = [inner];
  for (let view = inner; view.parent !== view; view = view.parent) {
    try {
      if (view.frameElement === null) break;
    } catch {
      break;
    }
    views.push(view.parent);
  }
  return views;
}

/** A window's own box, and that of every element around `element` that cuts off what does not fit. */
function clipOf(element: Element, view: Window): Box {
  let box: Box = { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight };
  const { body, documentElement } = view.document;
  for (let around: Element | null = element; around !== null && around !== body && around !== documentElement; around = around.parentElement) {
    if (view.getComputedStyle(around).overflow !== "visible") box = common(box, around.getBoundingClientRect());
  }
  return box;
}

/** The highest z-index of an element and those around it: a full-screen editor, a dialog. */
function levelOf(element: Element): number {
  let level = 0;
  for (let around: Element | null = element; around !== null; around = around.parentElement) {
    const own = Number((around.ownerDocument.defaultView as Window).getComputedStyle(around).zIndex);
    if (own > level) level = own;
  }
  return level;
}

/** Where a frame's window begins. */
function contentBox(frame: Element): { left: number; top: number } {
  const rect = frame.getBoundingClientRect();
  return { left: rect.left + frame.clientLeft, top: rect.top + frame.clientTop };
}

function moved(box: Box, by: { left: number; top: number }): Box {
  return { left: box.left + by.left, top: box.top + by.top, right: box.right + by.left, bottom: box.bottom + by.top };
}

function common(a: Box, b: Box): Box {
  return { left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
