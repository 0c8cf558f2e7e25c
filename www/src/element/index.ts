/** The entry "nianbao/element". Nothing runs on import, so that a server may import it too. */

import type { Attached, AttachOptions } from "../../npm/editor.js";
import type { NianbaoCheckElement } from "../../npm/element.js";
import type { Report, ValidateOptions } from "../../npm/index.js";
import { attach } from "../editor/attach.js";
import { OwnText } from "./own-text.js";
import { addStyle } from "./style.js";
import { createView, type View } from "./view.js";

const NAME = "nianbao-check";

export function defineElement(): void {
  if (typeof customElements === "undefined" || customElements.get(NAME) !== undefined) return;
  customElements.define(NAME, elementClass());
}

/** The class is made here and not above: where there is no page there is no HTMLElement to extend. */
function elementClass(): new () => NianbaoCheckElement {
  return class NianbaoCheck extends HTMLElement {
    static readonly formAssociated = true;
    static readonly observedAttributes = ["for", "year", "disable", "allow"];

    private bound: Attached | null = null;
    /** Whether the element has found its editor by itself, and so lets go of it when it leaves the page. */
    private isBoundByItself = false;
    private stopFollowing: () => void = () => undefined;
    private readonly shadow = this.attachShadow({ mode: "open" });
    private readonly own = new OwnText(this, this.shadow);
    private readonly view: View = createView(this.shadow, {
      goTo: (finding) => {
        if (this.bound?.goTo(finding) === true) this.view.choose(finding);
        else this.view.say("正文刚刚改过，等新的核对结果出来再看。");
      },
      apply: (fix) => {
        if (this.bound?.apply(fix) !== true) this.view.say("正文刚刚改过，等新的核对结果出来再改。");
      },
      canApply: (fix) => this.bound?.canApply(fix) === true,
      close: () => this.tell("nianbao-close", null),
    });

    constructor() {
      super();
      addStyle(this.shadow);
    }

    get attached(): Attached | null {
      return this.bound;
    }

    get report(): Report | null {
      return this.bound?.report ?? null;
    }

    get value(): string {
      return this.own.value;
    }

    set value(text: string) {
      this.own.value = text;
      void this.bound?.check();
    }

    get name(): string {
      return this.getAttribute("name") ?? "";
    }

    set name(name: string) {
      this.setAttribute("name", name);
    }

    bind(root: HTMLElement, options: AttachOptions = {}): Attached {
      // Wrong arguments are told before the old editor is let go.
      const attached = attach(root, {
        ...options,
        validate: options.validate ?? this.validateOptions(),
        onReport: (report, text) => {
          this.view.show(report, text);
          this.tell("nianbao-report", report);
          options.onReport?.(report, text);
        },
        onFailure: (message) => {
          this.view.fail(message);
          this.tell("nianbao-failure", message);
          options.onFailure?.(message);
        },
      });
      this.unbind();
      this.bound = attached;
      this.stopFollowing = followClicks(attached, this.view);
      return attached;
    }

    unbind(): void {
      this.stopFollowing();
      this.bound?.detach();
      this.bound = null;
      this.isBoundByItself = false;
    }

    connectedCallback(): void {
      // The children and what `for` names may still be on their way.
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.bindByItself(), { once: true });
      else this.bindByItself();
    }

    disconnectedCallback(): void {
      if (this.isBoundByItself) this.unbind();
    }

    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      if (before === now) return;
      if (name !== "for") this.bound?.configure(this.validateOptions());
      else if (this.isBoundByItself || this.bound === null) this.bindByItself();
    }

    formResetCallback(): void {
      this.value = "";
    }

    private bindByItself(): void {
      if (!this.isConnected || (this.bound !== null && !this.isBoundByItself)) return;
      const id = this.getAttribute("for");
      const root = id === null ? this.own.open() : (this.getRootNode() as Document | ShadowRoot).getElementById(id);
      if (root === null) {
        this.view.fail(`页面里没有 id 为“${id}”的编辑区。`);
        return;
      }
      if (this.bound?.root === root) return;
      this.bind(root);
      this.isBoundByItself = true;
    }

    private validateOptions(): ValidateOptions {
      const list = (name: string): string[] => (this.getAttribute(name) ?? "").split(/[\s,，、]+/).filter((item) => item !== "");
      const year = Number(this.getAttribute("year") ?? NaN);
      return { disable: list("disable"), allow: list("allow"), ...(Number.isInteger(year) ? { year } : {}) };
    }

    private tell(type: string, detail: unknown): void {
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
  };
}

/** A click on a marked place shows its finding in the list. */
function followClicks(attached: Attached, view: View): () => void {
  const follow = (event: MouseEvent): void => {
    const [finding] = attached.at(event.clientX, event.clientY);
    if (finding !== undefined) view.choose(finding);
  };
  attached.root.addEventListener("click", follow);
  return () => attached.root.removeEventListener("click", follow);
}
