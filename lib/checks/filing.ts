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

/** Whether a number is what a site needs on the mainland to be online: an ICP filing or a commercial licence. */
export function isFilingOrLicence(finding: Pick<Finding, 'number'>): boolean {
  return isFiling(finding) || isLicence(finding);
}

/** Whether a number is a police filing. */
export function isPoliceFiling({ number }: Pick<Finding, 'number'>): boolean {
  return isGiven(number) && number.kind === 'psb-filing';
}

/** Whether a number has the right form, so that its parts can be compared with those of others. */
export function hasRightForm({ number }: Pick<Finding, 'number'>): boolean {
  return number.status === 'valid' || number.status === 'suspect';
}

/** Whether an authority may have given a number out: what is malformed is most often a slip of the pen. */
function isGiven({ status }: RegistrationNumber): boolean {
  return status !== 'unofficial' && status !== 'placeholder';
}
