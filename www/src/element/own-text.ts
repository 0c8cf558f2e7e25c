/** The text of a <nianbao-check> that names no editor: the textarea inside it, else one in its shadow tree. */

/** Part of a form, from Chromium 77 on. */
interface FormInternals {
  setFormValue(value: string): void;
}

export class OwnText {
  private textarea: HTMLTextAreaElement | null = null;
  private isOwn = false;
  private readonly internals: FormInternals | null;

  constructor(private readonly host: HTMLElement, private readonly shadow: ShadowRoot) {
    this.internals = typeof host.attachInternals === "function" ? host.attachInternals() : null;
  }

  get value(): string {
    return this.textarea?.value ?? "";
  }

  set value(text: string) {
    this.open().value = text;
    this.tellForm();
  }

  /** The textarea, made where there is none. One inside the element belongs to its form already. */
  open(): HTMLTextAreaElement {
    const inside = this.host.querySelector("textarea");
    if (inside !== null) this.use(document.createElement("slot"), inside, false);
    else if (this.textarea === null) this.openOwn();
    return this.textarea as unknown as HTMLTextAreaElement;
  }

  private openOwn(): void {
    const textarea = document.createElement("textarea");
    textarea.className = "own";
    textarea.setAttribute("aria-label", "年报全文");
    textarea.placeholder = "把年报全文粘贴到这里";
    textarea.addEventListener("input", () => this.tellForm());
    this.use(textarea, textarea, true);
  }

  private use(shown: HTMLElement, textarea: HTMLTextAreaElement, isOwn: boolean): void {
    if (this.textarea === textarea) return;
    this.textarea = textarea;
    this.isOwn = isOwn;
    this.shadow.insertBefore(shown, this.shadow.querySelector(".head"));
  }

  private tellForm(): void {
    if (this.isOwn) this.internals?.setFormValue(this.value);
  }
}
