/** 设置: rules switched off, this place's own words, the year that is due; all to be seen and taken back. */

import { button, byId, el, fill } from "./dom.js";
import { KINDS } from "./finding-filter.js";
import type { RuleList } from "./rule-list.js";
import type { Settings } from "./settings.js";
import { sheetOf } from "./sheet.js";
import { setText } from "./verdict.js";

export interface SettingsSheet {
  /** The settings have changed, here or elsewhere. */
  show(): void;
}

const KEPT = "保存在这台电脑的浏览器里，不上传。";
const NOT_KEPT = "浏览器不允许保存，刷新页面后要重新设置。";

export function createSettingsSheet(settings: Settings, rules: RuleList): SettingsSheet {
  const sheet = sheetOf(byId("settings", HTMLDialogElement));
  const list = byId("disabled-rules", HTMLElement);
  const none = byId("no-disabled-rules", HTMLElement);
  const words = byId("own-words", HTMLTextAreaElement);
  const keeping = byId("settings-keeping", HTMLElement);
  const close = byId("settings-close", HTMLButtonElement);
  const limits = byId("limits", HTMLButtonElement);
  const years = [byId("due-year", HTMLSelectElement), byId("settings-year", HTMLSelectElement)];
  let titles = new Map<string, string>();

  for (const select of years) {
    fill(select, ...settings.years.map((year) => el("option", { value: year }, String(year))));
    select.addEventListener("change", () => settings.setYear(Number(select.value)));
  }
  words.addEventListener("input", () => settings.setWords(words.value.split("\n")));
  close.addEventListener("click", () => sheet.close());
  const open = (): void => {
    words.value = settings.words.join("\n");
    sheet.open();
    void nameRules();
  };
  byId("settings-open", HTMLButtonElement).addEventListener("click", open);
  limits.addEventListener("click", open);
  show();
  return { show };

  function show(): void {
    showLimits();
    for (const select of years) select.value = String(settings.year);
    if (document.activeElement !== words) words.value = settings.words.join("\n");
    keeping.textContent = settings.isKept ? KEPT : NOT_KEPT;
    none.hidden = settings.disabled.length > 0;
    fill(
      list,
      ...settings.disabled.map((code) => {
        const title = titles.get(code) ?? groupTitle(code) ?? code;
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

  /** Beside the verdict stands what is not being reported. */
  function showLimits(): void {
    const words = [
      [settings.disabled.length, "已停用 N 条规则"],
      [settings.words.length, "N 个本单位用词不提示"],
    ] as const;
    const said = words.filter(([count]) => count > 0).map(([count, sentence]) => sentence.replace("N", String(count)));
    limits.hidden = said.length === 0;
    setText(limits, said.join("，"));
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

/** A house may switch off a whole group of rules. */
function groupTitle(code: string): string | undefined {
  return KINDS.filter(([group]) => group === code).map(([, name]) => `${name}（整类）`)[0];
}
