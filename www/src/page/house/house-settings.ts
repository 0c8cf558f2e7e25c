/** What of the settings comes from the house, and the copy of the page that carries them on. */

import { byId, el } from "../dom.js";
import { saveFile } from "../save-file.js";
import type { Settings } from "../settings.js";
import { fileName, pageWith } from "./page-source.js";

/** `problem` is what is wrong with the house's block of settings. */
export function createHouseSettings(settings: Settings, problem: string | null): void {
  const office = byId("office", HTMLInputElement);
  const words = byId("house-words", HTMLElement);

  office.value = settings.office;
  office.addEventListener("change", () => {
    settings.setOffice(office.value);
    office.value = settings.office;
  });
  words.hidden = settings.houseWords.length === 0;
  words.textContent = `另有本单位预设的 ${settings.houseWords.length} 个：${settings.houseWords.join("、")}。`;
  byId("save-edition", HTMLButtonElement).addEventListener("click", () => {
    saveFile(fileName, new Blob([pageWith(settings.asHouse())], { type: "text/html;charset=utf-8" }));
  });
  if (problem !== null) {
    byId("failure", HTMLElement).insertAdjacentElement("beforebegin", el("p", { class: "failure", role: "alert", "data-test": "house-problem" }, problem));
  }
}
