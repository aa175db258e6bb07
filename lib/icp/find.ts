import { damagedFiling, damagedPsb } from './damaged.ts';
import type { Context, Grammar, Reading } from './grammar.ts';
import { bareFiling, icpNumber } from './icp.ts';
import { latinIcp, latinPsb } from './latin.ts';
import { type Normalised, normalise } from './normalise.ts';
import type { Match } from './number.ts';
import { permitGrammars } from './permit-grammar.ts';
import { psbLabel, psbNumber, psbPortalLink } from './psb.ts';
import { classlessNumber, telecomNumber } from './telecom.ts';

/** All grammars, surest first: where two claim the same digits the first has them. */
const grammars: readonly Grammar[] = [
  psbNumber,
  icpNumber,
  telecomNumber,
  classlessNumber,
  latinPsb,
  latinIcp,
  ...permitGrammars,
  psbLabel,
  psbPortalLink,
  bareFiling,
  damagedPsb,
  damagedFiling,
];

// Every number holds three digits in a row, or a mask in their place. A search for that is the cheapest there is.
const digits = /[\d０-９]{3}|[xX*＊]{4}/g;
/** How far a label or a prefix may stand before the digits, and a tail behind them, in characters. */
const reach = 64;

/**
 * Finds every registration number in a text, in order of appearance. Never throws.
 *
 * `find('京 ICP 备 10046444 号')[0]?.canonical` is `京ICP备10046444号`. The text may be of any length; numbers may be
 * typed in any of the ways of numbers.md §1.6. A number's label never decides its kind.
 */
export function find(text: string, context: Context = {}): Match[] {
  const matches: Match[] = [];
  for (const [from, to] of regions(text)) matches.push(...findIn(text, normalise(text, from, to), context));
  return matches;
}

/** The stretches of a text that may hold a number, neither overlapping nor adjoining. */
function* regions(text: string): Generator<[number, number]> {
  let from = -1;
  let to = -1;
  digits.lastIndex = 0;
  for (let found = digits.exec(text); found !== null; found = digits.exec(text)) {
    if (found.index - reach > to) {
      if (to >= 0) yield [from, to];
      from = Math.max(0, found.index - reach);
    }
    to = Math.min(text.length, digits.lastIndex + reach);
  }
  if (to >= 0) yield [from, to];
}

function findIn(original: string, normalised: Normalised, context: Context): Match[] {
  const { text } = normalised;
  const taken: Reading[] = [];
  for (const grammar of grammars) {
    const { pattern } = grammar;
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      const end = found.index + found[0].length;
      const groups = found.slice(1).map((group) => group ?? '');
      const hit = { text, start: found.index, end, groups, named: found.groups ?? {} };
      const readings = grammar.read(hit, context);
      // A hit that is no number, or another's, must not swallow the start of the next.
      const isFree = readings.every(
        (reading) => !taken.some((other) => other.start < reading.end && reading.start < other.end),
      );
      if (readings.length > 0 && isFree) taken.push(...readings);
      else pattern.lastIndex = found.index + 1;
    }
  }
  taken.sort((a, b) => a.start - b.start);
  return taken.map((reading) => place(original, normalised, reading));
}

function place(original: string, { text, starts, ends, repaired }: Normalised, reading: Reading): Match {
  const { number } = reading;
  let { start: first, end: last } = reading;
  while (first < last && /\s/.test(text.charAt(first))) first++;
  while (last > first && /\s/.test(text.charAt(last - 1))) last--;
  const start = starts[first] ?? 0;
  const end = ends[last - 1] ?? start;
  const raw = original.slice(start, end);
  const wasRepaired = Array.from({ length: last - first }, (_, i) => first + i).some((at) => repaired.has(at));
  const problems = wasRepaired ? [...number.problems, { code: 'repaired-text' as const, part: raw }] : number.problems;
  return { ...number, problems, raw, start, end };
}
