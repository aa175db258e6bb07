import { defineCheck } from '../define-check.ts';

/** Whether one of the site's numbers is a famous site's (numbers.md §6). */
export const copied = defineCheck({
  code: 'copied',
  group: 'form',
  basis: 'evidence',
  source: 'numbers.md §6',
  answers: {
    // A famous site's number on a host that is not its owner's.
    copied: 'warn',
  },
  run({ own }) {
    const about = own.filter(({ number }) => number.problems.some(({ code }) => code === 'copied'));
    return about.length === 0 ? [] : [{ answer: 'copied', about }];
  },
});
