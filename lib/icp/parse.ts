import { permitOf } from './data/permits.ts';
import { find } from './find.ts';
import type { Context } from './kinds/grammar.ts';
import { normalise } from './normalise.ts';
import type { Kind, Match } from './number.ts';

/** Why a text is not one number: it is empty, holds no number, holds several, or holds other text around the number. */
export type ParseFailure = 'empty' | 'no-number' | 'several-numbers' | 'other-text';

/** What `parse` gives. A malformed number is a value too: its `status` and `problems` say what is wrong with it. */
export type Parsed = { ok: true; value: Match } | { ok: false; reason: ParseFailure };

/** Longest text that is still read as one number, in characters. Every way of writing one is much shorter. */
const maxChars = 200;

/**
 * Reads a text that is one registration number, typed in any of the ways that `find` knows. White space, brackets and closing
 * marks may stand around it, and the name of a permit before it. Never throws. `parse('京ICP备 10046444号')` is `{ ok: true,
 * value: { kind: 'icp-filing', canonical: '京ICP备10046444号', … } }`.
 */
export function parse(text: string, context: Context = {}): Parsed {
  if (text.trim() === '') return { ok: false, reason: 'empty' };
  if (text.length > maxChars) return { ok: false, reason: 'other-text' };
  const [value, ...more] = find(text, context);
  if (value === undefined) return { ok: false, reason: 'no-number' };
  if (more.length > 0) return { ok: false, reason: 'several-numbers' };
  const around = withoutName(text.slice(0, value.start), value.kind) + text.slice(value.end);
  return /[\p{L}\p{N}]/u.test(around) ? { ok: false, reason: 'other-text' } : { ok: true, value };
}

/**
 * The text before a number, without the permit's name and the label words that follow it (许可证, 编号), which some permits need.
 */
function withoutName(before: string, kind: Kind): string {
  const [, name] = /^permit:(.+)$/.exec(kind) ?? [];
  if (name === undefined) return before;
  const label = permitOf(kind)?.label;
  return normalise(before).text.replace(
    new RegExp(`(?:${label === undefined ? name : `${name}|${label}`})[许可证书照备案凭编号码第]{0,12}`, 'i'),
    '',
  );
}
