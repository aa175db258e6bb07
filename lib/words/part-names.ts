import { type Province, provinces } from '../icp/provinces.ts';
import { fields } from './kind-texts.ts';
import { languageOf, type Translate } from './translate.ts';

const byCode: ReadonlyMap<string, Province> = provinces;

/** The province of a code, in the reader's language; the code where there is none. */
export function provinceName(t: Translate, code: string): string {
  return byCode.get(code)?.[languageOf(t)] ?? code;
}

/** The field of a code that a check names; the code where there is none. */
export function fieldName(t: Translate, code: string): string {
  const [, name] = Object.entries(fields).find(([field]) => field === code) ?? [];
  return name === undefined ? code : t(name);
}
