/** How many values are read or written at a time, so that the memory needed does not grow with the audit. */
export const partSize = 500;

/** Splits items into lists of `partSize`; the last list may be shorter. No items give no list. */
export function* partsOf<Item>(items: Iterable<Item>): Generator<Item[]> {
  let part: Item[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < partSize) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
