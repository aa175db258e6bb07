import { describe, expect, test } from 'vitest';
import { upgradeAudit, upgradeEntry, upgradeReport, upgradeReportIn } from './earlier-forms.ts';

type Upgrade = (value: unknown) => unknown;

test.each<[string, Upgrade, unknown, unknown]>([
  [
    'the options of an audit',
    upgradeAudit,
    { id: 'a', options: { lanes: 3, limitMs: 30_000, pictures: true }, size: 2 },
    { id: 'a', options: { concurrency: 3, limitMs: 30_000, screenshots: true }, size: 2 },
  ],
  [
    'the options of an audit from before there were screenshots',
    upgradeAudit,
    { options: { lanes: 3 } },
    { options: { concurrency: 3 } },
  ],
  [
    'the outcome of an entry that met a log-in',
    upgradeEntry,
    { place: 7, ending: { state: 'wall', wall: 'login' } },
    { place: 7, ending: { state: 'barrier', barrier: 'login' } },
  ],
  [
    'the checks of a report',
    upgradeReport,
    { url: 'https://a.cn/', checks: [{ check: 'form', answer: 'form-right' }, { check: 'copied' }] },
    { url: 'https://a.cn/', checks: [{ code: 'form', answer: 'form-right' }, { code: 'copied' }] },
  ],
  [
    'the report of a visit',
    upgradeReportIn,
    { id: 'v', report: { checks: [{ check: 'form' }] } },
    { id: 'v', report: { checks: [{ code: 'form' }] } },
  ],
])("%s has today's names once it is upgraded", (_what, upgrade, earlier, today) => {
  expect(upgrade(earlier)).toEqual(today);
});

describe('an upgrade gives back the value itself', () => {
  test.each<[string, Upgrade, unknown]>([
    ["where an audit is in today's form", upgradeAudit, { options: { concurrency: 3, screenshots: true } }],
    ['where an entry met no barrier', upgradeEntry, { ending: { state: 'unreachable', cause: 'dns', status: null } }],
    ['where an entry waits', upgradeEntry, { ending: null }],
    ["where an entry is in today's form", upgradeEntry, { ending: { state: 'barrier', barrier: 'login' } }],
    ["where a report is in today's form", upgradeReport, { checks: [{ code: 'form' }] }],
    ['where a report has no check', upgradeReport, { checks: [] }],
  ])('%s', (_what, upgrade, value) => {
    expect(upgrade(value)).toBe(value);
  });

  test.each([
    [undefined],
    [null],
    [7],
    ['wall'],
    [[]],
    [{}],
    [{ options: [], ending: 'wall', checks: {}, report: 1 }],
  ])('where it is nothing that was ever stored: %j', (value) => {
    for (const upgrade of [upgradeAudit, upgradeEntry, upgradeReport, upgradeReportIn]) {
      expect(upgrade(value)).toBe(value);
    }
  });
});

test('a member whose new name is taken keeps its own, so that a schema refuses it', () => {
  const options = { lanes: 3, concurrency: 4 };
  expect(upgradeAudit({ options })).toEqual({ options });
});
