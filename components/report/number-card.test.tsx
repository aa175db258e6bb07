import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import type { Finding } from '../../lib/icp/finding.ts';
import { findingOf, textsOf } from '../shared/fixtures.ts';
import { NumberCard } from './number-card.tsx';

const t = textsOf('en');

function drawn(finding: Finding, copied = false) {
  const root = document.createElement('div');
  const actions = { copy: vi.fn(), show: vi.fn(), lookUp: vi.fn() };
  act(() => render(<NumberCard t={t} id="number" finding={finding} copied={copied} actions={actions} />, root));
  const button = (name: string): HTMLButtonElement | undefined =>
    [...root.querySelectorAll('button')].find((b) => (b.getAttribute('aria-label') ?? b.textContent) === name);
  const facts = Object.fromEntries(
    [...root.querySelectorAll('dt')].map((name) => [name.textContent, name.nextElementSibling?.textContent]),
  );
  return { root, actions, button, facts };
}

test('a card says what the number is, and the status as a word', () => {
  const { root, facts } = drawn(findingOf());
  expect(root.querySelector('h3')?.textContent).toBe('ICP filing (non-commercial)');
  expect(root.querySelector('.number')?.textContent).toBe('京ICP备2021018374号-1');
  expect(root.querySelector('.status')?.textContent).toBe('Form is right');
  expect(facts).toMatchObject({
    Province: 'Beijing 北京',
    Year: '2021',
    'Licence type': 'Non-commercial',
    'Stands for': 'A website: service 1 of its holder',
    'Kept by': 'Beijing Communications Administration',
    'Official lookup': 'beian.miit.gov.cn',
    'Links to': 'Nothing (not a link)',
  });
  expect(facts).not.toHaveProperty('As written on the page');
});

test('the accessible name of a card is its number', () => {
  const { root } = drawn(findingOf());
  const id = root.querySelector('article')?.getAttribute('aria-labelledby');
  expect(root.querySelector('.number')?.id).toBe(id);
});

test('a number that the page writes otherwise is shown both ways', () => {
  const { facts } = drawn(findingOf({ raw: '京ICP備2021018374號-1' }));
  expect(facts['As written on the page']).toBe('京ICP備2021018374號-1');
});

test('a number that differs only in spaces and wide characters is shown one way', () => {
  const { facts } = drawn(findingOf({ raw: '京ＩＣＰ备 2021018374号-1' }));
  expect(facts).not.toHaveProperty('As written on the page');
});

test('a number that can only be guessed is shown as the page writes it, with no province', () => {
  const { root, facts } = drawn(
    findingOf({
      canonical: null,
      raw: 'ICP备14003256号',
      province: null,
      status: 'malformed',
      problems: [{ code: 'province-missing', part: '' }],
    }),
  );
  expect(root.querySelector('.number')?.textContent).toBe('ICP备14003256号');
  expect(root.querySelector('.status')?.textContent).toBe('Wrong form');
  expect(facts).not.toHaveProperty('Province');
  expect(root.querySelector('.problems')?.textContent).toContain('It is not guessed here.');
});

test('the buttons of a card call its actions with the finding', () => {
  const finding = findingOf({ kind: 'psb-filing', serial: '11010802046193', service: null });
  const { actions, button } = drawn(finding);
  button(t('copy'))?.click();
  button(t('show'))?.click();
  button(t('look_up'))?.click();
  expect(actions.copy).toHaveBeenCalledExactlyOnceWith(finding);
  expect(actions.show).toHaveBeenCalledExactlyOnceWith(finding);
  expect(actions.lookUp).toHaveBeenCalledExactlyOnceWith(
    finding,
    'https://beian.mps.gov.cn/#/query/webSearch?code=11010802046193',
  );
});

test('the copy button says when it has copied', () => {
  expect(drawn(findingOf(), true).button(t('copied'))).toBeDefined();
});

test('a hidden number cannot be shown on the page', () => {
  const { button } = drawn(findingOf({}, { hidden: true }));
  expect(button(t('show'))).toBeUndefined();
  expect(button(t('copy'))).toBeDefined();
});

test('the card tells what follows where such a number is missing, with the source', () => {
  const about = drawn(findingOf()).root.querySelector('details')?.textContent;
  expect(about).toContain('show the number on the home page');
  expect(about).toContain('Source: State Council Decree 292');
  expect(drawn(findingOf({ status: 'unofficial' })).root.querySelector('.absence')).toBeNull();
});

test('the form of a permit outside the table is not called right', () => {
  const { root } = drawn(
    findingOf({
      kind: 'permit:快递业务经营许可证',
      canonical: '沪邮20131324B',
      problems: [{ code: 'form-unknown', part: '快递业务经营许可证' }],
    }),
  );
  expect(root.querySelector('.status')?.textContent).toBe('Form not known');
  expect(root.querySelector('.problems')?.textContent).toContain('could not be checked');
});

test('an unofficial number has no authority to ask and no official explanation', () => {
  const { root, button, facts } = drawn(
    findingOf({ status: 'unofficial', problems: [{ code: 'unofficial-registry', part: '萌' }], province: null }),
  );
  expect(button(t('look_up'))).toBeUndefined();
  expect(root.querySelector('details')?.textContent).not.toContain('ministry');
  expect(facts).not.toHaveProperty('Licence type');
});
