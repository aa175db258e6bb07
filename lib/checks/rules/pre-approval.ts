import { type ApprovalField, permitOf } from '../../icp/data/permits.ts';
import { defineCheck } from '../define-check.ts';
import { isFilingOrLicence } from '../filing.ts';

/**
 * Which approvals are shown that certain fields need before a site may be filed (Decree 292 art. 5). What the site does is not
 * judged, so an approval that is not shown is never a fault.
 */
export const preApproval = defineCheck({
  code: 'pre-approval',
  group: 'need',
  basis: 'law',
  source: 'State Council Decree 292 (2000) art. 5',
  answers: {
    // Parts: the fields, as codes.
    'fields-shown': 'pass',
    'fields-none': 'unknown',
  },
  run({ own }) {
    if (!own.some(isFilingOrLicence)) return [];
    const permits = own.filter(({ number: { kind } }) => permitOf(kind)?.field);
    const fields = new Set<ApprovalField>();
    for (const { number } of permits) {
      const field = permitOf(number.kind)?.field;
      if (field) fields.add(field);
    }
    return [
      permits.length > 0 ? { answer: 'fields-shown', parts: [...fields], about: permits } : { answer: 'fields-none' },
    ];
  },
});
