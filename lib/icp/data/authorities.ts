import type { RegistrationNumber } from '../number.ts';
import { type PermitName, permitOf } from './permits.ts';

const filings = 'https://beian.miit.gov.cn/#/Integrated/recordQuery';
const licences = 'https://dxzhgl.miit.gov.cn/';
const police = 'https://beian.mps.gov.cn/#/query/webSearch';

// Kinds of permit whose authority has a public query page (numbers.md §4); for the others none is known.
const permitPages = new Map<PermitName, string>([['算法备案', 'https://beian.cac.gov.cn/#/index']]);

/**
 * The official page on which a number can be looked up. Null where the authority has no such page, or where no authority issued
 * the number. Only the page of the police takes the number in its address, and only with exactly 14 digits:
 * `https://beian.mps.gov.cn/#/query/webSearch?code=11010802020134` (numbers.md §3.4).
 */
export function queryPage({ kind, status, service, serial }: RegistrationNumber): string | null {
  if (status === 'unofficial') return null;
  switch (kind) {
    case 'icp-filing':
      return filings;
    case 'icp-licence':
    case 'telecom-licence':
      // A licence with a service number replaces its holder's ICP filing number (numbers.md §1.4).
      return service === null ? licences : filings;
    case 'psb-filing':
      return /^\d{14}$/.test(serial ?? '') ? `${police}?code=${serial}` : police;
    default: {
      const permit = permitOf(kind);
      return permit === undefined ? null : (permitPages.get(permit.name) ?? null);
    }
  }
}
