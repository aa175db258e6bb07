import type { Names } from './explain.ts';
import type { Kind } from './number.ts';
import { type ApprovalField, permitOf } from './permits.ts';

const notes: Names = { en: 'numbers.md §4', zh: 'numbers.md §4' };

/**
 * What follows where a number of a kind is missing, by code: the rules that say so (numbers.md §5). The words for people
 * live in `_locales`. None of them is a judgement on a site: whether it needs the number at all depends on what it offers
 * and from where.
 */
export const absences = {
  /** Whoever runs a site in the territory must file it, and show the number. */
  filing: {
    en: 'State Council Decree 292 art. 12, 22; MII Decree 33 (2005) art. 5, 13, 22; notice 105 of MIIT (2023)',
    zh: '国务院令第 292 号第十二、二十二条；信息产业部令第 33 号（2005）第五、十三、二十二条；工信部信管〔2023〕105 号',
  },
  /** Only commercial information services need a licence. */
  licence: { en: 'State Council Decree 292 art. 3, 4, 7, 19', zh: '国务院令第 292 号第三、四、七、十九条' },
  /** Organisations file with the police; showing the number is practice. */
  'police-filing': { en: 'MPS Decree 33 (1997) art. 12, 23', zh: '公安部令第 33 号（1997）第十二、二十三条' },
  /** News, medical care, drugs and devices need approval before filing or licence. */
  'pre-approval': { en: 'State Council Decree 292 art. 5', zh: '国务院令第 292 号第五条' },
  /** Other content has rules of its own. */
  'content-permit': notes,
  /** Forums needed an approval once. */
  abolished: notes,
  /** Not a matter of the website's filing or licence. */
  other: notes,
} as const satisfies Record<string, Names>;

/** The code of what follows. The union is closed: `_locales` must hold words for each. */
export type AbsenceCode = keyof typeof absences;

const byField: Record<ApprovalField, AbsenceCode> = {
  news: 'pre-approval',
  medical: 'pre-approval',
  media: 'content-permit',
  games: 'content-permit',
  culture: 'content-permit',
  forum: 'abolished',
};

/** What follows where a number of this kind is missing; `other` for what is no matter of the website's own approval. */
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
