import type { ProvinceCode } from '../../icp/data/provinces.ts';
import { defineCheck } from '../define-check.ts';
import { hasRightForm, isFilingOrLicence, isPoliceFiling } from '../filing.ts';

/** Whether the site's numbers of several kinds name one province (Decree 33 art. 3). */
export const provinces = defineCheck({
  code: 'provinces',
  group: 'consistency',
  basis: 'law',
  source: 'MII Decree 33 (2005) art. 3',
  answers: {
    // Parts: the province.
    'provinces-agree': 'pass',
    // Normal for branches and for holders that moved. Parts: the provinces.
    'provinces-differ': 'pass',
  },
  run({ own }) {
    const compared = own.filter(
      (finding) =>
        hasRightForm(finding) &&
        finding.number.province !== null &&
        (isFilingOrLicence(finding) || isPoliceFiling(finding)),
    );
    if (new Set(compared.map(({ number }) => number.kind)).size < 2) return [];
    const codes = new Set<ProvinceCode>();
    for (const { number } of compared) {
      // The police of the Xinjiang Production and Construction Corps count as Xinjiang's: it has no filings of its own (§3.2).
      if (number.province !== null) codes.add(number.province === '66' ? '65' : number.province);
    }
    return [{ answer: codes.size === 1 ? 'provinces-agree' : 'provinces-differ', parts: [...codes], about: compared }];
  },
});
