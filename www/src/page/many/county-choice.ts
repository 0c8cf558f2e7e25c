/** Which of many reports is most likely the county's own: the one that the others add up to. */

import type { Item } from "./batch.js";
import { requestsReceived } from "./columns.js";

/** A whole area or its government; neither a town, nor a bureau, nor the government's own office. */
const AREA = /(?:省|市|州|盟|县|区|旗)(?:人民政府)?$/;

/** The guess, with several the one that received most; null where none reports for a whole area. */
export function likelyCounty(items: readonly Item[]): Item | null {
  const areas = items.filter(({ report }) => AREA.test(report?.organ ?? ""));
  const most = Math.max(...areas.map((item) => requestsReceived(item) ?? 0));
  return areas.filter((item) => (requestsReceived(item) ?? 0) === most)[0] ?? null;
}
