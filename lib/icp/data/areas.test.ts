import { describe, expect, test } from 'vitest';
import { areaCodes } from './area-codes.ts';
import { provinceOfCity, readArea } from './areas.ts';
import { provinceOfArea } from './provinces.ts';

describe('readArea', () => {
  test.each([
    ['110108', ['北京市', '海淀区'], 'current', 'a district of a municipality'],
    ['330106', ['浙江省', '杭州市', '西湖区'], 'current', 'province, city, district'],
    ['440300', ['广东省', '深圳市'], 'current', 'the police of a whole city'],
    ['110000', ['北京市'], 'current', 'the police of a whole municipality'],
    ['441900', ['广东省', '东莞市'], 'current', 'a city without counties'],
    ['110103', ['北京市', '崇文区'], 'revoked', 'merged away in 2010'],
    ['320590', ['江苏省', '苏州市', '苏州工业园区'], 'police', 'a zone that only the police number'],
    ['110401', ['北京市'], 'police', 'a zone without a name'],
  ])('reads %s as %j, %s', (code, names, standing) => {
    expect(readArea(code)).toEqual({ code, names, standing });
  });

  test.each(['999999', '110199', '', '11', '11010'])('gives null for %j', (code) => {
    expect(readArea(code)).toBeNull();
  });

  test('reads every code of the table, and each lies in a province, Hong Kong, Macao or Taiwan', () => {
    const codes = [...areaCodes.matchAll(/^(\d{4})([^\d\n]*)(.*)$/gm)].flatMap(
      ([, prefecture, name, counties = '']) => [
        ...(name === '' ? [] : [`${prefecture}00`]),
        ...[...counties.matchAll(/\d{2}/g)].map(([county]) => `${prefecture}${county}`),
      ],
    );
    expect(codes.length).toBeGreaterThan(3500);
    for (const code of codes) {
      expect(readArea(code), code).not.toBeNull();
      expect(provinceOfArea(code) !== null || /^(71|81|82)/.test(code), code).toBe(true);
    }
  });
});

test.each([
  ['福州市公安局', '35', 'a prefecture-level city'],
  ['西安市公安局网警支队', '61', 'with the unit behind it'],
  ['大理白族自治州公安局', '53', 'an autonomous prefecture'],
  ['海淀分局', null, 'a district alone tells nothing'],
  ['', null, 'nothing'],
])('provinceOfCity(%j) is %j: %s', (text, expected, _why) => {
  expect(provinceOfCity(text)).toBe(expected);
});
