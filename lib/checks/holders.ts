import type { ProvinceCode } from '../icp/data/provinces.ts';
import type { Finding } from '../icp/finding.ts';
import { subjectNumber } from '../icp/format.ts';
import type { Answer, Subject } from './audited-page.ts';
import { isFiling, isLicence, isPoliceFiling } from './filing.ts';

/**
 * Whether the site's numbers belong together: how many holders its filings name, which provinces its numbers name, and what
 * their service numbers stand for (numbers.md §1.3, §1.4).
 */
export function checkHolders({ own }: Subject): Answer[] {
  const readable = own.filter(({ number }) => number.status === 'valid' || number.status === 'suspect');
  const filings = readable.filter(isFiling);
  return [...holders(filings), ...provincesOf(readable), ...services(filings)];
}

/**
 * The holder of a licence that stands in for a filing may hold an older filing number too, so filings and such licences are
 * not set against each other.
 */
function holders(filings: readonly Finding[]): Answer[] {
  const plain = filings.filter((finding) => !isLicence(finding));
  const compared = plain.length > 0 ? plain : filings;
  const subjects = new Set(compared.map(({ number }) => subjectNumber(number)).filter((subject) => subject !== null));
  if (subjects.size === 0) return [];
  const several = subjects.size > 1;
  return [{ answer: several ? 'several-holders' : 'one-holder', parts: [...subjects], about: compared }];
}

/** The police of the Xinjiang Production and Construction Corps count as Xinjiang's: it has no filings of its own (§3.2). */
function provincesOf(readable: readonly Finding[]): Answer[] {
  const compared = readable.filter(
    (finding) =>
      finding.number.province !== null && (isFiling(finding) || isLicence(finding) || isPoliceFiling(finding)),
  );
  if (new Set(compared.map(({ number }) => number.kind)).size < 2) return [];
  const codes = new Set<ProvinceCode>();
  for (const { province } of compared.map(({ number }) => number)) {
    if (province !== null) codes.add(province === '66' ? '65' : province);
  }
  return [{ answer: codes.size === 1 ? 'provinces-agree' : 'provinces-differ', parts: [...codes], about: compared }];
}

function services(filings: readonly Finding[]): Answer[] {
  const ofApps = filings.filter(({ number: { service } }) => service !== null && service.type !== 'website');
  const ofSites = filings.filter(({ number: { service } }) => service?.type === 'website');
  const ofHolders = filings.filter(({ number: { service } }) => service === null);
  const found: Answer[] = [];
  if (ofSites.length > 0) found.push({ answer: 'service-number', about: ofSites });
  else if (ofHolders.length > 0) found.push({ answer: 'subject-number', about: ofHolders });
  if (ofApps.length > 0) found.push({ answer: found.length > 0 ? 'app-beside-site' : 'app-only', about: ofApps });
  return found;
}
