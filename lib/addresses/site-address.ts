import { foldWidth } from './fold-width.ts';
import { hasKnownSuffix, isFileName } from './host-name.ts';

/** Every reason why a text is no address that an audit can open. */
export const addressFaults = ['no-address', 'scheme', 'host', 'password', 'too-long'] as const;

/**
 * Why a text is no address that an audit can open.
 *
 * - `no-address`: nothing in it looks like a web address
 * - `scheme`: an address with another scheme: `file:`, `javascript:`, `data:`, `ftp:`, a page of the browser
 * - `host`: it looks like an address, but its host or port is impossible
 * - `password`: it holds a user name or a password, which the audit's exports would reveal
 * - `too-long`: it is longer than any address that pages use
 */
export type AddressFault = (typeof addressFaults)[number];

/** An address that can be opened. `key`: equal for addresses of the same page of the same site. */
export type SiteAddress = { ok: true; address: string; key: string } | { ok: false; fault: AddressFault };

/** The longest address that is read, in UTF-16 units. Servers accept far less. */
export const maxAddressChars = 8192;

/**
 * Addresses with another scheme: any scheme with two slashes, and those that need none. `localhost:8080` and `a.cn:80` are not
 * among them.
 */
const otherScheme =
  /^(?:(?!https?:)[a-z][a-z\d+.-]*:\/\/|(?:about|blob|chrome|data|edge|file|filesystem|javascript|mailto|sms|tel|vbscript|view-source):)/i;
const web = /^https?:/i;
/** A form with `http://` in its field makes `http://https://a.cn` of a pasted address. */
const schemeInFront = /^(?:https?:\/{0,4}){1,4}(?=https?:\/)/i;
/** The scheme and the host with its port. In this part, full width and Chinese full stops are only another spelling. */
const schemeAndHost = /^(?:https?:[/\\]{0,4})?[^/?#\\]*/i;
/** A label of a host name in its ASCII form. No registered name holds `_`, but some hosts answer to such a name. */
const label = /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/;
/** Punctuation that no name holds (RFC 5892), though the URL parser accepts it: `3、a.cn`, `甲，乙.中国`. */
const punctuation = /(?![-.・·_:[\]])\p{P}/u;
const address4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** A Chinese full stop that ends a sentence: `a.cn。b.cn`. In `www。a。cn` it is the dot of a name. */
const sentenceEnd = /\.(?:cn|com|net|org)。[^。]*\./i;
/** Where only the signs around a Chinese full stop show that it is a dot: between Latin letters, before `中国`, at the end. */
const dotOfName = /(?<=[a-z\d])。(?=[a-z\d])|。(?=中国。?$)|。$/gi;
/** Text before a host without a blank, and text that joins two hosts: `官网www.a.cn`, `1.www.a.cn`, `a.cn和b.cn`. */
const glued =
  /[\p{Script=Han}①-⒇㈠-㈩⓪-⓿❶-➓]www\.|^\d+\.www\.|^(?:官方网站|官网|网址|网站|域名|主页|首页|地址|链接)(?=[a-z\d])|\.(?:cn|com|net|org)\p{Script=Han}/iu;

/**
 * Reads one address as people write it: `https://a.cn/about`, `a.cn`, `例子.中国/关于`, `ｗｗｗ．ａ．ｃｎ`, `www。a。cn`, `localhost:8080`,
 * `[::1]:3000`. A bare host gets `https://`. It needs a port, or an end that names of the internet or of private networks have.
 * A name without a dot is a word unless it is `localhost` or has a port or a scheme. Addresses of the reader's own machine and
 * network are valid. Never throws.
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
 * Whether a text is an address as `readSiteAddress` gives them, so that it may be opened. Check every address that was not read
 * here, such as one from a file that anybody may have edited.
 */
export function isSiteAddress(text: string): boolean {
  return text.length <= maxWrittenChars && /^https?:\/\//.test(text) && readWhole(text).ok;
}

/** The longest form that an address of `maxAddressChars` may get: a character of three bytes is written with nine. */
const maxWrittenChars = maxAddressChars * 9;

/** Whether a text names the scheme of its address. */
export function hasScheme(text: string): boolean {
  return web.test(plainOf(text.trim()));
}

/** An address whose scheme and host are in ASCII signs. The rest stays as it is. */
function plainOf(asked: string): string {
  // Most addresses have no wide sign, and every line of a list passes here.
  if (!/[\u3000-\uFF61]/.test(asked)) return asked.replace(schemeInFront, '');
  const folded = foldWidth(asked);
  const { length } = schemeAndHost.exec(folded)?.[0] ?? '';
  // Where the sign that ends the host is wide, the whole address was typed wide.
  const rest = folded[length] === asked[length] ? asked.slice(length) : folded.slice(length);
  const head = folded.slice(0, length);
  return (dotted(head) + rest).replace(schemeInFront, '');
}

/** A scheme and a host in which Chinese full stops become dots, except where they end a sentence. */
function dotted(head: string): string {
  if (sentenceEnd.test(head)) return head;
  return web.test(head) ? head.replaceAll('。', '.') : head.replace(dotOfName, '.');
}

function readWhole(asked: string): SiteAddress {
  if (schemeAndHost.exec(asked)?.[0].includes('。')) return { ok: false, fault: 'host' };
  // The URL parser repairs `https:a.cn` and `https:///a.cn`, as the address bar does.
  const url = urlOf(asked);
  if (url === null) return { ok: false, fault: 'host' };
  if (url.username !== '' || url.password !== '') return { ok: false, fault: 'password' };
  // `http://http//a.cn` is `http://http://a.cn` after another program repaired it.
  return isHost(url.hostname) && !/^https?$/.test(url.hostname) ? found(url) : { ok: false, fault: 'host' };
}

function readBare(asked: string): SiteAddress {
  const [authority = ''] = asked.split(/[/?#\\]/, 1);
  // In a mail address the URL parser would see a user name and a host.
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
  // The parser reads `1.5` and `3` as 1.0.0.5 and 0.0.0.3. People mean amounts and versions.
  if (address4.test(url.hostname)) return name === url.hostname ? found(url) : { ok: false, fault: 'no-address' };
  if (isAddress6 || !name.includes('.')) return found(url);
  const host = url.hostname.replace(/\.$/, '');
  // Names end in letters; `a.1` and `v1.2` are no names.
  if (!/\.(?:[a-z]{2,}|xn--[^.]+)$/.test(host)) return { ok: false, fault: 'no-address' };
  if (hasPort) return found(url);
  const isName = hasKnownSuffix(host) && !(authority === asked && isFileName(host));
  return isName ? found(url) : { ok: false, fault: 'no-address' };
}

/** Why not `URL.canParse` first: every address would be parsed twice, and parsing is half the time of reading a list. */
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
 * Two addresses are the same when they differ only in what the URL parser normalises (case of the host, default port, spelling
 * of an internationalised name), in a fragment or in a slash at the end. `www.a.cn` and `a.cn` may be different sites, as may
 * http and https. The dot at the end of a complete name is dropped: servers that choose a site by its name do not know the name
 * with the dot.
 */
function found(url: URL): SiteAddress {
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  const key = `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}${url.search}`;
  return { ok: true, address: url.href, key };
}
