/** The outcome of reading a page, told from the network's answer and from what the page shows. */
import { getDomain } from 'tldts';
import type { SiteReport } from '../checks/site-report.ts';
import { isOwn } from '../icp/finding.ts';
import type { PageOutcome, UnreachableCause } from './entry.ts';

/** The network's answer to the last request for a page. */
export type NetworkAnswer =
  /** `challenge`: a service in front of the site tests whether the visitor is human. */
  { status: number; challenge: boolean } | { cause: UnreachableCause };

/** The header with which such a service marks its page, in lower case (Cloudflare, "Detect a Challenge Page response"). */
export const challengeHeader = 'cf-mitigated';

/** The longest title that is read, in characters. A longer one counts as no title. */
export const maxTitleChars = 20_000;

/** What a page shows besides its numbers. */
export type PageLook = {
  title: string;
  /** Whether it shows a password field. */
  login: boolean;
};

/** Errors of browsers by their meaning for people. Chromium's names (net::ERR_…) and Firefox's (NS_ERROR_…, SEC_ERROR_…). */
const causes: readonly (readonly [RegExp, UnreachableCause])[] = [
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION|DNS_|UNKNOWN_HOST/, 'dns'],
  [/CERT|SSL|^SEC_ERROR|MOZILLA_PKIX|TLS/, 'tls'],
  [/TIMED?_?OUT|NET_TIMEOUT/, 'timeout'],
  [/CONNECTION_REFUSED|ADDRESS_UNREACHABLE|UNSAFE_PORT|PORT_ACCESS/, 'refused'],
];

/** Whether the browser itself cancelled a request, for another request or because it became a download. That is no failure. */
export function isAborted(error: string): boolean {
  return error === 'net::ERR_ABORTED' || error === 'NS_BINDING_ABORTED';
}

/** Titles that say that there is nothing here, on pages whose status does not say so. */
const errorTitle =
  /^(?:40[0-9]|50[0-9])\b|not found|forbidden|页面不存在|找不到|无法访问|访问出错|页面错误|站点已?关闭|网站已?停止/i;

/** The browsers' names of errors. For errors of secure connections, Firefox gives a sentence in its own language instead. */
const errorName = /^(?:net::|NS_|SEC_|SSL_|MOZILLA_)|^$/;

/** The cause of a browser's error: `net::ERR_NAME_NOT_RESOLVED` is `dns`; `network` for all other errors. */
export function causeOf(error: string): UnreachableCause {
  if (!errorName.test(error)) return 'tls';
  return causes.find(([pattern]) => pattern.test(error))?.[1] ?? 'network';
}

/**
 * How a tab's page loaded: completely (`loaded`), not completely but it shows a number (`shown`), not within the time limit
 * (`late`), or not at all because the tab was closed, as after a download or by its page (`closed`).
 */
export type PageLoad = 'loaded' | 'shown' | 'late' | 'closed';

/** All that is known when the reading of a page has ended. */
export type PageEvidence = {
  /** The address that was requested. */
  asked: string;
  load: PageLoad;
  /** The network's last answer; null where there was none or it may not be seen. */
  network: NetworkAnswer | null;
  /** Whether the user keeps extensions out of the tab's page. */
  isWithheld: boolean;
  /** The page that was read; null where none was. `status`: the HTTP status that the page itself knows, 0 for none. */
  page: { report: SiteReport; look: PageLook; status: number } | null;
};

/**
 * The outcome of reading a page: the one rule for all code that reads pages. A number that a page of the requested site shows
 * as the site's own counts whatever the page's status: many sites answer an unknown path with their usual header and footer.
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

/** Outcomes that another try may change. */
const retryable: ReadonlySet<PageOutcome['state']> = new Set(['unreachable']);

/** Whether another try may give another outcome. */
export function isRetryable({ state }: PageOutcome): boolean {
  return retryable.has(state);
}

/**
 * The network's answer that brought a page. `status` is the one that the page itself knows (0 for none). It needs no permission
 * to see the network, and it belongs to that page rather than to a download or an earlier page.
 */
function answerOf(network: NetworkAnswer | null, status: number): NetworkAnswer | null {
  if (status === 0) return network;
  return { status, challenge: network !== null && 'challenge' in network && network.challenge };
}

/** Statuses that bring no page, so that browsers stay on the previous one (RFC 9110, 15.3.5 and 15.3.6). */
const emptyStatuses: ReadonlySet<number> = new Set([204, 205]);

/** Why no page could be read. `network`: null where there was no answer; `loaded`: whether the page loaded in time. */
function failureOf(network: NetworkAnswer | null, loaded: boolean): PageOutcome {
  if (network !== null && 'cause' in network) return { state: 'unreachable', cause: network.cause, status: null };
  if (network !== null && (network.status >= 400 || emptyStatuses.has(network.status))) {
    return { state: 'unreachable', cause: 'http', status: network.status };
  }
  if (!loaded) return { state: 'unreachable', cause: 'timeout', status: null };
  // An answer came, but no script may enter its content: a PDF, an extension store, a download.
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

/** Whether two addresses are of one site: they share the registered domain by the Public Suffix List, or the host. */
export function isSameSite(asked: string, reached: string): boolean {
  const hosts = [asked, reached].map((address) => (URL.canParse(address) ? new URL(address).hostname : ''));
  const [from = '', to = ''] = hosts.map((host) => getDomain(host, { allowPrivateDomains: true }) ?? host);
  return from === to;
}
