import type { Finding } from '../icp/finding.ts';
import { rules } from '../icp/problems.ts';
import type { Answer, Subject } from './audited-page.ts';

/**
 * Whether the numbers that the site shows as its own have the right form, and whether one is a famous site's (numbers.md §6).
 * A joke registry's number beside an official one is harmless and is not spoken of.
 */
export function checkForm({ own }: Subject): Answer[] {
  if (own.length === 0) return [];
  const copied = own.filter(({ number }) => number.problems.some(({ code }) => code === 'copied'));
  const official = own.filter(({ number }) => number.status !== 'unofficial');
  const faults: Answer[] = [
    { answer: 'form-placeholder', about: own.filter(({ number }) => number.status === 'placeholder') },
    { answer: 'form-wrong', about: own.filter(({ number }) => number.status === 'malformed') },
    { answer: 'form-doubtful', about: own.filter(isDoubtful) },
    { answer: 'form-unofficial', about: official.length === 0 ? own : [] },
    { answer: 'copied', about: copied },
  ];
  const found = faults.filter(({ about }) => about !== undefined && about.length > 0);
  const isRight = found.every(({ answer }) => answer === 'copied');
  return isRight ? [{ answer: 'form-right', about: official }, ...found] : found;
}

/** Suspect for its form; that it is a famous site's number is a check of its own. */
function isDoubtful({ number }: Finding): boolean {
  return (
    number.status === 'suspect' &&
    number.problems.some(({ code }) => code !== 'copied' && rules[code].verdict === 'suspect')
  );
}
