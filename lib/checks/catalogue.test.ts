import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answers, catalogue, checks } from './catalogue.ts';

const files = readdirSync(join(import.meta.dirname, 'rules')).filter((file) => file.endsWith('.ts'));
const ruleFiles = files.filter((file) => !file.endsWith('.test.ts'));

test('every file in rules/ is named for a check of the catalogue, and every check has its file', () => {
  expect(ruleFiles.length).toBeGreaterThan(10);
  expect(ruleFiles.sort()).toEqual(catalogue.map(({ code }) => `${code}.ts`).sort());
});

test.each(
  ruleFiles,
)('rules/%s exports the check of its name and nothing else, and its test stands beside it', async (file) => {
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ join(import.meta.dirname, 'rules', file));
  expect(Object.values(exported)).toEqual([catalogue.find(({ code }) => `${code}.ts` === file)]);
  expect(files).toContain(file.replace(/\.ts$/, '.test.ts'));
});

test('the table of checks holds every check under its code, in the order of the catalogue', () => {
  expect(Object.entries(checks)).toEqual(catalogue.map((check) => [check.code, check]));
});

test('the table of answers holds every answer of every check once, with its check and its outcome', () => {
  const listed = catalogue.flatMap(({ code, answers }) =>
    Object.entries(answers).map(([answer, outcome]) => [answer, { check: code, outcome }]),
  );
  expect(listed.length).toBeGreaterThan(70);
  expect(Object.entries(answers)).toEqual(listed);
});

test.each(
  catalogue.map(({ code, answers }) => [code, Object.keys(answers)] as const),
)('the test of the check %s names each of its answers', (code, codes) => {
  const text = readFileSync(join(import.meta.dirname, 'rules', `${code}.test.ts`), 'utf8');
  expect(codes.filter((answer) => !text.includes(`'${answer}'`))).toEqual([]);
});
