import type { Finding } from '../icp/finding.ts';
import type { RegistrationNumber } from '../icp/number.ts';

/**
 * Whether a number is an ICP filing number: of the filing kind, or a licence number with a service number, which the ministry
 * uses as its holder's filing number (numbers.md §1.4). Joke registries' numbers and template text are none.
 */
export function isFiling({ number }: Pick<Finding, 'number'>): boolean {
  return isGiven(number) && (number.kind === 'icp-filing' || (isLicence({ number }) && number.service !== null));
}

/** Whether a number is a commercial licence; one that stands in for a filing is both. */
export function isLicence({ number }: Pick<Finding, 'number'>): boolean {
  return isGiven(number) && (number.kind === 'icp-licence' || number.kind === 'telecom-licence');
}

/** Whether a number is a police filing. */
export function isPoliceFiling({ number }: Pick<Finding, 'number'>): boolean {
  return isGiven(number) && number.kind === 'psb-filing';
}

/** Whether an authority may have given a number out: what is malformed is most often a slip of the pen. */
function isGiven({ status }: RegistrationNumber): boolean {
  return status !== 'unofficial' && status !== 'placeholder';
}
