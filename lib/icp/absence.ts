import { type ApprovalField, permitOf } from './data/permits.ts';
import type { Kind } from './number.ts';

const notes = 'numbers.md §4';

/**
 * What follows when a site shows no number of a kind, by code. The value is the rules that say so (numbers.md §5), written as
 * in the tables of rules, several with `; ` between them. The words for people live in `_locales`. No code judges a site:
 * whether it needs the number depends on what it offers and from where.
 */
export const absences = {
  /** Whoever runs a site in the territory must file it, and show the number. */
  filing: 'State Council Decree 292 (2000) art. 12, 22; MII Decree 33 (2005) art. 5, 13, 22; MIIT Notice 105 (2023)',
  /** Only commercial information services need a licence. */
  licence: 'State Council Decree 292 (2000) art. 3, 4, 7, 19',
  /** Organisations file with the police; showing the number is practice. */
  'police-filing': 'MPS Decree 33 (1997) art. 12, 23',
  /** News, medical care, drugs and devices need approval before filing or licence. */
  'pre-approval': 'State Council Decree 292 (2000) art. 5',
  /** Other content has rules of its own. */
  'content-permit': notes,
  /** Forums needed an approval once. */
  abolished: notes,
  /** The number is no part of the website's filing or licence. */
  other: notes,
} as const satisfies Record<string, string>;

/** The code of what follows when a number is missing. The union is closed: `_locales` must hold words for each. */
export type AbsenceCode = keyof typeof absences;

const byField: Record<ApprovalField, AbsenceCode> = {
  news: 'pre-approval',
  medical: 'pre-approval',
  media: 'content-permit',
  games: 'content-permit',
  culture: 'content-permit',
  forum: 'abolished',
};

/** What follows when a site shows no number of this kind. `other`: the kind is no approval of the website itself. */
export function absenceOf(kind: Kind): AbsenceCode {
  switch (kind) {
    case 'icp-filing':
      return 'filing';
    case 'icp-licence':
    case 'telecom-licence':
      return 'licence';
    case 'psb-filing':
      return 'police-filing';
    default: {
      const field = permitOf(kind)?.field ?? null;
      return field === null ? 'other' : byField[field];
    }
  }
}
