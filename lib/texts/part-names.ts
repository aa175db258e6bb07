import type { Check, CheckCode } from '../checks/catalogue.ts';
import { type Province, provinces } from '../icp/data/provinces.ts';
import { fields } from './kind-texts.ts';
import { languageOf, type Translate } from './language/translate.ts';

const byCode: ReadonlyMap<string, Province> = provinces;

/** The province of a code, in the reader's language; the code where there is none. */
export function provinceName(t: Translate, code: string): string {
  return byCode.get(code)?.[languageOf(t)] ?? code;
}

/** The field of a code that a check names; the code where there is none. */
function fieldName(t: Translate, code: string): string {
  const [, name] = Object.entries(fields).find(([field]) => field === code) ?? [];
  return name === undefined ? code : t(name);
}

/** The checks whose parts are one list. `nameOf`: the name of a part that is a code; null where parts are text of the page. */
const lists: Partial<Record<CheckCode, { nameOf: ((t: Translate, code: string) => string) | null }>> = {
  holders: { nameOf: null },
  provinces: { nameOf: provinceName },
  'pre-approval': { nameOf: fieldName },
};

/** How a reader of answers shows what is not plain text: a text of the page, set apart from the words around it, and a list. */
type Shown<Part> = { pageText: (text: string) => Part; list: (items: readonly (Part | string)[]) => Part };

/**
 * The parts of an answer as the placeholders of its text need them: codes become names, and a list becomes one part.
 *
 * @example the parts `['11', '31']` of the check `provinces` become `['Beijing and Shanghai']`
 */
export function namedParts<Part>(
  t: Translate,
  { code, parts }: Pick<Check, 'code' | 'parts'>,
  { pageText, list }: Shown<Part>,
): Part[] {
  const listed = lists[code];
  if (listed === undefined) return parts.map(pageText);
  const { nameOf } = listed;
  return [list(parts.map((part) => (nameOf === null ? pageText(part) : nameOf(t, part))))];
}
