import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format, subjectNumber } from './format.ts';
import { parse } from './parse.ts';

const context = { currentYear: 2026 };

describe('parse', () => {
  test.each([
    ['京ICP备10046444号', '京ICP备10046444号', 'the normal form'],
    [' 【京 ICP 备 10046444 号 -1】', '京ICP备10046444号-1', 'brackets and spaces around and inside'],
    ['粤B2－20090191－18。', '粤B2-20090191-18', 'full-width hyphens and a full stop'],
    ['京公网安备 11010802020134', '京公网安备11010802020134号', 'without 号'],
    ['京网文〔2020〕1039-165号', '京网文〔2020〕1039-165号', 'a permit that its form tells'],
    ['信息網絡傳播視聽節目許可證編號：0910417', '0910417', 'a permit that its name tells'],
    ['（视听许可证：0910417）', '0910417', 'a shorter name'],
    ['快递业务经营许可证编号：沪邮20131324B', '沪邮20131324B', 'a permit outside the table'],
    ['川ICP备10200063号', '川ICP备10200063号', 'a faulty number is still a number'],
  ])('reads %j', (text, canonical, _why) => {
    const parsed = parse(text, context);
    expect(parsed.ok && parsed.value.canonical).toBe(canonical);
  });

  test.each([
    ['', 'empty', 'nothing'],
    [' \n\u00a0', 'empty', 'white space'],
    ['hello', 'no-number', 'no number'],
    ['10046444', 'no-number', 'digits alone are no number'],
    ['京ICP备10046444号 京ICP证030173号', 'several-numbers', 'two numbers'],
    ['备案号：京ICP备10046444号', 'other-text', 'a label before it'],
    ['某某公司 信息网络传播视听节目许可证：0910417', 'other-text', 'more than the name before it'],
    ['京ICP备10046444号 版权所有', 'other-text', 'words behind it'],
    ['京ICP备10046444号'.padEnd(300), 'other-text', 'longer than any number'],
  ])('refuses %j: %s', (text, reason, _why) => {
    expect(parse(text, context)).toEqual({ ok: false, reason });
  });

  test('gives the same number for what format wrote', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[2-9]\\d{${length - 1}}$`));
    const filing = fc.tuple(
      fc.constantFrom(...'京津冀沪苏浙粤蜀黔滇陇新'),
      fc.integer({ min: 6, max: 19 }),
      digits(6),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom('', 'A', 'X', 'K'),
    );
    fc.assert(
      fc.property(filing, ([province, year, serial, service, letter]) => {
        const suffix = service === 0 ? '' : `-${service}${letter}`;
        const first = parse(`${province}ICP备${String(year).padStart(2, '0')}${serial}号${suffix}`, context);
        if (!first.ok) throw new Error(first.reason);
        const again = parse(format(first.value) ?? '', context);
        expect(again).toEqual(first);
      }),
    );
  });
});

test.each([
  ['京ICP备10046444号-2A', '京ICP备10046444号', 'a service of a filing'],
  ['京ICP备10046444号', '京ICP备10046444号', 'the subject itself'],
  ['粤B2-20090191-18', '粤B2-20090191', 'a licence that stands in for a filing'],
  ['京ICP证030173号-1', '京ICP证030173号', 'an old licence that does'],
  ['京公网安备11010802020134号', null, 'the police count sites, not holders'],
])('the subject number of %s is %s: %s', (text, expected, _why) => {
  const parsed = parse(text, context);
  expect(parsed.ok && subjectNumber(parsed.value)).toBe(expected);
});
