/**
 * The page: wires the draft, the engine and the views together. README.md of www/ says how a view is added.
 *
 * Elements that tests speak of carry `data-test`, a name that stays when the look changes.
 * `body[data-state]` is "empty", "waiting", "not-a-report", "findings", "settled" (all set aside), "clear" or "partly";
 * `body[data-pane]` is the pane that a narrow screen shows, `body[data-view]` what stands in the desk's place,
 * `body[data-report]` which year's text its pane holds;
 * `body[data-answered]` is "false" from an edit to its answer.
 */

// Before all others: it takes the page as it was delivered.
import { settingsBlock } from "./house/page-source.js";
import { createEngine, type Report, type ValidateOptions } from "../engine/index.js";
import { Asides } from "./asides.js";
import { createBlankForm } from "./blank-form/blank-form-view.js";
import { createCatalogue } from "./catalogue/catalogue.js";
import { createChecking } from "./checking.js";
import { createCompare } from "./compare-view.js";
import { createDesk } from "./desk.js";
import { button, byId, fill } from "./dom.js";
import { Draft } from "./draft.js";
import { createFiles } from "./files.js";
import { readHouse } from "./house/house.js";
import { createHostMessages } from "./house/host-messages.js";
import { createHouseSettings } from "./house/house-settings.js";
import { createYearNotice } from "./house/newest-year.js";
import { createInputPane } from "./input-pane.js";
import { createLicences } from "./licences.js";
import { createMany } from "./many/many-view.js";
import { createNotices } from "./notices.js";
import type { Checked, Page } from "./page.js";
import { takePastes } from "./paste.js";
import { createRecord } from "./record/record-view.js";
import { createRuleList } from "./rule-list.js";
import { Settings } from "./settings.js";
import { createSettingsSheet } from "./settings-sheet.js";
import { DRAFT, forgetClosedTab, PREVIOUS } from "./storage.js";
import { setText } from "./verdict.js";
import { createViews } from "./views.js";

const failure = byId("failure", HTMLElement);
const busy = byId("busy", HTMLElement);

const engine = createEngine();
forgetClosedTab();
const draft = new Draft(byId("input", HTMLTextAreaElement), DRAFT);
const previous = new Draft(byId("previous", HTMLTextAreaElement), PREVIOUS);
for (const text of [draft, previous]) text.restore();
const asides = new Asides(() => {
  if (checked !== null) accept(parted(checked.text, checked.report));
});
const { house, problem } = readHouse(settingsBlock());
const settings = new Settings(new Date().getFullYear(), house, () => {
  settingsSheet.show();
  if (checked !== null) checking.soon();
});
const rules = createRuleList(engine);
const settingsSheet = createSettingsSheet(settings, rules);

let checked: Checked | null = null;
const whenChecked: ((checked: Checked | null) => void)[] = [];
const whenFailed: ((reason: string) => void)[] = [];

const page: Page = {
  engine,
  draft,
  previous,
  settings,
  asides,
  rules,
  notices: createNotices(byId("notice", HTMLElement), [draft, previous]),
  views: createViews(byId("desk", HTMLElement)),
  get files() {
    return files;
  },
  get shownText() {
    return inputPane.shown;
  },
  showText: (text) => inputPane.show(text),
  get checked() {
    return checked;
  },
  onChecked: (listener) => void whenChecked.push(listener),
  onFailed: (listener) => void whenFailed.push(listener),
  showRule: (code) => catalogue.open(code),
  checkNow: () => checking.now(),
};

const checking = createChecking(draft.textarea, engine, options, {
  answered: (text, report) => accept(parted(text, report)),
  emptied: () => accept(null),
  failed(reason) {
    setAnswered(true);
    failure.hidden = false;
    fill(failure, reason, "　文字没有丢。", button({ class: "quiet" }, () => checking.now(), "再核对一次"));
    if (checked === null) document.body.setAttribute("data-state", "empty");
    for (const listener of whenFailed) listener(reason);
  },
  busy(isBusy) {
    busy.hidden = !isBusy;
    if (isBusy) setText(byId("status", HTMLElement), "正在核对");
    if (isBusy && checked === null) desk.waiting();
  },
});
draft.onEdit(() => setAnswered(false));
previous.onEdit(() => checking.soon());

const desk = createDesk(page);
const inputPane = createInputPane(page);
const files = createFiles(page, createMany(page));
createCompare(page);
for (const text of [draft, previous]) takePastes(text, page);
createRecord(page);
const catalogue = createCatalogue(page);
createBlankForm(page);
createHouseSettings(settings, problem);
createYearNotice(page);
createHostMessages(page, house.hosts);
createLicences();

setText(byId("version", HTMLElement), `nianbao ${engine.version}`);
if (draft.text !== "") checking.now();

function options(): ValidateOptions {
  return previous.text.trim() === "" ? settings.options() : { ...settings.options(), previous: previous.text };
}

function parted(text: string, report: Report): Checked {
  return { text, report, ...asides.part(text, report) };
}

function accept(next: Checked | null): void {
  setAnswered(true);
  checked = next;
  failure.hidden = true;
  for (const listener of whenChecked) listener(checked);
}

function setAnswered(yes: boolean): void {
  document.body.setAttribute("data-answered", String(yes));
}
