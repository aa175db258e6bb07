import { provinceOfCity, readArea } from './data/areas.ts';
import { find } from './find.ts';
import type { Match } from './number.ts';

/**
 * The numbers in a text that stands on no page. They are judged at the time `now` with all towns and areas that the extension
 * knows.
 */
export function readNumbers(text: string, now: Date): Match[] {
  return find(text, {
    currentYear: now.getFullYear(),
    provinceOfCity,
    isKnownArea: (code) => readArea(code) !== null,
  });
}
