import { describe, expect, test } from 'vitest';
import { find } from '../find.ts';
import { endsInOtherWord, provinceAtEnd, provinceNamedIn } from './province-names.ts';
import { latinNames, provinceOfArea, provinces, readProvince } from './provinces.ts';

test('the table holds 31 provinces and the XPCC in the order of GB/T 2260', () => {
  const codes = [...provinces.keys()];
  expect(codes).toHaveLength(32);
  expect(codes).toEqual([...codes].sort());
  expect([...provinces.values()].map(({ icp }) => icp ?? '').join('')).toBe(
    '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇藏陕陇青宁新',
  );
});

describe.each([...provinces.values()].filter(({ icp }) => icp !== null))('$en', ({
  code,
  zh,
  fullName,
  en,
  icp,
  telecom,
  psb,
  authority,
}) => {
  test('its characters make valid numbers', () => {
    const text = `${icp}ICP备15036536号 ${telecom}B2-20150059 ${psb}公网安备${code}010202000134号`;
    expect(find(text, { currentYear: 2026 })).toMatchObject([
      { canonical: `${icp}ICP备15036536号`, province: code, status: 'valid' },
      { canonical: `${telecom}B2-20150059`, province: code, status: 'valid' },
      { canonical: `${psb}公网安备${code}010202000134号`, province: code, status: 'valid' },
    ]);
  });

  test('its full name and its English name give the same province', () => {
    for (const text of [`${fullName}ICP备15036536号`, `${en} ICP No. 15036536`]) {
      expect(find(text)).toMatchObject([{ canonical: `${icp}ICP备15036536号`, province: code }]);
    }
    expect(provinceNamedIn(`${zh}公安厅`)).toBe(code);
    expect(authority?.zh).toBe(`${fullName}通信管理局`);
  });
});

test.each([
  ['川ICP备15036536号', 'province-alternate', 'suspect'],
  ['贵ICP备15036536号', 'province-alternate', 'suspect'],
  ['甘ICP备15036536号', 'province-alternate', 'suspect'],
  ['云ICP备15036536号', 'province-alternate', 'suspect'],
  ['秦ICP备15036536号', 'province-alternate', 'suspect'],
  ['内蒙ICP备15036536号', 'province-full-name', 'suspect'],
  ['上海ICP备15036536号', 'province-full-name', 'suspect'],
  ['申ICP备15036536号', 'province-unknown', 'malformed'],
  ['兵ICP备15036536号', 'province-unknown', 'malformed'],
  ['省ICP备05000201号', 'placeholder-sample', 'placeholder'],
  ['萌ICP备20250577号', 'unofficial-registry', 'unofficial'],
  ['云团子ICP备20250577号', 'unofficial-registry', 'unofficial'],
  ['云ICP备20250577号', 'unofficial-registry', 'unofficial'],
  ['异次元ICP备20250577号', 'unofficial-registry', 'unofficial'],
  ['沪交ICP备20190085号', 'internal-numbering', 'unofficial'],
  ['更新ICP备15036536号', 'province-missing', 'malformed'],
  ['南京ICP备15036536号', 'province-missing', 'malformed'],
])('%s is of province %s and %s', (text, code, status) => {
  expect(find(text)).toMatchObject([{ status, problems: [{ code }] }]);
});

test.each([
  ['版权所有京ICP备15036536号', '京ICP备15036536号'],
  ['有限公司新ICP备15036536号', '新ICP备15036536号'],
  ['陕西陕ICP备15036536号', '陕ICP备15036536号'],
  ['北京ICP备15036536号', '京ICP备15036536号'],
])('%s is %s: Han characters before the province do not matter', (text, canonical) => {
  expect(find(text)).toMatchObject([{ canonical, status: 'valid' }]);
});

test('names and characters of provinces are read', () => {
  expect(readProvince('蜀', 'icp')).toEqual({ code: '51', alternate: false });
  expect(readProvince('蜀', 'telecom')).toEqual({ code: '51', alternate: true });
  expect(readProvince('港', 'icp')).toBeNull();
  expect(provinceOfArea('660800')).toBe('66');
  expect(provinceOfArea('99')).toBeNull();
  expect(provinceAtEnd('在内蒙')).toEqual({ code: '15', name: '内蒙' });
  expect(provinceAtEnd('公司')).toBeNull();
  expect(provinceNamedIn('公安局')).toBeNull();
  expect(endsInOtherWord('请及时更新')).toBe(true);
  expect(endsInOtherWord('新')).toBe(false);
  expect(latinNames.get('ji')).toEqual(['13', '22']);
});
