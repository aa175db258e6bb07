/**
 * Undoes damage to text that can be undone without guessing (numbers.md §1.6): escapes shown as text (`\u4EAC`, `%E4%BA%AC`,
 * `&#x4EAC;`), UTF-8 read as Windows-1252 (`å¤‡` is 备) and GBK read as Latin-1 (`±¸` is 备).
 */

/** The text meant at an offset, and how many characters of the damaged text it replaces. */
export type Repair = { text: string; length: number };

// The characters of registration numbers with their GBK bytes, from the WHATWG gb18030 index. repair.test.ts decodes each with
// the platform's own decoder.
const gbkBytes =
  '京bea9津bdf2冀bcbd晋bdfa蒙c3c9辽c1c9吉bcaa黑bada沪bba6苏cbd5浙d5e3' +
  '皖cdee闽c3f6赣b8d3鲁c2b3豫d4a5鄂b6f5湘cfe6粤d4c1桂b9f0琼c7ed渝d3e5' +
  '蜀caf1黔c7ad滇b5e1藏b2d8陕c9c2陇c2a4青c7e0宁c4fe新d0c2川b4a8贵b9f3' +
  '甘b8ca云d4c6备b1b8证d6a4号bac5公b9ab网cdf8安b0b2案b0b8字d7d6第b5da' +
  '合bacf文cec4许d0ed总d7dc署caf0出b3f6版b0e6药d2a9械d0b5视cad3听ccfd';

/** The GBK table as `[character, byte pair read as Latin-1]`. */
export const gbkPairs: readonly (readonly [string, string])[] = [
  ...gbkBytes.matchAll(/(.)([0-9a-f]{2})([0-9a-f]{2})/gu),
].map(([, character = '', high = '', low = '']) => [
  character,
  String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16)),
]);
const fromGbk = new Map(gbkPairs.map(([character, pair]) => [pair, character]));

// The characters of Windows-1252 for the bytes 0x80 to 0x9f, with control characters for the bytes that it leaves undefined.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const codeEscape = /\\{1,2}u(?:([0-9a-f]{4})|\{([0-9a-f]{2,6})\})/iy;
const percentEscape = /%e[0-9a-f]%[89ab][0-9a-f]%[89ab][0-9a-f]|%[2-7][0-9a-f]/iy;
const codeEntity = /&(?:amp;)?#(?:x([0-9a-f]{2,6})|(\d{2,7}));/iy;
const namedEntity = /&(?:amp;)?(nbsp|ensp|emsp|thinsp|ndash|mdash|minus|middot|copy|lrm|zwnj|shy)(?:;|(?![a-z]))/iy;
const named = new Map([
  ['nbsp', '\u00a0'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['ndash', '\u2013'],
  ['mdash', '\u2014'],
  ['minus', '\u2212'],
  ['middot', '\u00b7'],
  ['copy', '\u00a9'],
  ['lrm', '\u200e'],
  ['zwnj', '\u200c'],
  ['shy', '\u00ad'],
]);

/** Whether a character may be the first of damaged text: a cheap test before `repairAt`. */
export function mayBeDamaged(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code >= 0xa1 && code <= 0xff) || character === '&' || character === '%' || character === '\\';
}

/** The repair for the text at `at`, read no further than `to`; null where nothing is damaged there. */
export function repairAt(text: string, at: number, to: number): Repair | null {
  switch (text.charAt(at)) {
    case '\\':
      return match(codeEscape, text, at, ([, short, long]) => fromCode(Number.parseInt(short ?? long ?? '', 16)));
    case '%':
      return match(percentEscape, text, at, ([bytes]) => decodeUtf8(bytes));
    case '&':
      return (
        match(codeEntity, text, at, ([, hex, decimal]) => fromCode(hex ? Number.parseInt(hex, 16) : Number(decimal))) ??
        match(namedEntity, text, at, ([, name]) => named.get(name?.toLowerCase() ?? '') ?? null)
      );
    default:
      // None of the bytes of one character is ASCII: ¥3 is a price.
      if (text.charCodeAt(at + 1) < 0x80) return null;
      return misreadAt(text.slice(at, Math.min(at + 3, to)));
  }
}

function match(
  pattern: RegExp,
  text: string,
  at: number,
  decode: (found: RegExpExecArray) => string | null,
): Repair | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  const decoded = found && decode(found);
  return found && decoded ? { text: decoded, length: found[0].length } : null;
}

function fromCode(code: number): string | null {
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : null;
}

function misreadAt(three: string): Repair | null {
  // 号 is E5 8F B7, and Windows-1252 has nothing on 8F: browsers keep it, show it as lost, or drop it. No other character of
  // registration numbers is damaged this way.
  const sign = /^å[\u008f\ufffd]?·/.exec(three);
  if (sign !== null) return { text: '号', length: sign[0].length };
  const bytes = Array.from(three, byteOf);
  const [lead = -1] = bytes;
  if (three.length === 3 && lead >= 0xe2 && lead <= 0xe9 && !bytes.includes(-1)) {
    const decoded = decodeUtf8(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
    if (decoded !== null && /^[\u3000-\u9fff\uff00-\uffef]$/.test(decoded)) return { text: decoded, length: 3 };
  }
  const character = fromGbk.get(three.slice(0, 2));
  return character === undefined ? null : { text: character, length: 2 };
}

function byteOf(character: string): number {
  const code = character.charCodeAt(0);
  if (code <= 0xff) return code;
  const at = windows1252.indexOf(character);
  return at === -1 ? -1 : 0x80 + at;
}

function decodeUtf8(percentEncoded: string): string | null {
  try {
    return decodeURIComponent(percentEncoded);
  } catch {
    return null;
  }
}
