/**
 * Places of the text that was checked, in the text as it is now.
 *
 * Between a key press and its answer the findings on the page speak of the text before it. The one changed
 * stretch is found by comparing both texts from both ends; what lies before or after it only moves.
 */

export interface Place {
  from: number;
  to: number;
}

/** Where the place is now; `null` where it has been edited meanwhile. */
export function currentPlace(checked: string, now: string, place: Place): Place | null {
  if (checked === now) return { from: place.from, to: place.to };
  const shorter = Math.min(checked.length, now.length);
  let start = 0;
  while (start < shorter && checked.charCodeAt(start) === now.charCodeAt(start)) start++;
  if (place.to <= start) return { from: place.from, to: place.to };

  let end = 0;
  while (end < shorter - start && checked.charCodeAt(checked.length - 1 - end) === now.charCodeAt(now.length - 1 - end)) end++;
  if (place.from < checked.length - end) return null;
  const moved = now.length - checked.length;
  return { from: place.from + moved, to: place.to + moved };
}

/** The number of the line that a position stands on, from 1; for many positions of one text. */
export function lineCounter(text: string): (position: number) => number {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return (position) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
