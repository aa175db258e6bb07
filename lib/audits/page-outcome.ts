/** How the reading of a page ended, told from what the network answered and what the page shows. */
import { getDomain } from 'tldts';
import type { SiteReport } from '../checks/site-report.ts';
import { isOwn } from '../icp/finding.ts';
import type { PageOutcome, UnreachableCause } from './entry.ts';

/** What the network said to the last request for a page. */
export type NetworkAnswer =
  /** `challenge`: a guard in front of the site wants to see whether a person asks. */
  { status: number; challenge: boolean } | { cause: UnreachableCause };

/** The header with which such a guard marks its page, in small letters (Cloudflare, "Detect a Challenge Page response"). */
export const challengeHeader = 'cf-mitigated';

/** The longest title that is looked at, in characters. A longer one counts as none. */
export const maxTitleChars = 20_000;

/** What a page says besides its numbers. */
export type PageLook = {
  title: string;
  /** It shows a field for a password. */
  login: boolean;
};

/** Errors of browsers by what they mean to people; Chromium's names (net::ERR_…) and Firefox's (NS_ERROR_…, SEC_ERROR_…). */
const causes: readonly (readonly [RegExp, UnreachableCause])[] = [
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION|DNS_|UNKNOWN_HOST/, 'dns'],
  [/CERT|SSL|^SEC_ERROR|MOZILLA_PKIX|TLS/, 'tls'],
  [/TIMED?_?OUT|NET_TIMEOUT/, 'timeout'],
  [/CONNECTION_REFUSED|ADDRESS_UNREACHABLE|UNSAFE_PORT|PORT_ACCESS/, 'refused'],
];

/** Whether the browser itself gave a request up, for another or because what came became a download: that is no failure. */
export function isGivenUp(error: string): boolean {
  return error === 'net::ERR_ABORTED' || error === 'NS_BINDING_ABORTED';
}

/** Titles of pages that say, with a status that does not, that there is nothing here. */
const errorTitle =
  /^(?:40[0-9]|50[0-9])\b|not found|forbidden|页面不存在|找不到|无法访问|访问出错|页面错误|站点已?关闭|网站已?停止/i;

/** How browsers name errors, but for Firefox's of secure connections: those it tells in a sentence of its own language. */
const errorName = /^(?:net::|NS_|SEC_|SSL_|MOZILLA_)|^$/;

/** Which cause an error of the browser stands for: `net::ERR_NAME_NOT_RESOLVED` is `dns`; `network` for all others. */
export function causeOf(error: string): UnreachableCause {
  if (!errorName.test(error)) return 'tls';
  return causes.find(([pattern]) => pattern.test(error))?.[1] ?? 'network';
}

/**
 * How a tab came by its page: it loaded, it still loads but shows a number, the limit came first, or the tab was closed, as
 * after a download or by its page.
 */
export type PageLoad = 'loaded' | 'shown' | 'late' | 'closed';

/** All that is known when the reading of one page is over. */
export type PageEvidence = {
  /** The address that was asked for. */
  asked: string;
  load: PageLoad;
  /** What the network said last; null where it said nothing or may not be seen. */
  network: NetworkAnswer | null;
  /** The user keeps extensions out of what the tab shows. */
  isWithheld: boolean;
  /** The page that was read; null: none was. `status`: what the page itself was told of its answer, 0 for nothing. */
  page: { report: SiteReport; look: PageLook; status: number } | null;
};

/**
 * How the reading of a page ended: the one rule for every place that reads pages. A number that a page of the asked site shows
 * as the site's own counts whatever status the page came with: many sites answer an unknown path with their whole frame.
 */
export function pageOutcome({ asked, load, network, isWithheld, page }: PageEvidence): PageOutcome {
  if (page === null) {
    const isAnswered = network === null || 'status' in network;
    if (isWithheld && load === 'loaded' && isAnswered) return { state: 'not-allowed' };
    if (load === 'closed' && isAnswered) return { state: 'blocked' };
    return failureOf(network, load === 'loaded');
  }
  const { report, look, status } = page;
  if (!isSameSite(asked, report.url)) return { state: 'redirected', to: report.url };
  if (report.findings.some(isOwn)) return { state: 'numbers' };
  return networkBarrierOf(answerOf(network, status)) ?? shownBarrierOf(look) ?? { state: 'none' };
}

/** Endings that another try may change. */
const retryable: ReadonlySet<PageOutcome['state']> = new Set(['unreachable']);

/** Whether another try may end otherwise. */
export function isRetryable({ state }: PageOutcome): boolean {
  return retryable.has(state);
}

/**
 * What is known of the answer that brought a page: `status` is what the page itself was told of it (0 for nothing), so it is
 * there without any right to see the network, and it is that page's and not that of a download or of a page before it.
 */
function answerOf(network: NetworkAnswer | null, status: number): NetworkAnswer | null {
  if (status === 0) return network;
  return { status, challenge: network !== null && 'challenge' in network && network.challenge };
}

/** Answers that bring no page, so that browsers stay where they are (RFC 9110, 15.3.5 and 15.3.6). */
const emptyStatuses: ReadonlySet<number> = new Set([204, 205]);

/** Why nothing could be read. `network`: null where it said nothing; `loaded`: whether the page loaded in time. */
function failureOf(network: NetworkAnswer | null, loaded: boolean): PageOutcome {
  if (network !== null && 'cause' in network) return { state: 'unreachable', cause: network.cause, status: null };
  if (network !== null && (network.status >= 400 || emptyStatuses.has(network.status))) {
    return { state: 'unreachable', cause: 'http', status: network.status };
  }
  if (!loaded) return { state: 'unreachable', cause: 'timeout', status: null };
  // An answer came, but no script may enter what it brought: a PDF, an extension store, a download.
  return network === null ? { state: 'unreachable', cause: 'network', status: null } : { state: 'blocked' };
}

/** What the network says stands in front of a page without numbers: a test, a log-in, a status; null for nothing. */
function networkBarrierOf(network: NetworkAnswer | null): PageOutcome | null {
  if (network === null || !('status' in network)) return null;
  const { status, challenge } = network;
  if (challenge) return { state: 'barrier', barrier: 'challenge' };
  if (status === 401 || status === 407) return { state: 'barrier', barrier: 'login' };
  return status >= 400 ? { state: 'unreachable', cause: 'http', status } : null;
}

/** What a page without numbers shows in their place: a form to log in, an error in words; null for nothing. */
function shownBarrierOf({ title, login }: PageLook): PageOutcome | null {
  if (login) return { state: 'barrier', barrier: 'login' };
  return errorTitle.test(title) ? { state: 'barrier', barrier: 'error-page' } : null;
}

/** Whether two addresses are of one site: the same registered domain after the Public Suffix List, or the same host. */
export function isSameSite(asked: string, reached: string): boolean {
  const hosts = [asked, reached].map((address) => (URL.canParse(address) ? new URL(address).hostname : ''));
  const [from = '', to = ''] = hosts.map((host) => getDomain(host, { allowPrivateDomains: true }) ?? host);
  return from === to;
}
