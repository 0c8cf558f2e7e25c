/** Asks why a finding is to be set aside. */

import { button, el, fill } from "./dom.js";

const OTHER = "其他";
const REASONS = ["经核实无误", "本地规定如此", OTHER];

/** Opens the form within a frame; `name` tells its choices from those of other findings. */
export function askForReason(frame: HTMLElement, name: string, setAside: (reason: string) => void): void {
  const note = el("input", { type: "text", class: "line-input", "data-test": "set-aside-note", "aria-label": "说明", autocomplete: "off", maxlength: 200, placeholder: "可补充说明" });
  const choices = REASONS.map((reason, index) => {
    const choice = el("input", { type: "radio", name, value: reason });
    choice.checked = index === 0;
    return { choice, label: el("label", { class: "choice", "data-test": "set-aside-reason" }, choice, reason) };
  });
  const missing = el("p", { class: "form-missing", role: "alert", hidden: true }, "请写一句为什么。");
  const submit = (): void => {
    const reason = choices.filter(({ choice }) => choice.checked)[0]?.choice.value ?? OTHER;
    const words = note.value.trim();
    missing.hidden = reason !== OTHER || words !== "";
    if (!missing.hidden) note.focus();
    else setAside(reason === OTHER ? words : words === "" ? reason : `${reason}：${words}`);
  };
  const close = (): void => {
    frame.hidden = true;
    fill(frame);
  };
  frame.onkeydown = (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) submit();
    if (event.key === "Escape") close();
  };
  frame.hidden = false;
  fill(
    frame,
    el(
      "fieldset",
      { class: "choices" },
      el("legend", {}, "为什么搁置？文字周围再改，也不再列出；理由会写进校核单。"),
      ...choices.map(({ label }) => label),
    ),
    note,
    button({ class: "quiet", "data-test": "set-aside-done" }, submit, "搁置"),
    button({ class: "quiet" }, close, "取消"),
    missing,
  );
  choices[0]?.choice.focus();
}
