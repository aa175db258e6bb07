import type { Basis } from '../icp/problems.ts';

/** Outcomes, worst first. */
export const outcomes = ['fail', 'warn', 'unknown', 'pass'] as const;

/**
 * What a check came to. `pass` what was looked at is as the rule asks · `warn` something to look into · `fail` it is not as
 * the rule asks · `unknown` it could not be told from this page. Silence is never guilt.
 */
export type Outcome = (typeof outcomes)[number];

/** Sorts of checks, in the order in which people read them. */
export type CheckGroup = 'form' | 'display' | 'links' | 'consistency' | 'need';

/** What a check holds the page to, where that stands, and what it rests on. */
type CheckRule = { group: CheckGroup; basis: Basis; source: string };

/** Every check, in the order in which people read them. The words of each rule live in `_locales`. */
export const checks = {
  form: { group: 'form', basis: 'evidence', source: 'numbers.md §6' },
  copied: { group: 'form', basis: 'evidence', source: 'numbers.md §6' },
  'home-page': { group: 'display', basis: 'law', source: 'State Council Decree 292 (2000) art. 12' },
  visibility: { group: 'display', basis: 'law', source: 'State Council Decree 292 (2000) art. 12' },
  position: { group: 'display', basis: 'law', source: 'MII Decree 33 (2005) art. 13' },
  // No rule gives a size or a contrast; the limits are ours, from what real footers and the police's own snippet show.
  readability: { group: 'display', basis: 'inferred', source: 'numbers.md §3.4, §5' },
  'filing-link': { group: 'links', basis: 'law', source: 'MII Decree 33 (2005) art. 13, 25' },
  'licence-link': { group: 'links', basis: 'inferred', source: 'numbers.md §2' },
  'police-link': { group: 'links', basis: 'evidence', source: 'numbers.md §3.4' },
  holders: { group: 'consistency', basis: 'evidence', source: 'numbers.md §1.3, §1.4' },
  provinces: { group: 'consistency', basis: 'law', source: 'MII Decree 33 (2005) art. 3' },
  service: { group: 'consistency', basis: 'evidence', source: 'numbers.md §1.3' },
  hosting: { group: 'need', basis: 'law', source: 'MII Decree 33 (2005) art. 5' },
  'police-filing': { group: 'need', basis: 'law', source: 'MPS Decree 33 (1997) art. 12' },
  commercial: { group: 'need', basis: 'law', source: 'State Council Decree 292 (2000) art. 4, 7' },
  'pre-approval': { group: 'need', basis: 'law', source: 'State Council Decree 292 (2000) art. 5' },
} as const satisfies Record<string, CheckRule>;

/** The code of a check. */
export type CheckCode = keyof typeof checks;

type AnswerRule = { check: CheckCode; outcome: Outcome };

/**
 * Every answer that a check can give, by code, with its outcome. What a decree asks of the home page (groups `display` and
 * `links`) is no more than a warning on a page of which nobody knows whether it is one: there `fail` becomes `warn`.
 */
export const answers = {
  // Every number shown as the site's own has the right form.
  'form-right': { check: 'form', outcome: 'pass' },
  // Something speaks against a number.
  'form-doubtful': { check: 'form', outcome: 'warn' },
  'form-wrong': { check: 'form', outcome: 'fail' },
  'form-placeholder': { check: 'form', outcome: 'fail' },
  // A joke registry's number or an internal numbering, and no official number beside it.
  'form-unofficial': { check: 'form', outcome: 'warn' },
  // A famous site's number on a host that is not its owner's.
  copied: { check: 'copied', outcome: 'warn' },

  'home-page': { check: 'home-page', outcome: 'pass' },
  'home-page-unknown': { check: 'home-page', outcome: 'unknown' },
  visible: { check: 'visibility', outcome: 'pass' },
  // Numbers in the source, and none of the site's own on screen.
  'hidden-only': { check: 'visibility', outcome: 'fail' },
  'position-bottom': { check: 'position', outcome: 'pass' },
  // At the bottom, but not in the middle.
  'position-bottom-aside': { check: 'position', outcome: 'pass' },
  'position-elsewhere': { check: 'position', outcome: 'warn' },
  readable: { check: 'readability', outcome: 'pass' },
  'text-small': { check: 'readability', outcome: 'warn' },
  'contrast-low': { check: 'readability', outcome: 'warn' },
  // The ground is an image or a gradient.
  'contrast-unknown': { check: 'readability', outcome: 'unknown' },

  'filing-link-right': { check: 'filing-link', outcome: 'pass' },
  // No link on the number, but one beside it.
  'filing-link-beside': { check: 'filing-link', outcome: 'pass' },
  'filing-link-none': { check: 'filing-link', outcome: 'fail' },
  // `#`, `javascript:` or the page itself.
  'filing-link-dead': { check: 'filing-link', outcome: 'fail' },
  // The authority's address without its scheme, which leads to a page of the site itself. Parts: the authority's host.
  'filing-link-no-scheme': { check: 'filing-link', outcome: 'fail' },
  // An address that the filing system had earlier. Parts: its host, its successor's.
  'filing-link-outdated': { check: 'filing-link', outcome: 'warn' },
  // http, where https serves.
  'filing-link-insecure': { check: 'filing-link', outcome: 'warn' },
  // Another page of the ministry or its licence system, not the filing system. Parts: the host.
  'filing-link-ministry': { check: 'filing-link', outcome: 'warn' },
  // The electronic mark of 2005, a file on the site itself.
  'filing-link-mark': { check: 'filing-link', outcome: 'warn' },
  // The police's portal, which keeps other numbers. Parts: the host.
  'filing-link-wrong': { check: 'filing-link', outcome: 'fail' },
  // A host made to look like the authority's. Parts: the host.
  'filing-link-look-alike': { check: 'filing-link', outcome: 'fail' },
  // Another host, with the authority's in its address: it may lead on to it. Parts: the host.
  'filing-link-redirect': { check: 'filing-link', outcome: 'unknown' },
  // Parts: the host.
  'filing-link-unrelated': { check: 'filing-link', outcome: 'fail' },

  'licence-link-right': { check: 'licence-link', outcome: 'pass' },
  // A picture of the licence, or any page that is no authority's. Parts: the host.
  'licence-link-own': { check: 'licence-link', outcome: 'pass' },
  'licence-link-none': { check: 'licence-link', outcome: 'pass' },
  'licence-link-no-scheme': { check: 'licence-link', outcome: 'warn' },
  'licence-link-outdated': { check: 'licence-link', outcome: 'warn' },
  'licence-link-wrong': { check: 'licence-link', outcome: 'warn' },
  'licence-link-look-alike': { check: 'licence-link', outcome: 'fail' },

  'police-link-right': { check: 'police-link', outcome: 'pass' },
  'police-link-none': { check: 'police-link', outcome: 'warn' },
  'police-link-dead': { check: 'police-link', outcome: 'warn' },
  'police-link-no-scheme': { check: 'police-link', outcome: 'warn' },
  'police-link-outdated': { check: 'police-link', outcome: 'warn' },
  'police-link-insecure': { check: 'police-link', outcome: 'warn' },
  // The portal, but no number in the link. Parts: the host.
  'police-link-code-missing': { check: 'police-link', outcome: 'warn' },
  // Something else than digits in the number's place. Parts: what stands there.
  'police-link-code-malformed': { check: 'police-link', outcome: 'warn' },
  // The link asks for another number than the one shown. Parts: the digits in the link.
  'police-link-code-differs': { check: 'police-link', outcome: 'fail' },
  // The ministry's systems, which keep other numbers. Parts: the host.
  'police-link-wrong': { check: 'police-link', outcome: 'fail' },
  'police-link-look-alike': { check: 'police-link', outcome: 'fail' },
  'police-link-redirect': { check: 'police-link', outcome: 'unknown' },
  'police-link-unrelated': { check: 'police-link', outcome: 'warn' },

  'one-holder': { check: 'holders', outcome: 'pass' },
  // Parts: the subject numbers.
  'several-holders': { check: 'holders', outcome: 'warn' },
  // Parts: the province.
  'provinces-agree': { check: 'provinces', outcome: 'pass' },
  // Normal for branches and for holders that moved. Parts: the provinces.
  'provinces-differ': { check: 'provinces', outcome: 'pass' },
  'service-number': { check: 'service', outcome: 'pass' },
  'subject-number': { check: 'service', outcome: 'pass' },
  // Numbers of apps or mini-programs beside the site's.
  'app-beside-site': { check: 'service', outcome: 'pass' },
  // Numbers of apps or mini-programs, and none that could be the site's.
  'app-only': { check: 'service', outcome: 'warn' },

  // Of all four, parts: the server's address, the date of the table of addresses.
  'mainland-shown': { check: 'hosting', outcome: 'pass' },
  'mainland-none': { check: 'hosting', outcome: 'warn' },
  'outside-none': { check: 'hosting', outcome: 'pass' },
  'outside-shown': { check: 'hosting', outcome: 'unknown' },
  // An address of no place: one's own machine or network, or what proxies and VPNs put in place of one. Parts: the address.
  'server-special': { check: 'hosting', outcome: 'unknown' },
  // One database says the mainland, another does not. Parts: the address, the date of the table of addresses.
  'server-disputed': { check: 'hosting', outcome: 'unknown' },
  // The browser says that it goes through a proxy.
  'server-proxied': { check: 'hosting', outcome: 'unknown' },
  // From a cache or a service worker, or opened before the browser was asked to tell.
  'server-unseen': { check: 'hosting', outcome: 'unknown' },
  // The user has not switched it on.
  'server-not-asked': { check: 'hosting', outcome: 'unknown' },
  'police-shown': { check: 'police-filing', outcome: 'pass' },
  'police-none': { check: 'police-filing', outcome: 'unknown' },
  // Filing and licence.
  'commercial-both': { check: 'commercial', outcome: 'pass' },
  'commercial-licence': { check: 'commercial', outcome: 'pass' },
  // A filing alone permits what is free of charge. Whether the site charges is not judged.
  'commercial-filing': { check: 'commercial', outcome: 'unknown' },
  // Parts: the fields, as codes.
  'fields-shown': { check: 'pre-approval', outcome: 'pass' },
  'fields-none': { check: 'pre-approval', outcome: 'unknown' },
} as const satisfies Record<string, AnswerRule>;

/** The code of an answer. The union is closed: `_locales` must hold words for each. */
export type AnswerCode = keyof typeof answers;

/** What a check says of a page. */
export type Check = {
  code: CheckCode;
  answer: AnswerCode;
  outcome: Outcome;
  /** What the words need, as the answer's comment tells: hosts, numbers, codes. Some of it is text of the page. */
  parts: string[];
  /** The findings it is about, as places in the report's `findings`; empty where it is about the page. */
  findings: number[];
};

const looks: Record<Outcome, boolean> = { fail: true, warn: true, unknown: false, pass: false };

/** Whether something is not as it should be, or may not be. */
export function asksForLook({ outcome }: { outcome: Outcome }): boolean {
  return looks[outcome];
}

/**
 * What some checks come to together: what speaks against a site counts first, then what speaks for it. Something can hardly
 * ever be told, such as whether a site charges, so that what is not known decides only where nothing else is.
 */
export function overallOf(found: readonly Pick<Check, 'outcome'>[]): Outcome {
  const told = found.filter(({ outcome }) => outcome !== 'unknown');
  return told.length === 0 ? 'unknown' : worstOf(told);
}

/** The worst outcome of some checks; `pass` for none. */
export function worstOf(found: readonly Pick<Check, 'outcome'>[]): Outcome {
  return outcomes.find((outcome) => found.some((check) => check.outcome === outcome)) ?? 'pass';
}
