import { render } from 'preact';
import { describe, expect, test } from 'vitest';
import { type Problem, type ProblemCode, rules } from '../../lib/icp/problems.ts';
import type { TextKey } from '../../lib/texts/language/translate.ts';
import { sourceText } from '../../lib/texts/rule-texts.ts';
import { languages, textsOf } from '../shared/fixtures.ts';
import { ProblemList } from './problem-list.tsx';

const codes = Object.keys(rules) as ProblemCode[];

function drawn(language: keyof typeof languages, problems: Problem[]): HTMLElement {
  const root = document.createElement('div');
  const reasons = problems.map((problem) => ({ ...problem, ...rules[problem.code] }));
  render(<ProblemList t={textsOf(language)} status="suspect" reasons={reasons} />, root);
  return root;
}

function sentenceOf(language: keyof typeof languages, problem: Problem): string {
  return drawn(language, [problem]).querySelector('li p')?.textContent ?? '';
}

describe.each(Object.keys(languages) as (keyof typeof languages)[])('in %s', (language) => {
  test.each(codes)('%s is told in words, with its rule and source', (code) => {
    const root = drawn(language, [{ code, part: '12345' }]);
    expect(root.querySelector('li p')?.textContent?.length).toBeGreaterThan(10);
    const rule = root.querySelector('.rule')?.textContent ?? '';
    expect(rule).toContain(textsOf(language)(`basis_${rules[code].basis}`));
    expect(rule).toContain(sourceText(textsOf(language), rules[code].source));
    expect(rule).not.toContain('.md');
  });

  const sentences = codes.map((code) => sentenceOf(language, { code, part: '12345' }));

  test.each(codes)('%s has the text of its name, and no other has the same', (code) => {
    const sentence = sentenceOf(language, { code, part: '12345' });
    expect(sentence).toBe(textsOf(language)(`problem_${code.replaceAll('-', '_')}` as TextKey, '12345'));
    expect(sentences.filter((other) => other === sentence)).toHaveLength(1);
  });

  test.each(codes)('%s reads as a sentence where no part is given', (code) => {
    expect(sentenceOf(language, { code, part: '' })).not.toMatch(/^\s|\$|\ue000|^[:：]/);
  });
});

test('the offending part is set apart from the words', () => {
  const root = drawn('en', [{ code: 'province-alternate', part: '川' }]);
  expect(root.querySelector('li bdi.part')?.textContent).toBe('川');
});

test('a number without problems has no list', () => {
  expect(drawn('en', []).childElementCount).toBe(0);
});
