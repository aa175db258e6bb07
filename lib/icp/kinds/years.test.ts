import { expect, test } from 'vitest';
import { readFilingYear, readFullYear, readShortYear } from './years.ts';

test.each<[string, number | null, string | undefined, string]>([
  ['030066', 2003, undefined, 'six digits'],
  ['060066', 2006, 'year-width', 'six digits after 2005'],
  ['05070218', 2005, undefined, 'eight digits'],
  ['20067728', 2020, undefined, 'the last year of eight'],
  ['21001122', 2021, 'year-width', 'eight digits in 2021'],
  ['04000001', 2004, undefined, 'eight digits in 2004: the ministry has one'],
  ['03001122', 2003, 'year-width', 'eight digits in 2003'],
  ['33309494', null, 'year-impossible', 'to come'],
  ['99001122', null, 'year-impossible', 'there was no filing in 1999, and 2099 is to come'],
  ['2020077344', 2020, undefined, 'ten digits'],
  ['2019077344', 2019, 'year-width', 'ten digits in 2019'],
  ['2027077344', null, 'year-impossible', 'next year'],
  ['1999077344', null, 'year-impossible', 'before filings'],
])('the year of the digits %s is %s, with the problem %s', (digits, year, code, _why) => {
  const { year: read, problem } = readFilingYear(digits, 2026);
  expect([read, problem?.code]).toEqual([year, code]);
});

test('without a present year no year counts as in the future', () => {
  expect(readFilingYear('2077077344').year).toBe(2077);
  expect(readFullYear('2077', 2000).year).toBe(2077);
  expect(readShortYear('77').year).toBe(2077);
});

test('years of four and of two digits are read', () => {
  expect(readFullYear('1999', 2000, 2026).problem?.code).toBe('year-impossible');
  expect(readFullYear('2027', 2000, 2026).problem).toEqual({ code: 'year-impossible', part: '2027' });
  expect(readShortYear('27', 2026).problem).toEqual({ code: 'year-impossible', part: '27' });
  expect(readShortYear('03', 2026).year).toBe(2003);
});
