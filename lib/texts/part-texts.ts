import type { Check, CheckCode } from '../checks/catalogue.ts';
import { type Province, provinces } from '../icp/data/provinces.ts';
import { fieldTexts } from './kind-texts.ts';
import { languageOf, type Translate } from './language/translate.ts';

const byCode: ReadonlyMap<string, Province> = provinces;

/** The name of a province in the reader's language; the code itself where the code is no province. */
export function provinceText(t: Translate, code: string): string {
  return byCode.get(code)?.[languageOf(t)] ?? code;
}

/** The name of a field that a check names by its code; the code itself where the code is no field. */
function fieldText(t: Translate, code: string): string {
  const [, name] = Object.entries(fieldTexts).find(([field]) => field === code) ?? [];
  return name === undefined ? code : t(name);
}

/**
 * The checks whose parts are one list. `nameOf`: gives the name of a part that is a code; null where parts are text of the
 * page.
 */
const lists: Partial<Record<CheckCode, { nameOf: ((t: Translate, code: string) => string) | null }>> = {
  holders: { nameOf: null },
  provinces: { nameOf: provinceText },
  'pre-approval': { nameOf: fieldText },
};

/** How a caller shows the parts that are not plain text: a text of the page, set apart from the words around it, and a list. */
type Shown<Part> = { pageText: (text: string) => Part; list: (items: readonly (Part | string)[]) => Part };

/**
 * The parts of an answer for the placeholders of its text: codes become names, and a list becomes one part.
 *
 * @example the parts `['11', '31']` of the check `provinces` become `['Beijing and Shanghai']`
 */
export function partTexts<Part>(
  t: Translate,
  { code, parts }: Pick<Check, 'code' | 'parts'>,
  { pageText, list }: Shown<Part>,
): Part[] {
  const listed = lists[code];
  if (listed === undefined) return parts.map(pageText);
  const { nameOf } = listed;
  return [list(parts.map((part) => (nameOf === null ? pageText(part) : nameOf(t, part))))];
}
