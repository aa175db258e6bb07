import { defineCheck } from '../define-check.ts';
import { hasRightForm, isFiling } from '../filing.ts';

/** What the service numbers of the site's filings stand for: a website, or an app or mini-program (numbers.md §1.3). */
export const service = defineCheck({
  code: 'service',
  group: 'consistency',
  basis: 'evidence',
  source: 'numbers.md §1.3',
  answers: {
    'service-number': 'pass',
    'subject-number': 'pass',
    // Numbers of apps or mini-programs beside the site's.
    'app-beside-site': 'pass',
    // Numbers of apps or mini-programs, and none that could be the site's.
    'app-only': 'warn',
  },
  run({ own }) {
    const filings = own.filter((finding) => hasRightForm(finding) && isFiling(finding));
    const ofApps = filings.filter(({ number: { service } }) => service !== null && service.type !== 'website');
    const ofSites = filings.filter(({ number: { service } }) => service?.type === 'website');
    const ofHolders = filings.filter(({ number: { service } }) => service === null);
    const found = [
      { answer: 'service-number', about: ofSites },
      { answer: 'subject-number', about: ofSites.length > 0 ? [] : ofHolders },
      { answer: ofSites.length + ofHolders.length > 0 ? 'app-beside-site' : 'app-only', about: ofApps },
    ] as const;
    return found.filter(({ about }) => about.length > 0);
  },
});
