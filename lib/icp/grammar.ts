import type { RegistrationNumber } from './number.ts';

/** What the caller knows and the core must be told. */
export type Context = {
  /** The present year, four digits: later years of issue are impossible. Absent: no upper bound is checked. */
  currentYear?: number;
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
export type Reading = { number: RegistrationNumber; start: number; end: number };

/** One way to write numbers: a generous pattern, then a strict reading that may still say no. */
export type Grammar = {
  /** Global and generous; never nested, every repeat bounded. */
  pattern: RegExp;
  /** Reads a hit; null where it is no such number after all. Several services written in one give several readings. */
  read: (hit: Hit, context: Context) => Reading[];
};
