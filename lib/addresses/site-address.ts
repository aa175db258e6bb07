import { foldWidth } from './fold-width.ts';
import { hasKnownEnd, isFileName } from './host-name.ts';

/** Every fault for which a text is no address that an audit can open. */
export const addressFaults = ['no-address', 'scheme', 'host', 'password', 'too-long'] as const;

/**
 * Why a text is no address that an audit can open.
 *
 * - `no-address`: nothing in it looks like an address of the web
 * - `scheme`: an address of another sort: `file:`, `javascript:`, `data:`, `ftp:`, a page of the browser
 * - `host`: it looks like an address, but its host or port cannot be one
 * - `password`: it holds a user name or a password, which would end up in the audit's exports
 * - `too-long`: longer than any address that pages use
 */
export type AddressFault = (typeof addressFaults)[number];

/** An address that can be opened. `key`: the same for addresses that are the same site's same page. */
export type SiteAddress = { ok: true; address: string; key: string } | { ok: false; fault: AddressFault };

/** The longest address that is read, in UTF-16 units: what servers take ends far below. */
export const maxAddressChars = 8192;

/** Addresses of other sorts: any with two slashes, and those that do without. `localhost:8080` and `a.cn:80` are none. */
const otherScheme =
  /^(?:(?!https?:)[a-z][a-z\d+.-]*:\/\/|(?:about|blob|chrome|data|edge|file|filesystem|javascript|mailto|sms|tel|vbscript|view-source):)/i;
const web = /^https?:/i;
/** Forms that begin with `http://` make `http://https://a.cn` of an address that was pasted into them. */
const schemeInFront = /^(?:https?:\/{0,4}){1,4}(?=https?:\/)/i;
/** The scheme and the host with its port: the part in which full width and Chinese full stops are no more than spelling. */
const schemeAndHost = /^(?:https?:[/\\]{0,4})?[^/?#\\]*/i;
/** A label of a host name in its ASCII form; `_` stands in no registered name, but some hosts answer to it. */
const label = /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/;
/** Punctuation that stands in no name (RFC 5892), though the parser of addresses lets it pass: `3、a.cn`, `甲，乙.中国`. */
const punctuation = /(?![-.・·_:[\]])\p{P}/u;
const address4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** A Chinese full stop that ends a sentence: `a.cn。b.cn`; in `www。a。cn` it is the dot of a name. */
const sentenceEnd = /\.(?:cn|com|net|org)。[^。]*\./i;
/** Where nothing but the signs around it says that it is a dot: among Latin letters, in front of `中国`, at the end. */
const dotOfName = /(?<=[a-z\d])。(?=[a-z\d])|。(?=中国。?$)|。$/gi;
/** What stands in front of a host without a blank, and what one is glued to the next by: `官网www.a.cn`, `1.www.a.cn`, `a.cn和b.cn`. */
const glued =
  /[\p{Script=Han}①-⒇㈠-㈩⓪-⓿❶-➓]www\.|^\d+\.www\.|^(?:官方网站|官网|网址|网站|域名|主页|首页|地址|链接)(?=[a-z\d])|\.(?:cn|com|net|org)\p{Script=Han}/iu;

/**
 * Reads one address as people write it: `https://a.cn/about`, `a.cn`, `例子.中国/关于`, `ｗｗｗ．ａ．ｃｎ`, `www。a。cn`,
 * `localhost:8080`, `[::1]:3000`. A bare host gets `https://`; it needs an end that names of the net or of networks have, or a
 * port; one without a dot is taken for a word unless it is `localhost` or has a port or a scheme. Addresses of one's own
 * machine and network are addresses like any other. Never throws.
 *
 * @example readSiteAddress('Example.CN').address === 'https://example.cn/'
 */
export function readSiteAddress(text: string): SiteAddress {
  if (text.length > maxAddressChars && text.trim().length > maxAddressChars) return { ok: false, fault: 'too-long' };
  const asked = plainOf(text.trim());
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

/** Whether a text names the scheme of its address, and does not leave it to whoever opens it. */
export function hasScheme(text: string): boolean {
  return web.test(plainOf(text.trim()));
}

/** An address with its scheme and host as a keyboard of the net would write them. What follows stays as it is. */
function plainOf(asked: string): string {
  // Most have none of these, and this is asked of every line of a list.
  if (!/[\u3000-\uFF61]/.test(asked)) return asked.replace(schemeInFront, '');
  const folded = foldWidth(asked);
  const { length } = schemeAndHost.exec(folded)?.[0] ?? '';
  // Where the sign that ends the host is wide, all of it was written so.
  const rest = folded[length] === asked[length] ? asked.slice(length) : folded.slice(length);
  const head = folded.slice(0, length);
  return (dotted(head) + rest).replace(schemeInFront, '');
}

/** A scheme and a host with dots for Chinese full stops, where those end no sentence. */
function dotted(head: string): string {
  if (sentenceEnd.test(head)) return head;
  return web.test(head) ? head.replaceAll('。', '.') : head.replace(dotOfName, '.');
}

function readWhole(asked: string): SiteAddress {
  if (schemeAndHost.exec(asked)?.[0].includes('。')) return { ok: false, fault: 'host' };
  // The parser of addresses of the web mends `https:a.cn` and `https:///a.cn`, as the address bar does.
  const url = urlOf(asked);
  if (url === null) return { ok: false, fault: 'host' };
  if (url.username !== '' || url.password !== '') return { ok: false, fault: 'password' };
  // `http://http//a.cn` was mended from `http://http://a.cn` by somebody else.
  return isHost(url.hostname) && !/^https?$/.test(url.hostname) ? found(url) : { ok: false, fault: 'host' };
}

function readBare(asked: string): SiteAddress {
  const [authority = ''] = asked.split(/[/?#\\]/, 1);
  // A mail address would pass for a user name with a host.
  if (authority.includes('@')) return { ok: false, fault: 'no-address' };
  const hasPort = /:\d+$/.test(authority);
  const name = authority.replace(/:\d+$/, '').replace(/\.$/, '');
  const isAddress6 = name.startsWith('[');
  const looksRight = isAddress6 || name.includes('.') || hasPort || name.toLowerCase() === 'localhost';
  if (name === '' || !looksRight || punctuation.test(name) || glued.test(name))
    return { ok: false, fault: 'no-address' };
  const url = urlOf(`https://${asked}`);
  if (url === null) return { ok: false, fault: hasPort || isAddress6 ? 'host' : 'no-address' };
  if (!isHost(url.hostname)) return { ok: false, fault: 'no-address' };
  // The parser reads `1.5` and `3` as short forms of 1.0.0.5 and 0.0.0.3, where people mean amounts and versions.
  if (address4.test(url.hostname)) return name === url.hostname ? found(url) : { ok: false, fault: 'no-address' };
  if (isAddress6 || !name.includes('.')) return found(url);
  const host = url.hostname.replace(/\.$/, '');
  // Names end in letters; `a.1` or `v1.2` is none.
  if (!/\.(?:[a-z]{2,}|xn--[^.]+)$/.test(host)) return { ok: false, fault: 'no-address' };
  if (hasPort) return found(url);
  const isName = hasKnownEnd(host) && !(authority === asked && isFileName(host));
  return isName ? found(url) : { ok: false, fault: 'no-address' };
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
 * internationalised name), in a fragment or a slash at the end. `www.a.cn` and `a.cn` may be different sites, as may http and
 * https. The dot of a complete name is left out: servers that go by the name they are asked for do not know it with its dot.
 */
function found(url: URL): SiteAddress {
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  const key = `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}${url.search}`;
  return { ok: true, address: url.href, key };
}
