import type { Finding } from '../icp/finding.ts';
import type { Answer, Subject } from './audited-page.ts';
import { authorityHosts, destinationOf, isAuthorityHost } from './authority-hosts.ts';
import type { AnswerCode } from './catalogue.ts';
import { isFiling, isLicence, isPoliceFiling } from './filing.ts';

/**
 * Whether each number links to its authority: filings to the ministry's filing system (Decree 33 art. 13), police filings to
 * the police's portal with the number's own digits (numbers.md §3.4). No rule asks for a link of licences; they must only
 * not pose as another authority's.
 */
export function checkLinks({ url, own }: Subject): Answer[] {
  const filings = own.filter(isFiling);
  const licences = own.filter((finding) => isLicence(finding) && !isFiling(finding));
  return [
    ...withoutNeedless(merge(filings, (finding) => filingLink(finding, url))),
    ...merge(licences, (finding) => licenceLink(finding, url)),
    ...merge(own.filter(isPoliceFiling), (finding) => policeLink(finding, url)),
  ];
}

/** What one link is said to be: an answer and the parts of its words. */
type Said = readonly [answer: AnswerCode, ...parts: string[]];

function filingLink({ link, nearbyLinks }: Finding, page: string): Said {
  const meant = hostWithoutScheme(link, page);
  if (meant !== null) return ['filing-link-no-scheme', meant];
  const address = readLink(link, page);
  if (address === 'none') {
    const beside = nearbyLinks.some((href) => isAt(href, page, 'filing-system'));
    return [beside ? 'filing-link-beside' : 'filing-link-none'];
  }
  if (address === 'dead') return ['filing-link-dead'];
  const { host, pathname, href, protocol } = address;
  switch (destinationOf(host)) {
    case 'filing-system':
      return [protocol === 'https:' ? 'filing-link-right' : 'filing-link-insecure', host];
    case 'old-filing-system':
      return ['filing-link-outdated', host, authorityHosts['filing-system']];
    case 'ministry':
    case 'licence-system':
    case 'old-licence-system':
      return ['filing-link-ministry', host];
    case 'police-portal':
    case 'old-police-portal':
      return ['filing-link-wrong', host];
    case 'look-alike':
      return ['filing-link-look-alike', host];
    case 'other':
      if (pathname.endsWith('/bazs.cert')) return ['filing-link-mark'];
      return [isRedirect(href) ? 'filing-link-redirect' : 'filing-link-unrelated', host];
  }
}

function licenceLink({ link }: Finding, page: string): Said {
  const meant = hostWithoutScheme(link, page);
  if (meant !== null) return ['licence-link-no-scheme', meant];
  const address = readLink(link, page);
  if (address === 'none' || address === 'dead') return ['licence-link-none'];
  const { host } = address;
  switch (destinationOf(host)) {
    case 'old-licence-system':
      return ['licence-link-outdated', host, authorityHosts['licence-system']];
    case 'police-portal':
    case 'old-police-portal':
      return ['licence-link-wrong', host];
    case 'look-alike':
      return ['licence-link-look-alike', host];
    case 'other':
      return ['licence-link-own', host];
    default:
      return ['licence-link-right', host];
  }
}

function policeLink({ link, number }: Finding, page: string): Said {
  const meant = hostWithoutScheme(link, page);
  if (meant !== null) return ['police-link-no-scheme', meant];
  const address = readLink(link, page);
  if (address === 'none') return ['police-link-none'];
  if (address === 'dead') return ['police-link-dead'];
  const { host, href, protocol } = address;
  const destination = destinationOf(host);
  switch (destination) {
    case 'police-portal':
    case 'old-police-portal': {
      // Without the number's digits the portal opens, but no record does.
      const code = codeIn(href);
      if (code === '') return ['police-link-code-missing', host];
      if (!/^\d+$/.test(code)) return ['police-link-code-malformed', code.slice(0, maxCodeChars)];
      if (number.serial !== null && code !== number.serial) {
        return ['police-link-code-differs', code.slice(0, maxCodeChars)];
      }
      if (destination === 'old-police-portal') {
        return ['police-link-outdated', host, authorityHosts['police-portal']];
      }
      return [protocol === 'https:' ? 'police-link-right' : 'police-link-insecure', host];
    }
    case 'look-alike':
      return ['police-link-look-alike', host];
    case 'other':
      return [isRedirect(href) ? 'police-link-redirect' : 'police-link-unrelated', host];
    default:
      return ['police-link-wrong', host];
  }
}

/** How much of what stands in a link for a number is told, in characters. */
const maxCodeChars = 40;

/** What a link to the police's portal asks for, without blanks at its ends; '' where it asks for nothing (numbers.md §3.4). */
function codeIn(href: string): string {
  const [, written = ''] = /[?&](?:record)?code=([^&#]*)/i.exec(href) ?? [];
  try {
    return decodeURIComponent(written).trim();
  } catch {
    return written;
  }
}

/**
 * The authority's host that stands in a link for a page of the site itself, as the browser reads an address without its scheme:
 * on `https://a.cn/about/`, `beian.miit.gov.cn` is `https://a.cn/about/beian.miit.gov.cn`, and `https:/beian.miit.gov.cn` is
 * `https://a.cn/beian.miit.gov.cn`. In `http://http://…` the second scheme has become the host. Null for other links; one
 * further down (`/go/beian.miit.gov.cn`) may lead on, and `/https://…` too.
 */
function hostWithoutScheme(link: string | null, page: string): string | null {
  if (link === null || !URL.canParse(link, page)) return null;
  const address = new URL(link, page);
  const own = new URL(page);
  const isOwn = address.protocol === own.protocol && address.host === own.host;
  if (!isOwn && !/^https?$/.test(address.hostname)) return null;
  const folder = own.pathname.slice(0, own.pathname.lastIndexOf('/') + 1);
  for (const from of [folder, '/']) {
    if (!address.pathname.startsWith(from)) continue;
    const [, first = ''] = brokenScheme.exec(address.pathname.slice(from.length)) ?? [];
    if (isAuthorityHost(first.toLowerCase())) return first.toLowerCase();
  }
  return null;
}

/** The first part of a path, behind a scheme that is none: `http//`, `https;//`, `https：//` in its escaped form. */
const brokenScheme = /^\/?(?:https?(?!s?:\/)[^/]{0,12}\/{1,3})?([^/]+)/i;

/**
 * A link's address; `none` for no link; `dead` for one that leads nowhere: a script, an empty address, or a place on the same
 * page.
 */
function readLink(link: string | null, page: string): URL | 'none' | 'dead' {
  if (link === null) return 'none';
  if (!URL.canParse(link, page)) return 'dead';
  const address = new URL(link, page);
  if (!/^https?:$/.test(address.protocol)) return 'dead';
  return withoutFragment(address.href) === withoutFragment(page) ? 'dead' : address;
}

function withoutFragment(address: string): string {
  return address.replace(/#.*/s, '');
}

function isAt(href: string, page: string, destination: keyof typeof authorityHosts): boolean {
  const address = readLink(href, page);
  return typeof address === 'object' && destinationOf(address.host) === destination;
}

/** Whether an address names an authority's host behind its own: what archives and counters of clicks lead on to. */
function isRedirect(href: string): boolean {
  return /^https?:\/\/[^/]+\/.*(?:beian\.(?:miit|mps)|miit?beian)(?:\.|%2E)gov/i.test(href);
}

/** Numbers of which the same is said are said together. */
function merge(findings: readonly Finding[], say: (finding: Finding) => Said): Answer[] {
  const said = new Map<string, Answer & { about: Finding[] }>();
  for (const finding of findings) {
    const [answer, ...parts] = say(finding);
    const key = JSON.stringify([answer, parts]);
    const known = said.get(key);
    if (known === undefined) said.set(key, { answer, parts, about: [finding] });
    else known.about.push(finding);
  }
  return [...said.values()];
}

/** One filing that leads to the filing system does for the others that are shown without a link, such as those of apps. */
function withoutNeedless(found: Answer[]): Answer[] {
  const isLinked = found.some(({ answer }) => answer === 'filing-link-right');
  return isLinked ? found.filter(({ answer }) => answer !== 'filing-link-none') : found;
}
