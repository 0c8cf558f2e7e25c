/**
 * What the browser keeps: settings on this computer, the work on a draft only for the tab. A page that may keep
 * nothing works all the same, so every refusal is an answer here and no error.
 */

// Even naming a storage throws where it is forbidden, so it is named within the functions below only.
type Place = () => Storage;

/** Kept on this computer until it is removed. */
export const onComputer: Place = () => localStorage;
/** Kept for a reload and after a crash, gone with the tab. */
export const inTab: Place = () => sessionStorage;

export function readItem(place: Place, key: string): string | null {
  try {
    return place().getItem(key);
  } catch {
    return null;
  }
}

/** An empty value is not kept. false where the browser has no room or forbids it; an older value is then gone too. */
export function keepItem(place: Place, key: string, value: string): boolean {
  try {
    if (value === "") place().removeItem(key);
    else place().setItem(key, value);
    return true;
  } catch {
    forgetItem(place, key);
    return false;
  }
}

export function forgetItem(place: Place, key: string): void {
  try {
    place().removeItem(key);
  } catch {
    // Nothing was kept, so there is nothing to forget.
  }
}

export const DRAFT = "nianbao.draft";
export const PREVIOUS = "nianbao.previous";
export const SET_ASIDE = "nianbao.set-aside";
const LEFT_AT = "nianbao.left-at";
const A_RELOAD_TAKES = 3 * 60_000;

/**
 * Forgets the work of a tab that was closed and opened again, by a browser that brings back closed tabs with all they
 * kept. A reload follows at once on leaving; after a crash nothing was taken down on leaving.
 */
export function forgetClosedTab(): void {
  const leftAt = readItem(inTab, LEFT_AT);
  forgetItem(inTab, LEFT_AT);
  if (leftAt !== null && Date.now() - Number(leftAt) > A_RELOAD_TAKES) {
    for (const key of [DRAFT, PREVIOUS, SET_ASIDE]) forgetItem(inTab, key);
  }
  window.addEventListener("pagehide", () => keepItem(inTab, LEFT_AT, String(Date.now())));
  // Back from another page, with all of this one as it was left.
  window.addEventListener("pageshow", () => forgetItem(inTab, LEFT_AT));
}
