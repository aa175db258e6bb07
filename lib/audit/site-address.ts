/** Why a text is no address that an audit can open. */
export type AddressFault =
  /** Nothing in it looks like an address of the web. */
  | 'no-address'
  /** An address of another sort: `file:`, `javascript:`, `data:`, `ftp:`, a page of the browser. */
  | 'scheme'
  /** It looks like an address, but its host or port cannot be one. */
  | 'host'
  /** It holds a user name or a password, which would end up in the audit's exports. */
  | 'password'
  /** Longer than any address that pages use. */
  | 'too-long';

/** An address that can be opened. `key`: the same for addresses that are the same site's same page. */
export type SiteAddress = { ok: true; address: string; key: string } | { ok: false; fault: AddressFault };

/** The longest address that is read, in UTF-16 units: what servers take ends far below. */
export const maxAddressChars = 8192;

/** Addresses of other sorts: any with two slashes, and those that do without. `localhost:8080` and `a.cn:80` are none. */
const otherScheme =
  /^(?:(?!https?:)[a-z][a-z\d+.-]*:\/\/|(?:about|blob|chrome|data|edge|file|filesystem|javascript|mailto|sms|tel|vbscript|view-source):)/i;
const web = /^https?:/i;
/** A label of a host name in its ASCII form; `_` stands in no registered name, but some hosts answer to it. */
const label = /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/;
/** Punctuation that stands in no name (RFC 5892), though the parser of addresses lets it pass: `3、a.cn`, `甲，乙.中国`. */
const punctuation = /(?![-－.。．｡・·_:[\]])\p{P}/u;
const address4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/**
 * Reads one address as people write it: `https://a.cn/about`, `a.cn`, `例子.中国/关于`, `localhost:8080`, `[::1]:3000`. A
 * bare host gets `https://`; one without a dot is taken for a word unless it is `localhost` or has a port or a scheme.
 * Addresses of one's own machine and network are addresses like any other. Never throws.
 *
 * @example readSiteAddress('Example.CN').address === 'https://example.cn/'
 */
export function readSiteAddress(text: string): SiteAddress {
  const asked = text.trim();
  if (asked.length > maxAddressChars) return { ok: false, fault: 'too-long' };
  if (otherScheme.test(asked)) return { ok: false, fault: 'scheme' };
  if (/\s/.test(asked)) return { ok: false, fault: 'no-address' };
  return web.test(asked) ? readWhole(asked) : readBare(asked);
}

/**
 * Whether a text is an address as `readSiteAddress` gives them: one that may be opened. To be asked of every address that was
 * not read here, such as one from a file that anybody may have edited.
 */
export function isSiteAddress(text: string): boolean {
  return text.length <= maxWrittenChars && /^https?:\/\//.test(text) && readWhole(text).ok;
}

/** The longest that an address of `maxAddressChars` may grow to: a character of three bytes is written with nine. */
const maxWrittenChars = maxAddressChars * 9;

function readWhole(asked: string): SiteAddress {
  // The parser of addresses of the web mends `https:a.cn` and `https:///a.cn`, as the address bar does.
  const url = urlOf(asked);
  if (url === null) return { ok: false, fault: 'host' };
  if (url.username !== '' || url.password !== '') return { ok: false, fault: 'password' };
  return isHost(url.hostname) ? found(url) : { ok: false, fault: 'host' };
}

function readBare(asked: string): SiteAddress {
  const [authority = ''] = asked.split(/[/?#\\]/, 1);
  // A mail address would pass for a user name with a host.
  if (authority.includes('@')) return { ok: false, fault: 'no-address' };
  const hasPort = /:\d+$/.test(authority);
  const name = authority.replace(/:\d+$/, '');
  const looksRight = name.startsWith('[') || name.includes('.') || hasPort || name.toLowerCase() === 'localhost';
  if (name === '' || !looksRight || punctuation.test(name)) return { ok: false, fault: 'no-address' };
  const url = urlOf(`https://${asked}`);
  if (url === null) return { ok: false, fault: hasPort || name.startsWith('[') ? 'host' : 'no-address' };
  if (!isHost(url.hostname)) return { ok: false, fault: 'no-address' };
  // The parser reads `1.5` and `3` as short forms of 1.0.0.5 and 0.0.0.3, where people mean amounts and versions.
  if (address4.test(url.hostname) && name !== url.hostname) return { ok: false, fault: 'no-address' };
  const isName = !name.startsWith('[') && !address4.test(url.hostname);
  const [top = ''] = url.hostname.replace(/\.$/, '').split('.').slice(-1);
  // Names end in letters; `a.1` or `v1.2` is none.
  if (isName && name.includes('.') && !/^(?:[a-z]{2,}|xn--.+)$/.test(top)) return { ok: false, fault: 'no-address' };
  return found(url);
}

/** Why not `URL.canParse` first: addresses would be parsed twice, which is half the time of reading a list. */
function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function isHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return true;
  const name = hostname.replace(/\.$/, '');
  return name.length <= 253 && name.split('.').every((each) => label.test(each));
}

/**
 * Two addresses are the same when they differ in what the parser evens out (case of the host, default port, spelling of an
 * internationalised name), in a fragment, a slash at the end or the dot of a complete name. `www.a.cn` and `a.cn` may be
 * different sites, as may http and https.
 */
function found(url: URL): SiteAddress {
  const host = url.hostname.replace(/\.$/, '') + (url.port === '' ? '' : `:${url.port}`);
  const key = `${url.protocol}//${host}${url.pathname.replace(/\/+$/, '')}${url.search}`;
  return { ok: true, address: url.href, key };
}
