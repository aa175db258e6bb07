/** How far a label or a prefix may stand before the digits, and a tail after them, in characters. */
const reach = 80;
/** Longest region that patterns read at once, in characters. Longer regions are cut into overlapping ones. */
const maxChars = 4000;
/**
 * How much of its neighbours a cut region includes on either side, in characters: more than the longest number with its label.
 */
const marginChars = 200;

/**
 * A stretch of a text that may hold numbers. It is read from `from` to `to`; only numbers that begin from `first` to `last`
 * belong to it.
 */
export type Region = { from: number; to: number; first: number; last: number };

// Every number holds three digits in a row that are no year, or a mask instead of them. One pattern finds both, as runs of
// three of their characters: the engine skips through a text in steps of three. A longer run, a single character or a larger
// class would cost a multiple (measured by `npm run bench`). Full-width signs would make the class too large, so they have a
// pattern of their own.
const plainSigns = /[0-9xX*?]{3}/g;
const wideSigns = /[０-９＊×•]{3}/g;
const digits = /\d{3}(?!\d?年)/y;
const wideDigits = /[０-９]{3}|＊{4}/y;
const mask = /[xX*×]{4}|[?•]{6}/y;

/**
 * What a region must hold besides: a word or form that goes with numbers (numbers.md §0), in any of the spellings that
 * `normalise` folds, or damaged text that it may repair.
 */
const anchor =
  /[IＩi1l|][\s\u200b-\u200d]{0,2}[CＣc]|[PＰp][IＩCＣ]|[备備俻证証證网網许許审審码碼照]|公\s{0,2}[安監监]|安\s{0,2}[网網]|信用|注册|註冊|字|[营營]业|[营營]業|operational|commercial|新出|演|[ABＡＢab]\s?[12１２]|-2\s?-|BBS|NCOL|JY\d|SP\d|L-[A-Z]|-20\d{2}|PSB|gong|public|culture|wang|code=|%[2-7E]|\\u|&#?[a-z\d]|[\u00a1-\u00ff]{2}|缃|澶|\ufffd/i;

/** The patterns of this file, for the test that proves them safe. */
export const regionPatterns: readonly RegExp[] = [plainSigns, wideSigns, digits, wideDigits, mask, anchor];

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

/** Stretches around digits and masks, in order. They neither overlap nor touch. */
function spans(text: string): [number, number][] {
  const found = [...around(text, plainSigns, digits), ...around(text, wideSigns, wideDigits)];
  found.sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [from, to] of found) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Stretches around the runs of signs that are digits or a mask. */
function* around(text: string, signs: RegExp, digits: RegExp): Generator<[number, number]> {
  let from = -1;
  let to = -1;
  signs.lastIndex = 0;
  for (let found = signs.exec(text); found !== null; found = signs.exec(text)) {
    const { index } = found;
    const end = endAt(digits, text, index) ?? endAt(mask, text, index);
    if (end === null) {
      signs.lastIndex = index + 1;
      continue;
    }
    signs.lastIndex = end;
    if (to < 0 || index - reach > to) {
      if (to >= 0) yield [from, to];
      from = Math.max(0, index - reach);
    }
    to = Math.min(text.length, end + reach);
  }
  if (to >= 0) yield [from, to];
}

function endAt(sticky: RegExp, text: string, at: number): number | null {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : null;
}
