/** On a narrow screen one pane shows at a time; on a wide one all do, and the tabs are hidden by the style sheet. */

export type Pane = "input" | "findings" | "document";

export interface Panes {
  readonly shown: Pane;
  show(pane: Pane): void;
}

export function createPanes(onShow: (pane: Pane) => void): Panes {
  const tabs = Array.from(document.querySelectorAll<HTMLButtonElement>(".tab"));
  let shown: Pane = "input";
  const panes: Panes = {
    get shown() {
      return shown;
    },
    show(pane) {
      shown = pane;
      document.body.setAttribute("data-pane", pane);
      for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.getAttribute("data-pane") === pane));
    },
  };
  for (const tab of tabs) {
    tab.addEventListener("click", () => {
      const pane = tab.getAttribute("data-pane") as Pane;
      panes.show(pane);
      onShow(pane);
    });
  }
  return panes;
}
