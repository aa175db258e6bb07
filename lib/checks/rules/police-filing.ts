import { defineCheck } from '../define-check.ts';
import { isFilingOrLicence, isPoliceFiling } from '../filing.ts';

/**
 * Whether a police filing is shown, which a site needs within 30 days of its start (MPS Decree 33 art. 12). When the site
 * started is not known, so one that is not shown is never a fault.
 */
export const policeFiling = defineCheck({
  code: 'police-filing',
  group: 'need',
  basis: 'law',
  source: 'MPS Decree 33 (1997) art. 12',
  answers: {
    'police-shown': 'pass',
    // A filing or a licence is shown, and no police filing.
    'police-none': 'unknown',
  },
  run({ own }) {
    const police = own.filter(isPoliceFiling);
    if (police.length > 0) return [{ answer: 'police-shown', about: police }];
    return own.some(isFilingOrLicence) ? [{ answer: 'police-none' }] : [];
  },
});
