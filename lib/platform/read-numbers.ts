import { provinceOfCity, readArea } from '../icp/areas.ts';
import { find } from '../icp/find.ts';
import type { Match } from '../icp/number.ts';

/** The numbers in a text of no page, judged at the time `now` with all that the extension knows of towns and areas. */
export function readNumbers(text: string, now: Date): Match[] {
  return find(text, {
    currentYear: now.getFullYear(),
    provinceOfCity,
    isKnownArea: (code) => readArea(code) !== null,
  });
}
