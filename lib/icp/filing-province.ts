import type { Problem } from './problems.ts';
import { type ProvinceCode, provinces, readProvince } from './provinces.ts';

/** Whose number it is, as the characters before `ICP` tell. */
export type Prefix = {
  province: ProvinceCode | null;
  /** The characters that belong to the number: the province's, or a joke registry's name; '' for none. */
  text: string;
  problem: Problem | null;
};

// Registries that blogs run for fun, with numbers of the same form (numbers.md §1.5). Names of one character need no
// entry: every single character that is no province's is read as one.
const jokeRegistries = ['云团子', '团子', '星云', '喵喵', '小萌'];
// Characters that people expect but no Communications Administration uses: 0 real footers (numbers.md §1.2).
const neverUsed = '军国兵申港澳台穗深省';

/**
 * Reads the Han characters that stand directly before `ICP`, up to four, nearest last. `lone`: nothing Han stands before
 * them. The character tells the holder's province: Decree 33 (2005) art. 3; list in numbers.md §1.2.
 */
export function readPrefix(before: string, lone: boolean): Prefix {
  const last = before.slice(-1);
  for (const { code, zh, fullName, icp } of provinces.values()) {
    // 上海ICP备 for 沪ICP备. Names that end in the province's own character (北京) cannot be told from the right form.
    for (const name of [fullName, zh, ...(zh === '内蒙古' ? ['内蒙'] : [])]) {
      if (before.endsWith(name) && (icp === null || !name.endsWith(icp) || name === '内蒙')) {
        return { province: code, text: name, problem: { code: 'province-full-name', part: name } };
      }
    }
  }
  const joke = jokeRegistries.find((name) => before.endsWith(name));
  if (joke !== undefined) return { province: null, text: joke, problem: { code: 'unofficial-registry', part: joke } };

  const reading = readProvince(last, 'icp');
  const inWord = before.length > 1 || !lone;
  // 云 alone is a wrong Yunnan; in 阿里云ICP备 and 腾讯云ICP备 it is no province at all.
  if (reading !== null && !(last === '云' && inWord)) {
    const problem: Problem | null = reading.alternate ? { code: 'province-alternate', part: last } : null;
    return { province: reading.code, text: last, problem };
  }
  if (before.length === 2 && lone && readProvince(before.charAt(0), 'icp') !== null) {
    return { province: null, text: before, problem: { code: 'internal-numbering', part: before } };
  }
  if (before.length === 1 && lone) {
    const code = neverUsed.includes(before) ? 'province-unknown' : 'unofficial-registry';
    return { province: null, text: before, problem: { code, part: before } };
  }
  return { province: null, text: '', problem: { code: 'province-missing', part: '' } };
}
