import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { block, pageOf } from '../checks/fixtures.ts';
import type { Server, Where } from '../checks/server.ts';
import { reportOn, type SiteReport } from '../checks/site-report.ts';
import type { Finding } from '../icp/finding.ts';
import { type Change, compareReports } from './compare-reports.ts';

const filing = '京ICP备2021018374号-1';
const police = '京公网安备11010802046193号';
const ministry = 'https://beian.miit.gov.cn/';

function report(blocks: Parameters<typeof pageOf>[0], server: Server = { state: 'not-asked' }): SiteReport {
  const { url, findings } = pageOf(blocks);
  return reportOn({ url, findings: [...findings], capped: false, otherFrames: 0, server });
}

const showing = (...texts: string[]): SiteReport => report(texts.map((text) => block(text, ministry)));

const numbersIn = (changes: readonly Change[]): Change[] => changes.filter(({ kind }) => !/^check|^server/.test(kind));

describe('compareReports of numbers', () => {
  const named = (number: string, kind = 'icp-filing') => ({ kind, number });

  test.each<[string, SiteReport, SiteReport, object[]]>([
    ['two equal reports have no change', showing(filing), showing(filing), []],
    [
      'one number more is added',
      showing(filing),
      showing(filing, police),
      [{ kind: 'number-added', standing: 'own', number: named(police, 'psb-filing') }],
    ],
    [
      'one number less is removed',
      showing(filing, police),
      showing(filing),
      [{ kind: 'number-removed', standing: 'own', number: named(police, 'psb-filing') }],
    ],
    [
      'another service of the same holder is an altered number',
      showing(filing),
      showing('京ICP备2021018374号-2'),
      [{ kind: 'number-altered', standing: 'own', before: named(filing), after: named('京ICP备2021018374号-2') }],
    ],
    [
      "the holder's number instead of a service's is an altered number",
      showing(filing),
      showing('京ICP备2021018374号'),
      [{ kind: 'number-altered', standing: 'own', before: named(filing), after: named('京ICP备2021018374号') }],
    ],
    [
      'the right character instead of a wrong one is an altered number',
      showing('川ICP备19027381号-2'),
      showing('蜀ICP备19027381号-2'),
      [
        {
          kind: 'number-altered',
          standing: 'own',
          before: named('川ICP备19027381号-2'),
          after: named('蜀ICP备19027381号-2'),
        },
        { kind: 'status', number: named('蜀ICP备19027381号-2'), before: 'suspect', after: 'valid' },
      ],
    ],
    [
      'a number with a missing digit put in is an altered number',
      showing('京公网安备1101080204619号'),
      showing(police),
      [
        {
          kind: 'number-altered',
          standing: 'own',
          before: named('京公网安备1101080204619号', 'psb-filing'),
          after: named(police, 'psb-filing'),
        },
        { kind: 'status', number: named(police, 'psb-filing'), before: 'malformed', after: 'valid' },
      ],
    ],
    [
      "another holder's number is added, and the old one removed",
      showing(filing),
      showing('粤ICP备2022087316号-3'),
      [
        { kind: 'number-added', standing: 'own', number: named('粤ICP备2022087316号-3') },
        { kind: 'number-removed', standing: 'own', number: named(filing) },
      ],
    ],
    [
      'two numbers that differ little from one that went are added, and none is paired',
      showing('京ICP备12001001号'),
      showing('京ICP备12001002号', '京ICP备12001003号'),
      [
        { kind: 'number-added', standing: 'own', number: named('京ICP备12001002号') },
        { kind: 'number-added', standing: 'own', number: named('京ICP备12001003号') },
        { kind: 'number-removed', standing: 'own', number: named('京ICP备12001001号') },
      ],
    ],
    [
      'a number of another kind is added, and the old one removed',
      showing('京ICP证110507号'),
      showing('京ICP备110507号'),
      [
        { kind: 'number-added', standing: 'own', number: named('京ICP备110507号') },
        { kind: 'number-removed', standing: 'own', number: named('京ICP证110507号', 'icp-licence') },
      ],
    ],
    [
      'another link of a number is a change',
      report([block(filing, 'http://www.miitbeian.gov.cn/')]),
      showing(filing),
      [{ kind: 'link', number: named(filing), before: 'http://www.miitbeian.gov.cn/', after: ministry }],
    ],
    [
      'one more number in an article is an added mention',
      showing(filing),
      report([block(filing, ministry), block(police, null, { place: 'article' })]),
      [{ kind: 'number-added', standing: 'mention', number: named(police, 'psb-filing') }],
    ],
    [
      'one hidden number less is a removed hidden number',
      report([block(filing, ministry), block(police, null, { hidden: true, look: null })]),
      showing(filing),
      [{ kind: 'number-removed', standing: 'hidden', number: named(police, 'psb-filing') }],
    ],
    [
      'a mention of another service of the holder is an altered mention',
      report([block(filing, null, { place: 'article' })]),
      report([block('京ICP备2021018374号-2', null, { place: 'article' })]),
      [
        {
          kind: 'number-altered',
          standing: 'mention',
          before: named(filing),
          after: named('京ICP备2021018374号-2'),
        },
      ],
    ],
    [
      'a number that moves out of an article changes its role',
      report([block(filing, ministry, { place: 'article' })]),
      showing(filing),
      [{ kind: 'role', number: named(filing), before: 'mention', after: 'claim' }],
    ],
    [
      'a number that becomes hidden is a change',
      showing(filing),
      report([block(filing, ministry, { hidden: true, look: null })]),
      [{ kind: 'hidden', number: named(filing), before: false, after: true }],
    ],
  ])('%s', (_what, older, newer, expected) => {
    expect(numbersIn(compareReports(older, newer))).toEqual(expected);
  });
});

describe('compareReports of checks', () => {
  const of = (check: string, older: SiteReport, newer: SiteReport) =>
    compareReports(older, newer).flatMap((change) =>
      change.kind === 'check' && change.check === check ? [change] : [],
    );

  test.each<[string, string, SiteReport, SiteReport, object[]]>([
    [
      'a link that was put right is better',
      'filing-link',
      report([block(filing, 'http://www.miitbeian.gov.cn/')]),
      showing(filing),
      [
        {
          trend: 'better',
          before: { outcome: 'warn', answers: ['filing-link-outdated'] },
          after: { outcome: 'pass', answers: ['filing-link-right'] },
        },
      ],
    ],
    ['a link that was lost is worse', 'filing-link', showing(filing), report([block(filing)]), [{ trend: 'worse' }]],
    [
      'another fault of the same outcome is neither better nor worse',
      'filing-link',
      report([block(filing, 'http://www.miitbeian.gov.cn/')]),
      report([block(filing, 'http://beian.miit.gov.cn/')]),
      [{ trend: 'other' }],
    ],
    [
      'an outcome that was unknown is neither better nor worse',
      'police-filing',
      showing(filing),
      showing(filing, police),
      [{ trend: 'other' }],
    ],
    ['a check with the same result has no change', 'form', showing(filing), showing(filing, police), []],
  ])('%s', (_what, check, older, newer, expected) => {
    const found = of(check, older, newer);
    expect(found.length).toBe(expected.length);
    expect(found).toMatchObject(expected);
  });
});

test('checks that come and go with a number are one change together', () => {
  const none = showing('文');
  const changes = compareReports(showing(filing), none);
  expect(changes.map(({ kind }) => kind)).toEqual(['number-removed', 'checks-removed']);
  const [, gone] = changes;
  expect(gone).toMatchObject({
    checks: expect.arrayContaining([
      { check: 'form', outcome: 'pass' },
      { check: 'filing-link', outcome: 'pass' },
    ]),
  });
  expect(gone?.kind === 'checks-removed' && gone.checks.length).toBeGreaterThan(5);
  const [, come] = compareReports(none, showing(filing));
  expect(come).toEqual({ ...gone, kind: 'checks-added' });
});

describe('compareReports of servers', () => {
  const at = (where: Where, ip: string): SiteReport =>
    report([block(filing, ministry)], { state: 'seen', ip, where, tableDate: '2026-11-01' });

  test('a server in another region is a change', () => {
    const changes = compareReports(at('outside', '192.0.2.1'), at('mainland', '192.0.2.2'));
    expect(changes).toContainEqual({ kind: 'server', before: 'outside', after: 'mainland' });
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'check', check: 'hosting', trend: 'other' }));
  });

  test('another address of the server in the same region is no change', () => {
    expect(compareReports(at('mainland', '192.0.2.1'), at('mainland', '192.0.2.2'))).toEqual([]);
  });

  test('a server that was seen in only one report is no change', () => {
    expect(compareReports(showing(filing), at('mainland', '192.0.2.1'))).toEqual([]);
  });
});

describe('compareReports of any two reports', () => {
  const text = fc.constantFrom(
    filing,
    '京ICP备2021018374号-2A',
    '京ICP备2021018375号',
    police,
    '京B2-20213086',
    '川ICP备10200063号-1',
    '萌ICP备20250577号',
  );
  const reports = fc
    .uniqueArray(fc.record({ text, linked: fc.boolean(), hidden: fc.boolean() }), { selector: (each) => each.text })
    .map((shown) =>
      report(
        shown.map(({ text, linked, hidden }) =>
          block(text, linked ? ministry : null, hidden ? { hidden, look: null } : {}),
        ),
      ),
    );
  const count = (changes: readonly Change[], kind: Change['kind']): number =>
    changes.filter((change) => change.kind === kind).length;

  test('a report has no changes against itself, and swapped reports swap added and removed', () => {
    fc.assert(
      fc.property(reports, reports, (a, b) => {
        expect(compareReports(a, a)).toEqual([]);
        const there = compareReports(a, b);
        const back = compareReports(b, a);
        expect(count(there, 'number-added')).toBe(count(back, 'number-removed'));
        expect(count(there, 'number-altered')).toBe(count(back, 'number-altered'));
        expect(count(there, 'check')).toBe(count(back, 'check'));
        expect(count(there, 'checks-added')).toBe(count(back, 'checks-removed'));
        expect(count(there, 'checks-added')).toBeLessThanOrEqual(1);
        expect(b.findings.length - a.findings.length).toBe(
          count(there, 'number-added') - count(there, 'number-removed'),
        );
      }),
    );
  });

  /** The services of one holder, each that went with the first that came, found by trying all. */
  function pairsByTrying(older: SiteReport, newer: SiteReport): [string, string][] {
    const nameOf = ({ number: { kind, canonical, raw } }: Finding) => `${kind} ${canonical ?? raw}`;
    const holderOf = (finding: Finding) => nameOf(finding).replace(/(?<=号|\d{8})-\d+[A-Z]?$/, '');
    const isIn = ({ findings }: SiteReport, finding: Finding) =>
      findings.some((other) => nameOf(other) === nameOf(finding));
    const left = older.findings.filter((finding) => !isIn(newer, finding));
    const pairs: [string, string][] = [];
    for (const is of newer.findings.filter((finding) => !isIn(older, finding))) {
      const place = is.number.kind === 'psb-filing' ? -1 : left.findIndex((was) => holderOf(was) === holderOf(is));
      const [was] = place < 0 ? [] : left.splice(place, 1);
      if (was !== undefined) pairs.push([nameOf(was), nameOf(is)]);
    }
    return pairs;
  }

  test('services of one holder are paired in their order, as trying all pairs gives', () => {
    const service = fc.record({ holder: fc.integer({ min: 1, max: 3 }), service: fc.integer({ min: 1, max: 9 }) });
    const many = fc
      .uniqueArray(service, { selector: ({ holder, service }) => `${holder}-${service}`, maxLength: 20 })
      .map((shown) => showing(...shown.map(({ holder, service }) => `京ICP备202101837${holder}号-${service}`)));
    fc.assert(
      fc.property(many, many, (a, b) => {
        const altered = compareReports(a, b).flatMap((change) =>
          change.kind === 'number-altered'
            ? [[`${change.before.kind} ${change.before.number}`, `${change.after.kind} ${change.after.number}`]]
            : [],
        );
        const pairs = pairsByTrying(a, b);
        // One that is left over on either side may be the other's, corrected.
        expect(altered.slice(0, pairs.length)).toEqual(pairs);
        expect(altered.length - pairs.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('the work is in proportion to the number of services', () => {
    /** How often a number is looked at while two reports of so many services are compared, none of them in both. */
    const looks = (count: number): number => {
      let looked = 0;
      const reportOf = (holders: string): SiteReport => {
        const { findings, ...others } = showing(filing);
        const [finding] = findings;
        if (finding === undefined) throw new Error('There is no finding.');
        const many = Array.from({ length: count }, (_, place) => {
          const number = { ...finding.number, canonical: `${holders}ICP备${20_210_000 + place}号-1` };
          return {
            ...finding,
            get number() {
              looked += 1;
              return number;
            },
          };
        });
        return { ...others, findings: many };
      };
      compareReports(reportOf('京'), reportOf('沪'));
      return looked;
    };
    expect(looks(200)).toBeGreaterThan(200);
    expect(looks(800)).toBeLessThan(looks(200) * 5);
  });
});
