import { expect, test } from 'vitest';
import { answersOf, block, pageOf } from '../fixtures.ts';
import { runChecks } from '../run-checks.ts';

test("a famous site's number on another host is copied, and its form is right all the same", () => {
  const page = pageOf([block('京ICP证030173号')]);
  expect(runChecks(page).map(({ answer }) => answer)).toEqual(expect.arrayContaining(['copied', 'form-right']));
  expect(answersOf(page, 'copied')).toEqual(['copied']);
});
