import type { Finding } from '../../icp/finding.ts';
import { rules } from '../../icp/problems.ts';
import { defineCheck } from '../define-check.ts';

/** Whether the numbers that the site shows as its own have the right form (numbers.md §6). */
export const form = defineCheck({
  code: 'form',
  group: 'form',
  basis: 'evidence',
  source: 'numbers.md §6',
  answers: {
    // Every number shown as the site's own has the right form.
    'form-right': 'pass',
    // Something speaks against a number.
    'form-doubtful': 'warn',
    'form-wrong': 'fail',
    'form-placeholder': 'fail',
    // A joke registry's number or an internal numbering, and no official number beside it. Beside one it is harmless.
    'form-unofficial': 'warn',
  },
  run({ own }) {
    if (own.length === 0) return [];
    const official = own.filter(({ number }) => number.status !== 'unofficial');
    const faults = [
      { answer: 'form-placeholder', about: own.filter(({ number }) => number.status === 'placeholder') },
      { answer: 'form-wrong', about: own.filter(({ number }) => number.status === 'malformed') },
      { answer: 'form-doubtful', about: own.filter(isDoubtful) },
      { answer: 'form-unofficial', about: official.length === 0 ? own : [] },
    ] as const;
    const found = faults.filter(({ about }) => about.length > 0);
    return found.length === 0 ? [{ answer: 'form-right', about: official }] : found;
  },
});

/** Suspect for its form. That it is a famous site's number is a check of its own. */
function isDoubtful({ number }: Finding): boolean {
  return (
    number.status === 'suspect' &&
    number.problems.some(({ code }) => code !== 'copied' && rules[code].verdict === 'suspect')
  );
}
