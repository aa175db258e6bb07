import { describe, expect, test } from 'vitest';
import { block, pageOf } from '../checks/fixtures.ts';
import type { Outcome } from '../checks/outcome.ts';
import { overallOf } from '../checks/outcome.ts';
import { reportOn } from '../checks/site-report.ts';
import { type Entry, newEntry, ownCountOf, type PageOutcome, summarise } from './entry.ts';

const { url, findings } = pageOf([block('京ICP备2021018374号-1', 'http://www.miibeian.gov.cn/')]);
const report = reportOn({
  url,
  findings: [...findings],
  capped: false,
  otherFrames: 0,
  server: { state: 'not-asked' },
});

function ended(ending: PageOutcome | null): Entry {
  return { ...newEntry('audit', 0, 'a.cn', 'https://a.cn/'), ...summarise(report, ending), ending };
}

describe('summarise', () => {
  test('a page of the site itself gives the entry its numbers and the worst outcome of its checks', () => {
    const entry = ended({ state: 'numbers' });
    expect(entry.numbers.map(({ role }) => role)).toEqual(['claim']);
    expect(entry.worst).toBe('warn');
    expect(entry.answers).toContain('filing-link-outdated');
    expect(ownCountOf(entry)).toBe(1);
  });

  test.each<PageOutcome>([
    { state: 'redirected', to: 'https://b.cn/' },
    { state: 'barrier', barrier: 'login' },
    { state: 'unreachable', cause: 'http', status: 500 },
  ])('an entry that ended as $state has no own number and no outcome', (ending) => {
    const entry = ended(ending);
    expect(entry.numbers.map(({ number, role }) => [number, role])).toEqual([['京ICP备2021018374号-1', 'mention']]);
    expect([entry.worst, entry.answers, ownCountOf(entry)]).toEqual([null, [], null]);
  });

  test('ownCountOf is 0 for a page without numbers and null where no page was read', () => {
    expect(ownCountOf({ ending: { state: 'none' }, numbers: [] })).toBe(0);
    expect(ownCountOf({ ending: { state: 'blocked' }, numbers: [] })).toBeNull();
    expect(ownCountOf({ ending: null, numbers: [] })).toBeNull();
  });
});

test('the entry of a placeholder has no province', () => {
  const { findings } = pageOf([block('京ICP备12345678号'), block('沪ICP备2021018374号')]);
  const page = { url, findings: [...findings], capped: false, otherFrames: 0, server: { state: 'not-asked' as const } };
  const { numbers } = summarise(reportOn(page), { state: 'numbers' });
  expect(numbers.map(({ status, province }) => [status, province])).toEqual([
    ['placeholder', null],
    ['valid', '31'],
  ]);
});

test.each<[Outcome[], Outcome]>([
  [['pass', 'unknown'], 'pass'],
  [['pass', 'warn', 'unknown'], 'warn'],
  [['warn', 'fail', 'pass'], 'fail'],
  [['unknown'], 'unknown'],
  [[], 'unknown'],
])('the worst of the outcomes %j is %s', (outcomes, overall) => {
  expect(overallOf(outcomes.map((outcome) => ({ outcome })))).toBe(overall);
});
