/** How far a label or a prefix may stand before the digits, and a tail behind them, in characters. */
const reach = 80;
/** Longest region that is read at once: patterns never see more. Regions that are longer are cut into overlapping ones. */
const maxChars = 4000;
/** What a cut region shows of its neighbours to either side, in characters: more than the longest number with its label. */
const marginChars = 200;

/** A stretch of a text that may hold numbers: read from `from` to `to`, but the numbers that begin in `first` to `last` are its own. */
export type Region = { from: number; to: number; first: number; last: number };

// Every number holds three digits in a row that are no year, or a mask in their place. Of all that could be searched for,
// three ASCII digits are the cheapest. Full-width characters share a byte with every Chinese comma, so that a run of them
// is found sooner than one; masks are looked for only in texts that hold one of a few strings at all.
const digits = /\d{3}(?!\d?年)/g;
const wide = /[０-９]{3}|＊{4}/g;
const wideRun = /[０-９＊]{3}/;
const masks = /[xX*×]{4}|[?•]{6}/g;
const maskSigns = ['xxxx', 'XXXX', '****', '××', '??????', '••'];

/**
 * What a region must hold besides: a word or form that goes with numbers (numbers.md §0), in any of the spellings that
 * `normalise` folds, or something that it may repair.
 */
const anchor =
  /[IＩi1l|][\s\u200b-\u200d]{0,2}[CＣc]|[PＰp][IＩCＣ]|[备備俻证証證网網许許审審码碼照]|公\s{0,2}[安監监]|安\s{0,2}[网網]|信用|注册|註冊|字|[营營]业|[营營]業|operational|commercial|新出|演|[ABＡＢab]\s?[12１２]|-2\s?-|BBS|NCOL|JY\d|SP\d|L-[A-Z]|-20\d{2}|PSB|gong|public|culture|wang|code=|%[2-7E]|\\u|&#?[a-z\d]|[\u00a1-\u00ff]{2}|缃|澶|\ufffd/i;

/** The patterns of this file, for the test that proves them safe. */
export const regionPatterns: readonly RegExp[] = [digits, wide, wideRun, masks, anchor];

/** The stretches of a text that may hold a number, in order. */
export function* regions(text: string): Generator<Region> {
  for (const [from, to] of spans(text)) {
    for (let at = from; at < to; at += maxChars) {
      const region = {
        from: Math.max(from, at - marginChars),
        to: Math.min(to, at + maxChars + marginChars),
        first: at,
        last: Math.min(to, at + maxChars),
      };
      if (anchor.test(text.slice(region.from, region.to))) yield region;
    }
  }
}

/** Stretches around digits and masks, in order, neither overlapping nor adjoining. */
function spans(text: string): [number, number][] {
  const found = [...around(text, digits)];
  if (wideRun.test(text)) found.push(...around(text, wide));
  if (maskSigns.some((sign) => text.includes(sign))) found.push(...around(text, masks));
  found.sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [from, to] of found) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

function* around(text: string, pattern: RegExp): Generator<[number, number]> {
  let from = -1;
  let to = -1;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    if (to < 0 || found.index - reach > to) {
      if (to >= 0) yield [from, to];
      from = Math.max(0, found.index - reach);
    }
    to = Math.min(text.length, pattern.lastIndex + reach);
  }
  if (to >= 0) yield [from, to];
}
