import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../components/shared/fixtures.ts';

const root = join(import.meta.dirname, '..', '..');
const places = (text: string): string[] => [...new Set(text.match(/\$\d/g))].sort();

describe('the languages', () => {
  const { en, zh_CN: zh } = languages;

  test('have the same keys', () => {
    expect(Object.keys(en).length).toBeGreaterThan(100);
    expect(Object.keys(zh)).toEqual(Object.keys(en));
  });

  test.each(Object.entries(en))('have the same placeholders in the text %s', (key, { message }) => {
    expect(message.trim()).not.toBe('');
    const other = Object.entries(zh).find(([name]) => name === key)?.[1].message ?? '';
    expect(other.trim()).not.toBe('');
    expect(places(other)).toEqual(places(message));
  });

  test('name themselves', () => {
    expect([en.language.message, zh.language.message]).toEqual(['en', 'zh']);
  });

  test('never say what only the registry could, and accuse no site', () => {
    for (const texts of [en, zh]) {
      for (const [key, { message }] of Object.entries(texts)) {
        expect(message, key).not.toMatch(/\b(is|are) (registered|legal)\b|\blegally\b|已备案|合法/);
        if (/^(check|answer|detail|advice|summary|badge|outcome)_/.test(key))
          expect(message, key).not.toMatch(/\b(illegal|unlawful|unregistered|offen[cd]|violat)|违法|非法|未备案|冒用/i);
      }
    }
  });
});

test('every text is used somewhere', () => {
  const sources = ['components', 'entrypoints', 'lib'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .map((name) => join(root, folder, name)),
  );
  expect(sources.length).toBeGreaterThan(20);
  const code = [...sources, join(root, 'wxt.config.ts')].map((path) => readFileSync(path, 'utf8')).join('\n');
  const unused = Object.keys(languages.en).filter(
    (key) => !code.includes(`'${key}'`) && !code.includes(`"${key}"`) && !code.includes(`__MSG_${key}__`),
  );
  expect(unused).toEqual([]);
});
