import type { Candidate } from './read-addresses.ts';
import { maxAddressChars, readSiteAddress } from './site-address.ts';

/** What a list may have as its first line. */
export const headerName =
  /^(?:(?:web\s?)?(?:site|page)s?|(?:web\s?)?(?:address|addresses)|urls?|uris?|links?|hosts?|domains?|domain names?|网址|网站|网站地址|网站网址|网站域名|域名|地址|链接|首页|首页网址|主页|官网|站点)$/i;

/** Signs of a list in front of its items: `-`, `*`, `•`, `1.`, `2)`, `3、`. */
const bullet = /^(?:[-*•·]\s*|\d{1,7}(?:[.)]\s+|[、）]\s*))/;
/** What separates addresses on one line. */
const between = /[\s,;，；、|]+/;
/** An address with a scheme begins behind one of these; a comma is part of many an address, but not one in front of `https://`. */
const nextBegins = /[,;|]https?:\/\//i;
/** Addresses with a scheme in a sentence end at a blank, at a quotation or at Chinese punctuation, which stands in none. */
const inSentence = /https?:\/\/(?:(?![,;|]https?:\/\/)[^\s<>"'“”‘’「」『』，。；：！？、（）【】《》|])+/gi;
const endOfSentence = /[.,;:!?)\]}]+$/;
const quotes = /^["'<(“‘]+|["'>)”’.]+$/g;

/**
 * The addresses of a text that is read line by line. A line is one address, several with commas, semicolons or blanks
 * between them, or a sentence that quotes addresses with their scheme; a line that is none of these is given as it is.
 * Lines that begin with `#` are remarks.
 */
export function* readList(text: string): Generator<Candidate> {
  let line = 0;
  let isFirst = true;
  for (const content of linesOf(text)) {
    line++;
    const trimmed = content.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const isHeader = isFirst && headerName.test(trimmed);
    isFirst = false;
    if (!isHeader) for (const found of sitesOf(trimmed)) yield { line, ...found };
  }
}

/** The lines of a text whose lines end in `\n`, one at a time: a list of a million takes no second copy of the text. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield text.slice(from, to);
    from = to + 1;
  }
}

type Found = Pick<Candidate, 'asked' | 'site'>;

function sitesOf(line: string): Found[] {
  const whole = read(line);
  // An address of another sort is not searched for others in it: `javascript:open('https://a.cn')`.
  if (whole.site.ok ? !nextBegins.test(line) : whole.site.fault === 'scheme') return [whole];
  const plain = line.replace(bullet, '');
  const item = read(plain);
  if (item.site.ok && !nextBegins.test(plain)) return [item];
  const quoted = (plain.match(inSentence) ?? []).map((each) => read(trim(each, endOfSentence)));
  if (quoted.length > 0) return quoted;
  const pieces = plain
    .split(between)
    .map((piece) => read(trim(piece, quotes)))
    .filter(({ asked }) => asked !== '');
  return pieces.length > 0 && pieces.every(({ site }) => site.ok) ? pieces : [whole];
}

function read(asked: string): Found {
  return { asked, site: readSiteAddress(asked) };
}

/** Without the signs at its ends. What is too long for an address stays as it is: to look for its end would take long. */
function trim(text: string, signs: RegExp): string {
  return text.length > maxAddressChars ? text : text.replace(signs, '');
}
