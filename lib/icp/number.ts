import type { ProvinceCode } from './data/provinces.ts';
import type { Problem } from './problems.ts';
import type { Status } from './status.ts';

/** The four kinds of number that have grammars of their own. */
export const plainKinds = ['icp-filing', 'icp-licence', 'telecom-licence', 'psb-filing'] as const;

/** A kind with a grammar of its own. */
export type PlainKind = (typeof plainKinds)[number];

/**
 * What sort of number it is. A permit carries its official Chinese name, `permit:网络文化经营许可证`: the name in the table (`permits`),
 * or, where the table does not hold it, the name that the page gives. `permitOf` tells the two apart.
 */
export type Kind = PlainKind | `permit:${string}`;

/** What a service number can stand for, by its letter: none, A, X, K (numbers.md §1.3). */
export const serviceTypes = ['website', 'app', 'mini-program', 'quick-app'] as const;

/** What a service number stands for. */
export type ServiceType = (typeof serviceTypes)[number];

/** The part after the hyphen: `-2X` is `{ number: 2, type: 'mini-program' }`. */
export type Service = { number: number; type: ServiceType };

/** A registration number as read: its parts, its normal form and its problems. */
export type RegistrationNumber = {
  kind: Kind;
  /** The normal form, `京ICP备10046444号-1`; null where a part is missing and could only be guessed. */
  canonical: string | null;
  /**
   * First two digits of GB/T 2260 (`11` Beijing), `66` for the XPCC police; null for national numbers and where the number
   * shows none.
   */
  province: ProvinceCode | null;
  /** Year of issue with four digits; null where the form holds no year or an impossible one. */
  year: number | null;
  /** All digits of the number's body, with the year and without the service number: `10046444`. */
  serial: string | null;
  /** The service under the holder; null where the number is the holder's own. */
  service: Service | null;
  /** Classes of a telecom licence, `['B1', 'B2']`; empty for other kinds. */
  classes: string[];
  /** GB/T 2260 county of a police filing, six digits; null for other kinds. */
  area: string | null;
  status: Status;
  /** Problems and notes, the most severe first. */
  problems: Problem[];
};

/** A number found in a text, with its offsets. */
export type Match = RegistrationNumber & {
  /** The number as displayed. */
  raw: string;
  /** Offsets into the text given to `find`, in UTF-16 units; `text.slice(start, end)` is `raw`. */
  start: number;
  end: number;
};

/** A number of a kind of which nothing else is known yet. Grammars start from it. */
export function blank(kind: Kind): RegistrationNumber {
  return {
    kind,
    canonical: null,
    province: null,
    year: null,
    serial: null,
    service: null,
    classes: [],
    area: null,
    status: 'valid',
    problems: [],
  };
}
