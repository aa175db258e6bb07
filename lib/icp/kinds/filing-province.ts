import { endsInOtherWord, provinceAtEnd } from '../data/province-names.ts';
import { type ProvinceCode, provinces, readProvince } from '../data/provinces.ts';
import type { Problem } from '../problems.ts';

/** The province of a number, as the characters before `ICP` tell it. */
export type Prefix = {
  province: ProvinceCode | null;
  /** The characters that belong to the number: the province's, or a joke registry's name; '' for none. */
  text: string;
  /**
   * How the normal form begins: the province's character even where its name was written; '' where the province is not known.
   */
  canonical: string;
  problem: Problem | null;
};

// Registries that blogs run for fun, with numbers of the same form (numbers.md §1.5). Names of one character need no entry:
// every single character that is no province counts as a joke registry.
const jokeRegistries = ['云团子', '团子', '星云', '喵喵', '小萌'];
/** Their digits: a year of four digits and four more. No filing has such digits (numbers.md §1.1, §1.5). */
const jokeDigits = /^20[12]\d{5}$/;
const maxJokeName = 4;
// Characters that people expect but that no Communications Administration uses: 0 real footers (numbers.md §1.2).
const neverUsed = '军国兵申港澳台穗深';
/**
 * Characters that templates write instead of the province's: 省ICP备05000001号 is the sample of a hosting notice (numbers.md §6).
 */
const templateWords = '省某';

/**
 * Reads the Han characters directly before `ICP`: up to eight, the nearest last. `lone`: no Han character stands before them.
 * The character tells the holder's province: Decree 33 (2005) art. 3; list in numbers.md §1.2.
 */
export function readPrefix(before: string, lone: boolean, digits: string): Prefix {
  const last = before.slice(-1);
  const other = (code: Problem['code'], text = before): Prefix => ({
    province: null,
    text,
    canonical: text,
    problem: { code, part: text },
  });

  const named = provinceAtEnd(before);
  const character = named === null ? null : (provinces.get(named.code)?.icp ?? null);
  // 上海ICP备 means 沪ICP备. A name that ends in the province's own character (北京) is the right form after a word.
  if (named !== null && character !== null && (character !== last || named.name === '内蒙')) {
    const problem: Problem = { code: 'province-full-name', part: named.name };
    return { province: named.code, text: named.name, canonical: character, problem };
  }
  const joke = jokeRegistries.find((name) => before.endsWith(name));
  if (joke !== undefined) return other('unofficial-registry', joke);
  if (endsInOtherWord(before)) return other('province-missing', '');

  const reading = readProvince(last, 'icp');
  // 云 is no province in the middle of a word. With the digits of a joke registry it is a joke registry.
  const isCloud = last === '云' && (before.length > 1 || !lone || jokeDigits.test(digits));
  if (reading !== null && !isCloud) {
    const problem: Problem | null = reading.alternate ? { code: 'province-alternate', part: last } : null;
    return { province: reading.code, text: last, canonical: last, problem };
  }
  if (!lone || before === '') return other('province-missing', '');
  if (before.length === 2 && readProvince(before.charAt(0), 'icp') !== null) return other('internal-numbering');
  if (before.length > 1) {
    return before.length <= maxJokeName && jokeDigits.test(digits)
      ? other('unofficial-registry')
      : other('province-missing', '');
  }
  if (templateWords.includes(before)) return other('placeholder-sample');
  return other(neverUsed.includes(before) ? 'province-unknown' : 'unofficial-registry');
}
