import type { ProvinceCode } from '../data/provinces.ts';
import type { RegistrationNumber } from '../number.ts';

/** What the caller knows and the core must be told: it has no clock and no address, and the table of areas is large. */
export type Context = {
  /** The present year, four digits: later years of issue are impossible. Absent: no upper bound is checked. */
  currentYear?: number;
  /** The host that shows the text, `www.example.com`: famous numbers of others are copied. Absent: this is not checked. */
  host?: string;
  /** The province of the town that a text names (`provinceOfCity` of areas.ts); null where it names none. Absent: towns tell nothing. */
  provinceOfCity?: (text: string) => ProvinceCode | null;
  /** Whether an area code of the police is known. Absent: this is not checked. */
  isKnownArea?: (code: string) => boolean;
};

/** Where a pattern matched in normalised text. */
export type Hit = {
  /** The whole normalised text, for a look at what stands around. */
  text: string;
  /** Offset of the match and its end, label included. */
  start: number;
  end: number;
  /** The pattern's groups, by number; an unmatched group is ''. */
  groups: string[];
  /** The pattern's groups by name; absent where unmatched. */
  named: Readonly<Record<string, string | undefined>>;
};

/** What a grammar makes of a hit: the number, and the stretch of normalised text that is the number itself. */
export type ReadNumber = { number: RegistrationNumber; start: number; end: number };

/** One way to write numbers: a generous pattern, then a strict reading that may still say no. */
export type Grammar = {
  /** Not global. A cheap question: a text without this holds no such number. */
  anchor: RegExp;
  /** Global and generous; never nested, every repeat bounded. */
  pattern: RegExp;
  /** Reads a hit; null where it is no such number after all. Several services written in one give several readings. */
  read: (hit: Hit, context: Context) => ReadNumber[];
};
