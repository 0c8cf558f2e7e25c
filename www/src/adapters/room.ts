/** Makes room in the window for a panel along its edge, so that it covers nothing of the editor; the numbers are those of check.css. */

const PANEL_WIDTH = "380px";
const PANEL_HEIGHT = "55vh";
const NARROW = 700;

/** Gives a function that takes the room back. */
export function makeRoom(): () => void {
  const root = document.documentElement;
  const before = root.getAttribute("style");
  const restore = (): void => {
    root.style.cssText = before ?? "";
    // Asked for before it is taken away: Chromium leaves an empty attribute where it had not yet written one.
    if (before === null && root.getAttribute("style") !== null) root.removeAttribute("style");
  };
  const make = (): void => {
    restore();
    // What is scrolled to, inside an editor's frame too, comes to rest beside the panel and not beneath it.
    const room = window.innerWidth <= NARROW
      ? { paddingBottom: PANEL_HEIGHT, scrollPaddingBottom: PANEL_HEIGHT }
      : { boxSizing: "border-box", paddingRight: PANEL_WIDTH, scrollPaddingRight: PANEL_WIDTH };
    Object.assign(root.style, room);
  };
  make();
  window.addEventListener("resize", make);
  return () => {
    window.removeEventListener("resize", make);
    restore();
  };
}
