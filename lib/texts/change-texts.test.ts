import { describe, expect, test } from 'vitest';
import { type Change, compareReports, type Standing, standings } from '../audits/compare-reports.ts';
import { block, pageOf } from '../checks/fixtures.ts';
import { reportOn, type SiteReport } from '../checks/site-report.ts';
import { words } from '../export/fixtures.ts';
import { type ChangeText, changeText } from './change-texts.ts';
import { type Language, languages } from './language/translate.ts';

const filing = '京ICP备2021018374号-1';
const other = '京ICP备2021018374号-2';
const shown: Record<Standing, Parameters<typeof block>[2]> = {
  own: {},
  mention: { place: 'article' },
  hidden: { hidden: true, look: null },
};

function report(text: string, standing: Standing): SiteReport {
  const { url, findings } = pageOf([block(text, 'https://beian.miit.gov.cn/', shown[standing])]);
  return reportOn({ url, findings: [...findings], capped: false, otherFrames: 0, server: { state: 'not-asked' } });
}

const told = (older: SiteReport, newer: SiteReport, language: Language): ChangeText[] =>
  compareReports(older, newer).map((change) => changeText(words[language], change));

describe.each(languages)('the text of a change in %s', (language) => {
  test('a mention or a hidden number is never called a number of the site', () => {
    const whats = standings.flatMap((standing) =>
      [
        [report('文', standing), report(filing, standing)],
        [report(filing, standing), report('文', standing)],
        [report(filing, standing), report(other, standing)],
      ].map(([older = report('', 'own'), newer = report('', 'own')]) => told(older, newer, language)[0]?.what),
    );
    expect(new Set(whats).size).toBe(9);
    expect(whats.join()).not.toMatch(/undefined|\$/);
  });

  test('checks that come and go with a number are one line with their outcomes', () => {
    const none = report('文', 'own');
    const [number, checks, ...rest] = told(report(filing, 'own'), none, language);
    expect(rest).toEqual([]);
    expect(number).toMatchObject({ subject: filing, before: filing, after: null });
    expect(checks?.what).toBe({ en: 'Can no longer be checked', zh: '不再能检查' }[language]);
    expect(checks?.subject).toContain(words[language].check('filing-link').name);
    expect(checks).toMatchObject({ before: checks?.subject, after: null });
    const [, come] = told(none, report(filing, 'own'), language);
    expect(come).toMatchObject({ before: null, subject: checks?.subject, after: checks?.subject });
  });

  test('the worst outcome is named first', () => {
    const change: Change = {
      kind: 'checks-added',
      checks: [
        { check: 'form', outcome: 'pass' },
        { check: 'filing-link', outcome: 'fail' },
        { check: 'service', outcome: 'pass' },
      ],
    };
    const { outcome, check } = words[language];
    const passed = [check('form').name, check('service').name];
    const names = new Intl.ListFormat(language).format(passed);
    expect(changeText(words[language], change).subject).toBe(
      `${outcome('fail')}: ${check('filing-link').name}; ${outcome('pass')}: ${names}`,
    );
  });
});
