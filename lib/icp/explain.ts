import { type AbsenceCode, absenceOf, absences } from './absence.ts';
import { type Area, readArea } from './data/areas.ts';
import { queryPage } from './data/authorities.ts';
import { type ApprovalField, permitOf } from './data/permits.ts';
import { provinces } from './data/provinces.ts';
import { subjectNumber } from './format.ts';
import type { RegistrationNumber } from './number.ts';
import { type Problem, type Rule, rules } from './problems.ts';

/** A name in both languages. */
export type BilingualName = { en: string; zh: string };

/** Names and codes that explain a number. The sentences for people live in `_locales`. */
export type Explanation = {
  /** Who issued or keeps it; null where no authority did, or where the number does not tell which. */
  authority: BilingualName | null;
  /** The official page where it can be looked up; null where no such page exists. */
  queryPage: string | null;
  /** The pre-approval field of a content permit. */
  field: ApprovalField | null;
  /** The county or zone of a police filing; null for other kinds and unknown codes. */
  area: Area | null;
  /** The number all services of its holder share. */
  subjectNumber: string | null;
  /**
   * What follows when a site shows no number of this kind, and the rules that say so; null for unofficial numbers, which nobody
   * needs.
   */
  absence: { code: AbsenceCode; source: string } | null;
  /** Each problem with its rule, the most severe first. */
  reasons: (Problem & Rule)[];
};

const ministry: BilingualName = { en: 'Ministry of Industry and Information Technology', zh: '工业和信息化部' };
const localPolice: BilingualName = { en: 'local public security authority', zh: '当地公安机关' };

/**
 * Explains a number that `find` or `parse` gave: its authority, official page and area, what follows when it is missing, and
 * the rule and source of each problem. Never throws; unknown parts are null.
 */
export function explain(number: RegistrationNumber): Explanation {
  const absence = absenceOf(number.kind);
  return {
    authority: authorityOf(number),
    queryPage: queryPage(number),
    field: permitOf(number.kind)?.field ?? null,
    area: number.area === null ? null : readArea(number.area),
    subjectNumber: subjectNumber(number),
    absence: number.status === 'unofficial' ? null : { code: absence, source: absences[absence] },
    reasons: number.problems.map((problem) => ({ ...problem, ...rules[problem.code] })),
  };
}

function authorityOf(number: RegistrationNumber): BilingualName | null {
  const { kind, province, status, canonical } = number;
  if (status === 'unofficial') return null;
  if (kind === 'psb-filing') return localPolice;
  if (kind.startsWith('permit:')) return permitOf(kind)?.authority ?? null;
  // Licences for several provinces come from the ministry and carry no province or 合字 (numbers.md §2.2).
  if (province === null) return kind === 'telecom-licence' && canonical !== null ? ministry : null;
  return provinces.get(province)?.authority ?? null;
}
