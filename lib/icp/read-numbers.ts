import { provinceOfCity, readArea } from './data/areas.ts';
import { find } from './find.ts';
import type { Match } from './number.ts';

/** The numbers in a text of no page, judged at the time `now` with all that the extension knows of towns and areas. */
export function readNumbers(text: string, now: Date): Match[] {
  return find(text, {
    currentYear: now.getFullYear(),
    provinceOfCity,
    isKnownArea: (code) => readArea(code) !== null,
  });
}
