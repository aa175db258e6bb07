import { find } from './find.ts';
import type { Context } from './grammar.ts';
import type { Match } from './number.ts';

/** Why a text is not one number: nothing in it; no number in it; more than one; a number with other text around it. */
export type ParseFailure = 'empty' | 'no-number' | 'several-numbers' | 'other-text';

/** What `parse` gives. A malformed number is a value too: its `status` and `problems` say what is wrong with it. */
export type Parsed = { ok: true; value: Match } | { ok: false; reason: ParseFailure };

/** Longest text that is still taken for one number, in characters; no way of writing one comes near it. */
const maxChars = 200;

/**
 * Reads a text that is one registration number, typed in any of the ways that `find` knows; white space, brackets and
 * closing marks may stand around it. Never throws. `parse('京ICP备 10046444号')` is
 * `{ ok: true, value: { kind: 'icp-filing', canonical: '京ICP备10046444号', … } }`.
 */
export function parse(text: string, context: Context = {}): Parsed {
  if (text.trim() === '') return { ok: false, reason: 'empty' };
  if (text.length > maxChars) return { ok: false, reason: 'other-text' };
  const [value, ...more] = find(text, context);
  if (value === undefined) return { ok: false, reason: 'no-number' };
  if (more.length > 0) return { ok: false, reason: 'several-numbers' };
  const around = text.slice(0, value.start) + text.slice(value.end);
  return /[\p{L}\p{N}]/u.test(around) ? { ok: false, reason: 'other-text' } : { ok: true, value };
}
