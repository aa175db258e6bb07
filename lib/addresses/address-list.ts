import { isHeaderLine } from './address-header.ts';
import type { Candidate } from './candidate.ts';
import { foldLetters } from './fold-width.ts';
import { isSurelySite } from './host-name.ts';
import { readSiteAddress } from './site-address.ts';

/** Signs before the items of a list: `-`, `•`, `1.`, `2)`, `3、`, `（4）`, `⑤`, `六、`. */
const bullet =
  /^(?:[-*•·●○■□◆◇▪▶►➤✓✔→]\s*|[①-⒇㈠-㈩⓪-⓿❶-➓]\s*|\d{1,7}(?:[.．]\s+|[.．](?=www\.)|[)）、]\s*)|[一二三四五六七八九十百]{1,5}[、.．]\s*|[（(【[]\d{1,7}[）)】\]][.、]?\s*)/i;
/** A label before an address: `官网：`, `Website: `. */
const label = /^[^\s:：/\\.．。@]{1,24}\s?[:：]\s*(?![/／\\])/;
/** What separates addresses on one line. */
const between = /[\s,;，；、|｜]+/;
/**
 * The start of another address: `a.cn,https://b.cn`, `a.cn、www.b.cn`, `a.cn和https://b.cn`. Commas and Han characters are part
 * of many an address, but not right before `https://` or `www.`. Not `?to=https://b.cn`, `/https://b.cn`.
 */
const nextBegins = /[,;|，；、。！？：）】」』》\p{Script=Han}](?:https?:\/\/|www\.)/iu;
/**
 * An address with a scheme in a sentence. It ends at a blank, at a quotation mark or at Chinese punctuation, which no address
 * holds.
 */
const inSentence =
  /https?:\/\/(?:(?![,;|\p{Script=Han}](?:https?:\/\/|www\.))[^\s<>"'“”‘’「」『』，。；：！？、（）【】《》〈〉〔〕…｜|])+/giu;
/**
 * What may be a host in a sentence, with its port and path. The pattern takes all signs of host names, file names and
 * mailboxes, so that it never matches only the end or the middle of one.
 */
const hostInSentence =
  /(?<![\w@%+~\-./\\=&]|@\s)[\w@%+~-]+(?:[.。][\w@%+~-]+)+(?::\d{1,5})?(?:[/?#\\][^\s<>"'“”‘’「」『』，。；：！？、（）【】《》〈〉〔〕…,;|｜]*)?/gi;
/**
 * Text that was meant as an address, on a line whose other parts are addresses: it has a host's form, a scheme or the @ of a
 * mailbox.
 */
const addressLike = /[\p{L}\p{N}][.．]+\p{L}{2,}(?:[:/?#]|$)|:\/\/|@|[a-z\d][。｡][a-z\d]/iu;
const opening = '"\'<([{“‘「『（【《〈〔［｛＜';
const closing = '"\'>)]}”’」』）】》〉〕］｝＞.。…,，;；、!！?？:：';
const endOfSentence = '.,;:!?)]}';

/**
 * The addresses of a text, read line by line. A line is one address, several addresses with commas, semicolons or blanks
 * between them, or a sentence that holds addresses. Any other line is given as it is. Lines that begin with `#` are comments.
 */
export function* readList(text: string): Generator<Candidate> {
  let line = 0;
  let isFirst = true;
  for (const content of linesOf(text)) {
    line++;
    const trimmed = content.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const isHeader = isFirst && isHeaderLine(trimmed);
    isFirst = false;
    if (!isHeader) for (const found of sitesOf(trimmed)) yield { line, ...found };
  }
}

/**
 * The lines of a text whose lines end in `\n`, one at a time, so that a list of a million lines needs no second copy of the
 * text.
 */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield text.slice(from, to);
    from = to + 1;
  }
}

type Found = Pick<Candidate, 'asked' | 'site'>;

/** The addresses of a line or of a table's cell, trimmed. Where it holds none: the whole of it, with the reason. */
export function sitesOf(line: string): Found[] {
  const whole = read(line);
  // An address with another scheme is not searched for addresses: `javascript:open('https://a.cn')`.
  if (whole.site.ok ? !nextBegins.test(line) : whole.site.fault === 'scheme') return [whole];
  const plain = line.slice(bullet.exec(foldLetters(line))?.[0].length ?? 0);
  const item = itemOf(plain);
  if (item !== null) return [item];
  const { found, quotes } = addressesAmongWords(plain);
  return quotes > 0 || found.some(({ site }) => site.ok) ? found : [whole];
}

/** The address of a text that is exactly one address, in brackets, after its label or alone; null for any other text. */
export function itemOf(text: string): Found | null {
  for (const item of [text, unwrap(unwrap(text).replace(label, ''))]) {
    const found = read(item);
    if (found.site.ok && !nextBegins.test(item)) return found;
  }
  return null;
}

/** The addresses among other words, in their order. `quotes`: how many have a scheme, whether they could be read or not. */
function addressesAmongWords(line: string): { found: Found[]; quotes: number } {
  const folded = foldLetters(line);
  const found: Found[] = [];
  let quotes = 0;
  let from = 0;
  for (const { 0: quoted, index } of folded.matchAll(inSentence)) {
    for (const other of hostsWithoutScheme(line.slice(from, index))) found.push(other);
    from = index + quoted.length;
    found.push(read(trimEnd(line.slice(index, from), endOfSentence)));
    quotes++;
  }
  for (const other of hostsWithoutScheme(line.slice(from))) found.push(other);
  return { found, quotes };
}

/**
 * The addresses without a scheme. Where every part looks like an address, the invalid ones are included, so that they are
 * reported. Among words only what is certainly a site is included.
 */
function hostsWithoutScheme(text: string): Found[] {
  const pieces = text
    .split(between)
    .map(unwrap)
    .filter((piece) => piece !== '');
  const areAll = pieces.every((piece) => addressLike.test(piece) || readSiteAddress(piece).ok);
  if (!areAll) return hostsAmong(text);
  return pieces.flatMap((piece) => {
    const found = read(piece);
    const within = found.site.ok ? [] : hostsAmong(piece);
    return within.length > 0 ? within : [found];
  });
}

function hostsAmong(text: string): Found[] {
  const found: Found[] = [];
  for (const { 0: run, index } of foldLetters(text).matchAll(hostInSentence)) {
    for (const piece of sentencesOf(run)) {
      const host = piece.text.split(/[:/?#\\]/, 1)[0] ?? '';
      if (!isSurelySite(host.replaceAll('。', '.'))) continue;
      const at = index + piece.at;
      found.push(read(trimEnd(text.slice(at, at + piece.text.length), endOfSentence)));
    }
  }
  return found;
}

/** Splits a run of names: `a.cn。b.cn` is two sentences, `www。a。cn` is one name. */
function sentencesOf(run: string): { at: number; text: string }[] {
  if (!run.includes('。') || !run.includes('.')) return [{ at: 0, text: run }];
  let at = 0;
  return run.split('。').map((text) => {
    const piece = { at, text };
    at += text.length + 1;
    return piece;
  });
}

function read(asked: string): Found {
  return { asked, site: readSiteAddress(asked) };
}

/** Removes the brackets, quotes and punctuation at both ends. */
function unwrap(text: string): string {
  let from = 0;
  while (from < text.length && opening.includes(text.charAt(from))) from++;
  return trimEnd(text.slice(from), closing);
}

/** Removes signs at the end. Why not with a pattern: a pattern for signs at the end takes quadratic time on signs elsewhere. */
function trimEnd(text: string, signs: string): string {
  let to = text.length;
  while (to > 0 && signs.includes(text.charAt(to - 1))) to--;
  return text.slice(0, to);
}
