import { expect, test } from 'vitest';
import en from '../../../public/_locales/en/messages.json';
import zh from '../../../public/_locales/zh_CN/messages.json';
import { languageOf } from './translate.ts';
import { fillPlaceholders, translatorOf } from './translator.ts';

test('placeholders are filled in once by their number', () => {
  const t = translatorOf({ list_more: { message: '$2 of $1, $3' } });
  expect(t('list_more', 7, '$1')).toBe('$1 of 7, ');
});

test('a placeholder without a value becomes empty', () => {
  expect(fillPlaceholders('$1, $2.', ['one'])).toBe('one, .');
});

test('the translators of both languages give texts in their language', () => {
  expect(languageOf(translatorOf(en))).toBe('en');
  expect(languageOf(translatorOf(zh))).toBe('zh');
});

test('a missing text is empty, as the browser gives it', () => {
  expect(translatorOf({})('list_more')).toBe('');
});
