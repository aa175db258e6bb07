import { describe, expect, test } from 'vitest';
import { find } from '../find.ts';

/** `粤B2-20090059 suspect:…`, with `as-filing` where it stands in for an ICP filing. */
function read(text: string): string[] {
  return find(text, { currentYear: 2026 }).map(({ canonical, status, problems }) => {
    const asFiling = problems.some(({ code }) => code === 'licence-as-filing') ? ' as-filing' : '';
    return `${canonical}${status === 'valid' ? '' : ` ${status}:${problems[0]?.code}`}${asFiling}`;
  });
}

describe('telecom licences', () => {
  test.each([
    ['沪B2-20100043', '沪B2-20100043', 'a province'],
    ['合字B2-20190051', '合字B2-20190051', 'several provinces'],
    ['合 字 B2-20190051', '合字B2-20190051', 'with spaces'],
    ['（合字）B2-20190051', '合字B2-20190051', 'in brackets'],
    ['合字第B2-20190051号', '合字B2-20190051', '第 and 号'],
    ['增值电信业务经营许可证 B2-20140447', 'B2-20140447', 'national, no prefix'],
    ['跨地区增值电信业务经营许可证（B2-20040001）', 'B2-20040001', 'in brackets'],
    ['A2.B1.B2-20090001', 'A2.B1.B2-20090001', 'several classes need no label'],
    ['合字B1、B2-20130004', '合字B1.B2-20130004', 'classes joined otherwise'],
    ['合字B1B2-20130004', '合字B1.B2-20130004', 'classes not joined at all'],
    ['苏A2-20170012', '苏A2-20170012', 'a basic class'],
    ['川B2-20100027', '川B2-20100027', 'Sichuan writes 川 on licences'],
    ['甘B2-20140015', '甘B2-20140015', 'Gansu is unproven: both are accepted'],
    ['蜀B2-20180596', '蜀B2-20180596 suspect:province-alternate', 'and 蜀 on filings'],
    ['京B2-20202537', '京B2-20202537', 'a serial above 1000'],
    ['沪B2－20080012', '沪B2-20080012', 'full-width hyphen'],
    ['许可证：粤b2 20090059', '粤B2-20090059', 'lower case, no hyphen'],
    ['许可证：粤B2-2009 0059', '粤B2-20090059', 'year and serial apart'],
    ['粤 B 2 - 20090059 号', '粤B2-20090059', 'spaces everywhere'],
    ['粤B2--20090059', '粤B2-20090059', 'hyphen doubled'],
    ['No.Shanghai B2-20170322', '沪B2-20170322', 'the province in Latin letters'],
    ['Value-added telecom licence B2-20140447', 'B2-20140447', 'an English label'],
    ['浙ICP证：B2-20140272', '浙B2-20140272', 'the province stands in the label'],
    ['苏ICP证B2-20100204', '苏B2-20100204', 'the same, glued'],
    ['ICP证合字B2-20070004号', '合字B2-20070004', 'a label without province'],
    ['粤B2-20090059京公网安备', '粤B2-20090059', 'Han glued behind'],
    ['粤B2-20090059Copyright', '粤B2-20090059', 'a word glued behind'],
    ['粤B2-20090059B1-20150233', '粤B2-20090059', 'another licence glued behind'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)[0]).toBe(expected);
  });
});

describe('telecom licences that replace an ICP filing', () => {
  test.each([
    ['粤B2-20090191-18', '粤B2-20090191-18 as-filing', 'with a service number'],
    ['粤B2-20090059-1626X', '粤B2-20090059-1626X as-filing', 'of a mini-program'],
    ['粤B2-20090059号-3', '粤B2-20090059-3 as-filing', '号 between'],
    ['沪ICP备：沪B2-20080012-15', '沪B2-20080012-15 as-filing', "under a filing's label"],
    ['备案/许可证号：粤B2-20090059', '粤B2-20090059 as-filing', 'without a service number'],
    ['备案号码：粤B2-20090059', '粤B2-20090059 as-filing', 'another label'],
    ['经营许可证：粤B2-20090059', '粤B2-20090059', "under a licence's label it is a licence"],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('telecom licences with faults', () => {
  test.each([
    ['粤B2-200900591', '粤B2-200900591 malformed:digit-count', 'nine digits'],
    ['川B2-140912-1', '川B2-140912-1 malformed:digit-count as-filing', 'a year of two digits'],
    ['粤B2-19990059', '粤B2-19990059 malformed:year-impossible', 'before the regulations'],
    ['粤B2-20290059', '粤B2-20290059 malformed:year-impossible', 'to come'],
    ['经营许可证编号：a2.b1.b2-2C090003', 'null malformed:garbled', 'a letter among the digits'],
    ['许可证编号：A12364578', 'A1-2364578 malformed:digit-count', 'no hyphen, under a label that names no other trade'],
    ['增值电信业务经营许可证 B12364578', 'B1-2364578 malformed:digit-count', 'the same under its own label'],
    ['京-2-4-20090003', 'null malformed:class-missing', 'an old style without class'],
    ['辽B-2-4-20080039', 'null malformed:class-missing', 'the same with half a class'],
    ['粤B2-XXXXXXXX', 'null placeholder:placeholder-mask', 'masked'],
    ['粤B2-20000000', '粤B2-20000000 placeholder:placeholder-digits', 'a serial of zeros'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('text that looks like a telecom licence', () => {
  test.each([
    'git checkout b2-20260928',
    'branch B2-20260928 was merged',
    'python benchmark.py ./data/i2b2-2014',
    'by 2002:a5b:782:0 with SMTP id b2-20020a5b0782000000b00c91cc0e1aefmr9011877ybq',
    '(B1+C1)(B2+C2)-B1.B2-C1*C2 = 1000',
    '产品型号：B2-1000、B2-20001234',
    '京A12345 粤B·12345 粤B12345',
    '航班 CA1234、B2-7378',
    '食品经营许可证：A12364578',
    '出版物经营许可证 B12364578',
  ])('%s holds none', (text) => {
    expect(read(text)).toEqual([]);
  });
});
