import { subjectNumber } from '../../icp/format.ts';
import { defineCheck } from '../define-check.ts';
import { hasRightForm, isFiling, isLicence } from '../filing.ts';

/**
 * How many holders the site's filings name (numbers.md §1.3, §1.4). The holder of a licence that stands in for a filing may
 * hold an older filing number too, so filings and such licences are not set against each other.
 */
export const holders = defineCheck({
  code: 'holders',
  group: 'consistency',
  basis: 'evidence',
  source: 'numbers.md §1.3, §1.4',
  answers: {
    // Parts: the subject number.
    'one-holder': 'pass',
    // Parts: the subject numbers.
    'several-holders': 'warn',
  },
  run({ own }) {
    const filings = own.filter((finding) => hasRightForm(finding) && isFiling(finding));
    const plain = filings.filter((finding) => !isLicence(finding));
    const compared = plain.length > 0 ? plain : filings;
    const subjects = new Set(compared.map(({ number }) => subjectNumber(number)).filter((subject) => subject !== null));
    if (subjects.size === 0) return [];
    return [{ answer: subjects.size > 1 ? 'several-holders' : 'one-holder', parts: [...subjects], about: compared }];
  },
});
