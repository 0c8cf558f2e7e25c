/**
 * What the house has set for everyone who opens its copy of the page: a block of JSON in the page itself,
 * `<script type="application/json" id="nianbao-settings">`. README.zh-CN.md tells webmasters of it.
 */

export const BLOCK_ID = "nianbao-settings";

export interface House {
  /** The office that the record names. */
  office: string;
  /** Words and names that no wording or punctuation rule may report. */
  words: string[];
  /** Rules switched off: codes, or whole groups. */
  disabled: string[];
  /** Origins of pages that may ask this one when it stands in their iframe. */
  hosts: string[];
}

export interface ReadHouse {
  house: House;
  /** What is wrong with the block, in one sentence; null where all of it was taken. */
  problem: string | null;
}

/** Never fails: what cannot be used is left out and told. */
export function readHouse(json: string): ReadHouse {
  const house: House = { office: "", words: [], disabled: [], hosts: [] };
  if (json.trim() === "") return { house, problem: null };
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    given = null;
  }
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return { house, problem: `页面里的预设（${BLOCK_ID}）写得不对，没有采用：应是 {"office": "…", "words": ["…"]} 这样的 JSON。核对不受影响，请告诉管理这个页面的人。` };
  }
  const { office, ...rest } = given as Record<string, unknown>;
  const wrong: string[] = [];
  if (typeof office === "string") house.office = office.trim();
  else if (office !== undefined) wrong.push("office 应是文字");
  for (const key of ["words", "disabled", "hosts"] as const) {
    const list = rest[key];
    if (Array.isArray(list) && list.every((item) => typeof item === "string")) house[key] = distinct(list as string[]);
    else if (list !== undefined) wrong.push(`${key} 应是一串文字，如 ["…", "…"]`);
  }
  const problem = wrong.length === 0 ? null : `页面里的预设（${BLOCK_ID}）有写得不对的地方，没有采用：${wrong.join("；")}。核对不受影响，请告诉管理这个页面的人。`;
  return { house, problem };
}

/** The block's words for a page: `<` is written so that nothing in it can end the block. */
export function houseJson(house: House): string {
  return JSON.stringify(house, null, 2).replace(/</g, "\\u003c");
}

export function distinct(words: readonly string[]): string[] {
  return Array.from(new Set(words.map((word) => word.trim()).filter((word) => word !== "")));
}
