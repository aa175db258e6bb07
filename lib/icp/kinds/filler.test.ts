import { describe, expect, test } from 'vitest';
import { find } from '../find.ts';
import { fillerProblem, isFiller, keyboardProblem, permitFillerProblem, templateProblem } from './filler.ts';

test.each([
  '88888888',
  '00000000',
  '1111',
  '10000000',
  '000001',
  '12345678',
  '1234567890',
  '0123456789',
  '123456789123',
  '44030500000000',
])('%s is filler', (digits) => {
  expect(isFiller(digits)).toBe(true);
});

test.each([
  '05070218',
  '11000002000001',
  '2020077344',
  '07500042',
  '110000',
  '030066',
  '1100',
])('%s is no filler', (digits) => {
  expect(isFiller(digits)).toBe(false);
});

test('a serial of zeros is a placeholder', () => {
  expect(fillerProblem('icp-filing', '2024000000', '000000')?.code).toBe('placeholder-digits');
  expect(fillerProblem('icp-filing', '2024000010', '000010')).toBeNull();
});

test('digits typed along the keyboard are a placeholder only where the form is wrong', () => {
  const wrong = { code: 'digit-count', part: '' } as const;
  const doubtful = { code: 'year-width', part: '' } as const;
  expect(keyboardProblem('12134567', wrong).code).toBe('placeholder-digits');
  expect(keyboardProblem('21012345', doubtful)).toBe(doubtful);
  expect(keyboardProblem('050702181', wrong)).toBe(wrong);
});

test('short serials of permits begin at 1, and eight zeros are filler only where the form is wrong', () => {
  expect(permitFillerProblem('00001', false)).toBeNull();
  expect(permitFillerProblem('111111', false)?.code).toBe('placeholder-digits');
  expect(permitFillerProblem('11000000000001', true)?.code).toBe('placeholder-digits');
  expect(permitFillerProblem('3301000000001', false)).toBeNull();
});

test.each([
  ['icp-licence', '000001', '11', true, 'the first of Beijing has a holder, but templates alone show it'],
  ['icp-filing', '000001', '32', true, 'the same of a filing'],
  ['icp-licence', '111111', '11', true, "2011's counter passed 1000"],
  ['icp-filing', '111111', '11', false, 'six digits of 2011: filler'],
  ['icp-filing', '04000001', '44', true, 'the sample of a hosting notice'],
  ['icp-filing', '04000001', '11', false, 'the ministry'],
  ['icp-licence', '000006', '11', false, "People's Daily"],
] as const)('%s %s of province %s is often in templates: %s', (kind, digits, province, isTemplate, _why) => {
  expect(templateProblem(kind, digits, province)?.code).toBe(isTemplate ? 'template-number' : undefined);
});

// Numbers of holders that have something of filler about them, with where each was seen.
describe("a holder's number that looks like filler", () => {
  test.each([
    ['浙B2-20080101', 'aliyun.com'],
    ['浙B2-20080101-4', 'aliyun.com'],
    ['京ICP备04000001号-2', 'www.miit.gov.cn, the ministry'],
    ['沪ICP备05000001号-7', 'the Communications Administration of Shanghai'],
    ['京ICP证000006号', 'www.people.com.cn'],
    ['京ICP证000007', 'www.sina.com.cn, and a registry answer'],
    ['沪ICP备17012345号-3', 'a game studio; five digits count up'],
    ['京公网安备11000002000001号', 'www.baidu.com'],
    ['粤公网安备44030002000001号', 'www.tencent.com'],
    ['海南省公安厅备案46000002000001号', 'a site of Hainan'],
    ['京公网安备110000000017号', 'www.58.com'],
    ['网站标识码：bm07000001', 'www.miit.gov.cn'],
    ['政府网站标识码 5000000001', 'inferred: Chongqing has the code 500000'],
    ['统一社会信用代码：11100000000014154E', 'the General Administration of Customs'],
    ['统一社会信用代码：11100000000014445H', 'the State Taxation Administration'],
    ['统一社会信用代码：11100000000013338W', 'the Ministry of Housing'],
    ['工商注册号500000000001234', 'inferred: Chongqing has the code 500000'],
    ['浙备3301000000001号', 'the city police of Hangzhou'],
    ['人才中介服务许可证号 330782000001', 'a job agency of Yiwu'],
  ])('%s is valid (%s)', (text, _where) => {
    expect(find(text, { currentYear: 2026 })).toMatchObject([{ status: 'valid' }]);
  });

  test.each([
    ['京ICP备21012345号', 'a ten-digit number that lost its 20'],
    ['京ICP备2019012345号', 'a year too many'],
    ['京ICP证000001号', 'the first licence of Beijing'],
    ['粤ICP备04000001号', 'a low number of an early year'],
  ])('%s is suspect at most (%s)', (text, _what) => {
    expect(find(text, { currentYear: 2026 })).toMatchObject([{ status: 'suspect' }]);
  });
});

describe('a number of a template', () => {
  test.each([
    '京ICP备12345678号-1',
    '京ICP备00000000号',
    '京ICP备88888号',
    '京ICP备888888号',
    '京ICP备2024000000号',
    '京ICP备XXXXXXXX号',
    '京ICP备********号-1',
    '京ICP备××××××××号',
    '京ICP备2023XXXX号',
    '京ICP备••••••••号',
    '京ICP备????????号',
    'ICP备XXXXXXXX号',
    '川ICP备1234567-9号',
    '京ICP证000000号',
    '京公网安备11010500000000号',
    '粤公网安备 44030500000000号',
    '京公网安备xxxxxxxxxxxxxx号',
    '川公网安备1XXXXXXXXXXXX1',
    '粤B2-20XXXXXX',
  ])('%s is a placeholder', (text) => {
    expect(find(text, { currentYear: 2026 })).toMatchObject([{ status: 'placeholder' }]);
  });
});
