import type { Finding } from '../icp/finding.ts';

/**
 * Whether a number is an ICP filing number: of the filing kind, or a licence number with a service number, which the ministry
 * uses as its holder's filing number (numbers.md §1.4). Joke registries' numbers are none.
 */
export function isFiling({ number }: Pick<Finding, 'number'>): boolean {
  return number.status !== 'unofficial' && (number.kind === 'icp-filing' || isLicenceAsFiling({ number }));
}

/** Whether a number is a commercial licence; one that stands in for a filing is both. */
export function isLicence({ number }: Pick<Finding, 'number'>): boolean {
  return number.kind === 'icp-licence' || number.kind === 'telecom-licence';
}

function isLicenceAsFiling({ number }: Pick<Finding, 'number'>): boolean {
  return isLicence({ number }) && number.service !== null;
}

/** Whether a number is a police filing. */
export function isPoliceFiling({ number }: Pick<Finding, 'number'>): boolean {
  return number.kind === 'psb-filing';
}
