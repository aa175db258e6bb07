import { type Service, type ServiceType, serviceTypes } from '../number.ts';
import type { Problem } from '../problems.ts';

// A app, X mini-program, K quick app: notice 工信部信管〔2023〕105号; the letters are confirmed by footers (numbers.md §1.3).
const letters: Record<ServiceType, string> = { website: '', app: 'A', 'mini-program': 'X', 'quick-app': 'K' };
const knownLetter = `[${Object.values(letters).join('')}]`;

// What follows the digits of a phone number, a date, a price or a duration.
const notAlone = String.raw`(?!\d|[.-]\d|[年月日时元%人个折]|小时)`;
// After a known letter Han characters may follow (…号-1A增值电信…), but not those of a building. Another letter must end the number.
const letter = String.raw`(?:(${knownLetter})(?![A-Z\d座栋楼区])|([A-Z])(?=$|[\n|,;。)\]号]| (?![A-Z])))?`;

// 号 may stand before the service number, after it, on both sides or nowhere (numbers.md §1.6). People type 一 for a dash.
const serviceNumber = new RegExp(
  String.raw`( ?[)\]]?[ \n]?号{1,2}| ?Hao)?([ \n]?)[-一]{1,2}([ \n]?)(\d{1,5})${notAlone}${letter}( ?号(?!码))?`,
  'iy',
);
const furtherService = new RegExp(String.raw`(?:[/、] ?-?|[,&+和及] ?-)(\d{1,5})${notAlone}${letter}`, 'iy');
const letterAlone = new RegExp(String.raw`( ?号)? ?-(${knownLetter})(?=$|[ \n|,;。)\]])`, 'iy');
const sign = / ?[)\]]?[ \n]?号{1,2}(?!码)| ?Hao(?![A-Z])/iy;

/** What follows the digits of a number: its 号 and service numbers. `end`: the offset in the text where they end. */
export type Tail = { services: Service[]; end: number; problems: Problem[] };

/** Reads the tail of a number from the end of its digits: `号-1`, `-4号`, ` 号 -2X`, `号-1/2`. */
export function readTail(text: string, from: number): Tail {
  const problems: Problem[] = [];
  const services: Service[] = [];
  const first = at(serviceNumber, text, from);
  if (first === null || isSeparator(first, text)) {
    const alone = at(letterAlone, text, from);
    if (alone !== null) problems.push({ code: 'service-letter', part: `-${alone[2]}` });
    return { services, end: from + ((alone ?? at(sign, text, from))?.[0].length ?? 0), problems };
  }
  let end = from + first[0].length;
  const add = ([digits = '', known = '', unknown = '']: readonly string[]): void => {
    // Service numbers count from 1 and have no leading zeros (numbers.md §1.3, §6).
    if (digits.startsWith('0')) problems.push({ code: 'service-number', part: digits });
    if (unknown !== '') problems.push({ code: 'service-letter', part: unknown });
    services.push({ number: Number(digits), type: typeOf(known) });
  };
  add(first.slice(4));
  for (let next = at(furtherService, text, end); next !== null; next = at(furtherService, text, end)) {
    end += next[0].length;
    add(next.slice(1));
  }
  return { services, end, problems };
}

/** Writes a service as the end of a number: `-2X`; '' for null. */
export function formatService(service: Service | null): string {
  if (service === null) return '';
  return `-${service.number}${letters[service.type]}`;
}

function typeOf(letter: string): ServiceType {
  const upper = letter.toUpperCase();
  return serviceTypes.find((type) => letters[type] === upper) ?? 'website';
}

/**
 * Whether a hyphen separates the number from other text. It does with space on both sides or on a new line, unless only a short
 * number follows: `号 - 24小时` against `号 - 1`.
 */
function isSeparator(found: RegExpExecArray, text: string): boolean {
  const [whole, , before, after] = found;
  const apart = (before !== '' && after !== '') || before === '\n';
  return apart && !/^(?:$|[\s|,;)\]])/.test(text.slice(found.index + whole.length, found.index + whole.length + 1));
}

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}
