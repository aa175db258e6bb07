import { defineCheck } from '../define-check.ts';
import { isFiling } from '../filing.ts';

/**
 * Whether a filing stands at the bottom of the page in the middle (Decree 33 art. 13). The place is asked of filings alone. One
 * filing at the bottom is enough: sites repeat their number elsewhere.
 */
export const position = defineCheck({
  code: 'position',
  group: 'display',
  basis: 'law',
  source: 'MII Decree 33 (2005) art. 13',
  answers: {
    'position-bottom': 'pass',
    // At the bottom, but not in the middle.
    'position-bottom-aside': 'pass',
    'position-elsewhere': 'warn',
  },
  run({ own }) {
    const filings = own.filter(isFiling);
    if (filings.length === 0) return [];
    const low = filings.filter(({ place }) => place === 'footer');
    if (low.length === 0) return [{ answer: 'position-elsewhere', about: filings }];
    const isCentred = low.some(({ look }) => look?.centred === true);
    return [{ answer: isCentred ? 'position-bottom' : 'position-bottom-aside', about: low }];
  },
});
