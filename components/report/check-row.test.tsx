import { render } from 'preact';
import { describe, expect, test } from 'vitest';
import { type AnswerCode, answers, type Check, type CheckCode, checks } from '../../lib/checks/catalogue.ts';
import type { TextKey } from '../../lib/texts/language/translate.ts';
import { findingOf, languages, textsOf } from '../shared/fixtures.ts';
import { CheckRow } from './check-row.tsx';

const codes = Object.keys(answers) as AnswerCode[];
const en = textsOf('en');
const servers = { requestPermission: () => {}, removePermission: () => {}, reload: () => {} };
const findings = [findingOf(), findingOf({ canonical: '沪ICP备14003370号' }), findingOf({}, { role: 'mention' })];

/** Sample parts of checks. Checks that are not listed have none. */
const hosts = ['old.example.cn', 'new.example.cn'];
const sampleParts: Partial<Record<CheckCode, string[]>> = {
  'filing-link': hosts,
  'licence-link': hosts,
  'police-link': hosts,
  holders: ['京ICP备2021018374号', '沪ICP备14003370号'],
  provinces: ['11', '51'],
  hosting: ['192.0.2.7', '2026-11-01'],
  'pre-approval': ['news', 'games'],
};

function drawn(language: keyof typeof languages, answer: AnswerCode, change: Partial<Check> = {}): HTMLElement {
  const root = document.createElement('div');
  const { check, outcome } = answers[answer];
  const given = { code: check, answer, outcome, parts: sampleParts[check] ?? [], findings: [0], ...change };
  render(<CheckRow t={textsOf(language)} check={given} findings={findings} open={false} servers={servers} />, root);
  return root;
}

const facts = (root: HTMLElement): Record<string, string> =>
  Object.fromEntries(
    [...root.querySelectorAll('dt')].map((dt) => [dt.textContent, dt.nextElementSibling?.textContent ?? '']),
  );

describe.each(Object.keys(languages) as (keyof typeof languages)[])('in %s', (language) => {
  const t = textsOf(language);
  const keyOf = (prefix: string, answer: string): TextKey => `${prefix}_${answer.replaceAll('-', '_')}` as TextKey;

  test.each(codes)('%s has the words of its name, and a rule', (answer) => {
    const { check, outcome } = answers[answer];
    const root = drawn(language, answer);
    expect(root.querySelector('.statement')?.textContent).toBe(t(keyOf('answer', answer)));
    expect(root.querySelector('.outcome')?.textContent).toBe(t(keyOf('outcome', outcome)));
    const found = facts(root);
    expect(found[t('check_rule')]).toContain(t(keyOf('check', check)));
    expect(found[t('check_rule')]).toContain(t(`${keyOf('check', check)}_rule` as TextKey));
    expect(found[t('check_rule')]).toContain(t(`basis_${checks[check].basis}`));
    const advice = found[t('check_advice')] ?? '';
    if (outcome === 'pass') expect(languages[language]).not.toHaveProperty(keyOf('advice', answer));
    else expect(advice).toContain(t(keyOf('advice', answer)));
    expect(root.textContent).not.toMatch(/\$\d|undefined|[\ue000-\ue008]/);
  });

  test('no two answers say the same', () => {
    const said = codes.map((answer) => drawn(language, answer).querySelector('.statement')?.textContent);
    expect(new Set(said).size).toBe(codes.length);
  });

  test('a statement is one short line without parts, fit to end a sentence', () => {
    for (const answer of codes) {
      const statement = t(keyOf('answer', answer));
      expect(statement, answer).not.toMatch(/\$|[.。]$/);
      expect(statement.length, answer).toBeLessThanOrEqual(language === 'en' ? 42 : 20);
    }
  });
});

describe('the parts of an answer', () => {
  test.each<[AnswerCode, string[], string]>([
    ['police-link-outdated', ['www.beian.gov.cn', 'beian.mps.gov.cn'], 'www.beian.gov.cn'],
    ['police-link-outdated', ['www.beian.gov.cn', 'beian.mps.gov.cn'], 'beian.mps.gov.cn'],
    ['police-link-code-differs', ['11010802020134'], '11010802020134'],
    ['filing-link-unrelated', ['bad.example'], 'bad.example'],
    ['filing-link-look-alike', ['beian.miit-gov.cn'], 'beian.miit-gov.cn'],
    ['several-holders', ['京ICP备2021018374号', '沪ICP备14003370号'], '京ICP备2021018374号 and 沪ICP备14003370号'],
    ['provinces-differ', ['11', '51', '65'], 'Beijing, Sichuan, and Xinjiang'],
    ['fields-shown', ['news', 'medical'], 'News and Medicine and health'],
    ['mainland-none', ['192.0.2.7', '2026-11-01'], '192.0.2.7, looked up in a table of 2026-11-01'],
    ['server-special', ['10.0.0.1'], '10.0.0.1'],
  ])('of %s: %j', (answer, parts, words) => {
    expect(facts(drawn('en', answer, { parts }))[en('check_seen')]).toContain(words);
  });

  test('are joined as a list in Chinese, too', () => {
    expect(
      facts(drawn('zh_CN', 'provinces-differ', { parts: ['11', '51', '65'] }))[textsOf('zh_CN')('check_seen')],
    ).toContain('北京、四川和新疆');
  });

  test('that come from the page are inserted as text, not as placeholders', () => {
    const root = drawn('en', 'filing-link-unrelated', { parts: ['$2<img src=x>'] });
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('bdi')?.textContent).toBe('$2<img src=x>');
  });
});

describe('the numbers that a check is about', () => {
  const numbers = (findings: number[]): string | undefined =>
    facts(drawn('en', 'filing-link-none', { findings }))[en('check_numbers')];

  test('are named', () => expect(numbers([1])).toBe('沪ICP备14003370号'));
  test('are counted where they are all', () => expect(numbers([0, 1])).toBe("All of the site's own (2)"));
  test('are left out where it is about the page', () => expect(numbers([])).toBeUndefined());
});
