import type { Finding } from '../icp/finding.ts';
import type { Answer, Subject } from './audited-page.ts';
import { isFiling } from './filing.ts';
import { isOfWeb } from './page-address.ts';

/**
 * Below this a number is called small, in CSS pixels. Inferred: no rule gives a size; browsers in Chinese draw no text below
 * 12 unless a page insists, and footers of real sites go down to it.
 */
const smallPx = 10;
/** Below this contrast text is called hard to read. Inferred: the police's own snippet has #939393 on white, 3.07 (numbers.md §3.4). */
const lowContrast = 3;

/**
 * Paths of a site's first page: the root, an index file, a language. Any other page may be one too; nobody can tell from its
 * address.
 */
const firstPage =
  /^\/(?:(?:[a-z]{2}(?:[-_][a-z]{2,4})?|chinese|english)\/?)?(?:(?:index|default|home|main)(?:\.\w{2,5})?\/?)?$/i;

/** Whether a page is known to be its site's home page, from its address; `false`: it may be one all the same. */
export function isHomePage(url: string): boolean {
  return isOfWeb(url) && firstPage.test(new URL(url).pathname);
}

/**
 * Whether the number is shown as the decrees ask: on the home page, in a prominent place (Decree 292 art. 12), at the bottom
 * in the middle (Decree 33 art. 13), so that it can be seen and read. The place is asked of filings alone.
 */
export function checkDisplay({ url, findings, own }: Subject): Answer[] {
  if (findings.length === 0) return [];
  const page: Answer = { answer: isHomePage(url) ? 'home-page' : 'home-page-unknown' };
  if (own.length === 0) {
    const hidden = findings.filter((finding) => finding.hidden && finding.role === 'claim');
    return hidden.length === 0 ? [] : [page, { answer: 'hidden-only', about: hidden }];
  }
  const filings = own.filter(isFiling);
  return [page, { answer: 'visible', about: own }, ...placeOf(filings), ...readability(own)];
}

/** One filing at the bottom is enough: sites repeat their number elsewhere. */
function placeOf(filings: readonly Finding[]): Answer[] {
  if (filings.length === 0) return [];
  const low = filings.filter(({ place }) => place === 'footer');
  if (low.length === 0) return [{ answer: 'position-elsewhere', about: filings }];
  const isCentred = low.some(({ look }) => look?.centred === true);
  return [{ answer: isCentred ? 'position-bottom' : 'position-bottom-aside', about: low }];
}

function readability(own: readonly Finding[]): Answer[] {
  const small = own.filter(({ look }) => look !== null && look.fontSizePx < smallPx);
  const faint = own.filter(({ look }) => typeof look?.contrast === 'number' && look.contrast < lowContrast);
  const unknown = own.filter(({ look }) => look !== null && look.contrast === null);
  const found: Answer[] = [];
  if (small.length > 0) found.push({ answer: 'text-small', about: small });
  if (faint.length > 0) found.push({ answer: 'contrast-low', about: faint });
  if (unknown.length > 0) found.push({ answer: 'contrast-unknown', about: unknown });
  return found.length === 0 ? [{ answer: 'readable', about: own }] : found;
}
