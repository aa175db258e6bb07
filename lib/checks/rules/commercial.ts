import { defineCheck } from '../define-check.ts';
import { isFiling, isLicence } from '../filing.ts';

/**
 * Whether a licence is shown, which a site needs to earn money as an information service (Decree 292 art. 4, 7). Whether the
 * site charges is not judged, so a licence that is not shown is never a fault.
 */
export const commercial = defineCheck({
  code: 'commercial',
  group: 'need',
  basis: 'law',
  source: 'State Council Decree 292 (2000) art. 4, 7',
  answers: {
    // Filing and licence.
    'commercial-both': 'pass',
    'commercial-licence': 'pass',
    // A filing alone permits what is free of charge.
    'commercial-filing': 'unknown',
  },
  run({ own }) {
    // A licence that stands in for a filing counts as a licence here.
    const filings = own.filter((finding) => isFiling(finding) && !isLicence(finding));
    const licences = own.filter(isLicence);
    if (licences.length === 0) return filings.length === 0 ? [] : [{ answer: 'commercial-filing', about: filings }];
    return [{ answer: filings.length > 0 ? 'commercial-both' : 'commercial-licence', about: licences }];
  },
});
