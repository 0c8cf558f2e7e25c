/** Marks by the CSS Custom Highlight API: registry and style sheet are the editor's own window's, the nodes stay as they are. */

import type { Mark } from "./marks.js";

type Severity = Mark["finding"]["severity"];

/** Only colours, backgrounds and lines may be set. Each weight has a line of its own shape, so that colour is not all. */
const STYLES: Record<Severity, string> = {
  error: "background-color: rgba(214, 48, 36, 0.14); text-decoration: underline wavy #b3251b; text-decoration-thickness: 1.5px;",
  warning: "background-color: rgba(214, 145, 20, 0.16); text-decoration: underline double #a86800; text-decoration-thickness: 1.5px;",
  info: "text-decoration: underline dotted #2d5a7b; text-decoration-thickness: 2px;",
};
const SEVERITIES: readonly Severity[] = ["info", "warning", "error"];

type View = Window & typeof globalThis;

export class Highlights {
  private readonly view: View;
  private readonly sheet: CSSStyleSheet;
  private readonly names: Record<Severity, string>;

  /** null where the browser cannot. */
  static in(document: Document): Highlights | null {
    const view = document.defaultView as View | null;
    const can = view !== null && typeof view.Highlight === "function" && view.CSS?.highlights !== undefined && "adoptedStyleSheets" in document;
    return can ? new Highlights(document) : null;
  }

  private constructor(private readonly document: Document) {
    this.view = document.defaultView as View;
    // Several editors may share a window.
    let number = 1;
    while (SEVERITIES.some((severity) => this.view.CSS.highlights.has(`nianbao-${severity}-${number}`))) number++;
    const name = (severity: Severity): string => `nianbao-${severity}-${number}`;
    this.names = { error: name("error"), warning: name("warning"), info: name("info") };
    this.sheet = new this.view.CSSStyleSheet();
    this.sheet.replaceSync(SEVERITIES.map((severity) => `::highlight(${name(severity)}) { ${STYLES[severity]} }`).join("\n"));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
    this.show([]);
  }

  show(marks: readonly Mark[]): void {
    SEVERITIES.forEach((severity, priority) => {
      const highlight = new this.view.Highlight(...marks.filter(({ finding }) => finding.severity === severity).map(({ range }) => range));
      highlight.priority = priority;
      this.view.CSS.highlights.set(this.names[severity], highlight);
    });
  }

  dispose(): void {
    for (const severity of SEVERITIES) this.view.CSS.highlights.delete(this.names[severity]);
    this.document.adoptedStyleSheets = this.document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }
}
