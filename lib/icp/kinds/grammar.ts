import type { ProvinceCode } from '../data/provinces.ts';
import type { RegistrationNumber } from '../number.ts';

/** What the caller must tell the core: it has no clock and no address, and the table of areas is too large for it. */
export type Context = {
  /** The present year, four digits: later years of issue are impossible. Absent: no upper bound is checked. */
  currentYear?: number;
  /** The host that shows the text, `www.example.com`. A famous site's number on another host is copied. Absent: not checked. */
  host?: string;
  /**
   * The province of the town that a text names (`provinceOfCity` of areas.ts); null where it names none. Absent: towns are
   * ignored.
   */
  provinceOfCity?: (text: string) => ProvinceCode | null;
  /** Whether an area code of the police is known. Absent: not checked. */
  isKnownArea?: (code: string) => boolean;
};

/** Where a pattern matched in normalised text. */
export type Hit = {
  /** The whole normalised text, so that a grammar can read what stands around the match. */
  text: string;
  /** Offset of the match and its end, label included. */
  start: number;
  end: number;
  /** The pattern's groups, by number; an unmatched group is ''. */
  groups: string[];
  /** The pattern's groups by name; absent where unmatched. */
  named: Readonly<Record<string, string | undefined>>;
};

/** The result of a grammar for one hit: the number, and its offsets in normalised text. */
export type ReadNumber = { number: RegistrationNumber; start: number; end: number };

/** One way to write numbers. A generous pattern finds a hit; a strict reader may still refuse it. */
export type Grammar = {
  /** A cheap test, not global: a text that it does not match holds no such number. */
  anchor: RegExp;
  /** Global and generous; quantifiers are not nested, and every repeat is bounded. */
  pattern: RegExp;
  /** Reads a hit; [] where it is no such number after all. Several services written in one give several numbers. */
  read: (hit: Hit, context: Context) => ReadNumber[];
};
