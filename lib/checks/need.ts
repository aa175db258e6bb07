import { type ApprovalField, permitOf } from '../icp/data/permits.ts';
import type { Answer, Subject } from './audited-page.ts';
import { isFiling, isLicence, isPoliceFiling } from './filing.ts';

/**
 * What else a site may need, and which of it is shown: a police filing within 30 days (MPS Decree 33 art. 12), a licence to
 * earn money as an information service (Decree 292 art. 7), approval for certain fields (art. 5). What the site does is not
 * judged, so what is not shown is never a fault.
 */
export function checkNeed({ own }: Subject): Answer[] {
  const filings = own.filter((finding) => finding.number.kind === 'icp-filing' && isFiling(finding));
  const licences = own.filter(isLicence);
  const police = own.filter(isPoliceFiling);
  const found: Answer[] = [];
  if (police.length > 0) found.push({ answer: 'police-shown', about: police });
  if (filings.length + licences.length === 0) return found;
  if (police.length === 0) found.push({ answer: 'police-none' });
  if (licences.length === 0) found.push({ answer: 'commercial-filing', about: filings });
  else found.push({ answer: filings.length > 0 ? 'commercial-both' : 'commercial-licence', about: licences });
  const permits = own.filter(({ number: { kind } }) => permitOf(kind)?.field);
  const fields = new Set<ApprovalField>();
  for (const { number } of permits) {
    const field = permitOf(number.kind)?.field;
    if (field) fields.add(field);
  }
  found.push(
    permits.length > 0 ? { answer: 'fields-shown', parts: [...fields], about: permits } : { answer: 'fields-none' },
  );
  return found;
}
