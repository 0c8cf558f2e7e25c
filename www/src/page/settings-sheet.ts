/** 设置: rules switched off, this place's own words, the year that is due; all to be seen and taken back. */

import type { RuleInfo } from "../engine/index.js";
import { button, byId, el, fill } from "./dom.js";
import type { Settings } from "./settings.js";

export interface SettingsSheet {
  open(): void;
  /** The settings have changed, here or elsewhere. */
  show(): void;
}

const KEPT = "保存在这台电脑的浏览器里，不上传。";
const NOT_KEPT = "浏览器不允许保存，刷新页面后要重新设置。";

export function createSettingsSheet(settings: Settings, rules: () => Promise<RuleInfo[]>): SettingsSheet {
  const sheet = byId("settings", HTMLDialogElement);
  const list = byId("disabled-rules", HTMLElement);
  const none = byId("no-disabled-rules", HTMLElement);
  const words = byId("own-words", HTMLTextAreaElement);
  const keeping = byId("settings-keeping", HTMLElement);
  const close = byId("settings-close", HTMLButtonElement);
  const years = [byId("due-year", HTMLSelectElement), byId("settings-year", HTMLSelectElement)];
  let titles = new Map<string, string>();

  for (const select of years) {
    fill(select, ...settings.years.map((year) => el("option", { value: year }, String(year))));
    select.addEventListener("change", () => settings.setYear(Number(select.value)));
  }
  words.addEventListener("input", () => settings.setWords(words.value.split("\n")));
  close.addEventListener("click", () => sheet.close());
  sheet.addEventListener("click", (event) => {
    // Only the ground beside the sheet is the dialog itself.
    if (event.target === sheet) sheet.close();
  });

  return {
    open() {
      words.value = settings.words.join("\n");
      if (!sheet.open) sheet.showModal();
      void nameRules();
    },
    show,
  };

  function show(): void {
    for (const select of years) select.value = String(settings.year);
    if (document.activeElement !== words) words.value = settings.words.join("\n");
    keeping.textContent = settings.isKept ? KEPT : NOT_KEPT;
    none.hidden = settings.disabled.length > 0;
    fill(
      list,
      ...settings.disabled.map((code) => {
        const title = titles.get(code) ?? code;
        const enable = (): void => {
          settings.enable(code);
          // The button that had the keyboard is gone.
          close.focus();
        };
        return el(
          "li",
          { class: "disabled-rule", "data-test": "disabled-rule" },
          el("span", {}, title),
          button({ class: "quiet", "data-test": "enable", "aria-label": `恢复：${title}` }, enable, "恢复"),
        );
      }),
    );
  }

  /** Titles come from the core, a moment later. A code whose rule is gone stays a code, and can be taken back all the same. */
  async function nameRules(): Promise<void> {
    try {
      titles = new Map((await rules()).map((rule) => [rule.code, rule.title]));
      show();
    } catch {
      // The page says elsewhere that the core does not start.
    }
  }
}
