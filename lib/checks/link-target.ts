/** Where the link of a number leads. */
import { type authorityHosts, destinationOf, isAuthorityHost } from './authority-hosts.ts';

/**
 * The authority's host that stands in a link for a page of the site itself, as the browser reads an address without its scheme:
 * on `https://a.cn/about/`, `beian.miit.gov.cn` is `https://a.cn/about/beian.miit.gov.cn`, and `https:/beian.miit.gov.cn` is
 * `https://a.cn/beian.miit.gov.cn`. In `http://http://…` the second scheme has become the host. Null for other links; one
 * further down (`/go/beian.miit.gov.cn`) may lead on, and `/https://…` too.
 */
export function hostWithoutScheme(link: string | null, page: string): string | null {
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
export function readLink(link: string | null, page: string): URL | 'none' | 'dead' {
  if (link === null) return 'none';
  if (!URL.canParse(link, page)) return 'dead';
  const address = new URL(link, page);
  if (!/^https?:$/.test(address.protocol)) return 'dead';
  return withoutFragment(address.href) === withoutFragment(page) ? 'dead' : address;
}

function withoutFragment(address: string): string {
  return address.replace(/#.*/s, '');
}

/** Whether a link leads to a system of an authority of today. */
export function leadsTo(href: string, page: string, destination: keyof typeof authorityHosts): boolean {
  const address = readLink(href, page);
  return typeof address === 'object' && destinationOf(address.host) === destination;
}

/** Whether an address names an authority's host behind its own: what archives and counters of clicks lead on to. */
export function isRedirect(href: string): boolean {
  return /^https?:\/\/[^/]+\/.*(?:beian\.(?:miit|mps)|miit?beian)(?:\.|%2E)gov/i.test(href);
}
