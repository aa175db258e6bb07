/** The county or city that a police filing names with its first six digits (GB/T 2260). */
import { areaCodes } from './area-codes.ts';
import { type ProvinceCode, provinceOfArea, provinces } from './provinces.ts';

/**
 * `current`: GB/T 2260 holds it today; `revoked`: it held it at some time since 2002; `police`: only the police number the
 * zone.
 */
export type AreaStanding = 'current' | 'revoked' | 'police';

/** An area with its names from province to county, `['江苏省', '苏州市', '虎丘区']`. */
export type Area = { code: string; names: string[]; standing: AreaStanding };

// Codes of the police for development zones, seen on real footers and absent from GB/T 2260 (numbers.md §3.1). The names are
// inferred from where the zones lie. Only names that numbers.md gives are used.
const policeZones = new Map([
  ['110401', ''],
  ['110402', ''],
  ['220171', '长春经济技术开发区'],
  ['320590', '苏州工业园区'],
  ['330192', ''],
  ['420185', '武汉东湖新技术开发区'],
  ['440491', ''],
  ['510190', '成都高新技术产业开发区'],
  ['610190', '西安高新技术产业开发区'],
  ['660800', ''],
]);

type Entry = { name: string; revoked: boolean };
let table: Map<string, Entry> | undefined;

/** The table is unpacked at its first use, so that pages without a police filing never pay for it. */
function entries(): Map<string, Entry> {
  if (table !== undefined) return table;
  table = new Map();
  for (const line of areaCodes.trim().split('\n')) {
    const [, prefecture = '', name = '', counties = ''] = /^(\d{4})([^\d]*)(.*)$/.exec(line) ?? [];
    if (name !== '') table.set(`${prefecture}00`, { name, revoked: false });
    for (const [, county = '', mark, countyName = ''] of counties.matchAll(/(\d{2})(-?)([^\d]+)/g)) {
      table.set(prefecture + county, { name: countyName, revoked: mark === '-' });
    }
  }
  return table;
}

/**
 * Reads an area code of six digits. Null where neither GB/T 2260 nor the zones of the police hold it. That is no fault: about
 * one police filing in six names a zone that GB/T 2260 does not hold (numbers.md §3.1).
 */
export function readArea(code: string): Area | null {
  const known = entries();
  const zone = policeZones.get(code);
  const entry = known.get(code);
  if (entry === undefined && zone === undefined) return null;
  const province = provinces.get(provinceOfArea(code) ?? '11');
  const city = known.get(`${code.slice(0, 4)}00`)?.name;
  const areaName = entry?.name ?? zone;
  const names = [province?.fullName, city, areaName].filter(
    (name) => name !== undefined && name !== '' && name !== '市辖区',
  );
  return {
    code,
    names: [...new Set(names.filter((name) => name !== undefined))],
    standing: entry === undefined ? 'police' : entry.revoked ? 'revoked' : 'current',
  };
}

/** The province of the city or prefecture that a text names, `福州市公安局`; null where it names none or several. */
export function provinceOfCity(text: string): ProvinceCode | null {
  const found = new Set<ProvinceCode>();
  for (const [code, { name }] of entries()) {
    const province = code.endsWith('00') && !code.endsWith('0000') && text.includes(name) ? provinceOfArea(code) : null;
    if (province !== null) found.add(province);
  }
  const [province = null] = found.size === 1 ? found : [];
  return province;
}
