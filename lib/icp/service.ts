import type { Service, ServiceType } from './number.ts';
import type { Problem } from './problems.ts';

// A app, X mini-program, K quick app: notice 工信部信管〔2023〕105号; the letters are confirmed by footers (numbers.md §1.3).
const letters = { A: 'app', X: 'mini-program', K: 'quick-app' } as const satisfies Record<string, ServiceType>;

// 号 may stand before the service number, after it, on both sides or nowhere (numbers.md §1.6). What follows must not
// make it a phone number, a date or a duration.
const serviceNumber =
  /( ?号)?( ?)-( ?)(\d{1,5})(?!\d|[.-]\d|[年月日时元%]|小时)(?:([AKX])(?![A-Z0-9]))?( ?号(?!码))?/iy;
const furtherService = /[/、] ?-?(\d{1,5})(?!\d|[.-]\d|[年月日时元%])(?:([AKX])(?![A-Z0-9]))?/iy;
const sign = / ?号(?!码)/y;

/** What follows the digits of a number: its 号 and service numbers, and where they end in the text. */
export type Tail = { services: Service[]; end: number; problems: Problem[] };

/** Reads the tail of a number from the end of its digits: `号-1`, `-4号`, ` 号 -2X`, `号-1/2`. */
export function readTail(text: string, from: number): Tail {
  const problems: Problem[] = [];
  const services: Service[] = [];
  const first = at(serviceNumber, text, from);
  if (first === null || isSeparator(first, text)) {
    return { services, end: from + (at(sign, text, from)?.[0].length ?? 0), problems };
  }
  let end = from + first[0].length;
  add(first[4] ?? '', first[5] ?? '');
  for (let next = at(furtherService, text, end); next !== null; next = at(furtherService, text, end)) {
    end += next[0].length;
    add(next[1] ?? '', next[2] ?? '');
  }
  return { services, end, problems };

  function add(digits: string, letter: string): void {
    // Services count from 1 and are written without leading zeros (numbers.md §1.3, §6).
    if (digits.startsWith('0')) problems.push({ code: 'service-number', part: digits });
    services.push({ number: Number(digits), type: typeOf(letter) });
  }
}

/** Writes a service as it follows a number: `-2X`; nothing for none. */
export function formatService(service: Service | null): string {
  if (service === null) return '';
  const letter = Object.entries(letters).find(([, type]) => type === service.type)?.[0] ?? '';
  return `-${service.number}${letter}`;
}

function typeOf(letter: string): ServiceType {
  const upper = letter.toUpperCase();
  return upper === 'A' || upper === 'X' || upper === 'K' ? letters[upper] : 'website';
}

/** A hyphen with space on both sides separates, unless nothing but a short number follows: `号 - 1` against `号 - 24小时`. */
function isSeparator(found: RegExpExecArray, text: string): boolean {
  const spaced = found[2] !== '' && found[3] !== '';
  return (
    spaced && !/^(?:$|[\s|,;)\]])/.test(text.slice(found.index + found[0].length, found.index + found[0].length + 1))
  );
}

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}
