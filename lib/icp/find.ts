import { copiedProblem } from './data/famous.ts';
import type { Context, ReadNumber } from './kinds/grammar.ts';
import { grammars } from './kinds/grammars.ts';
import { type Normalised, normalise } from './normalise.ts';
import type { Match } from './number.ts';
import { judge, type Problem } from './problems.ts';
import { regions } from './regions.ts';

/**
 * Finds every registration number in a text, in order of appearance, right or wrong: `status` and `problems` say which. Never
 * throws; a text without a number gives [].
 *
 * `find('© 京 ICP 备 10046444 号')[0]` is `{ kind: 'icp-filing', canonical: '京ICP备10046444号', status: 'valid', raw: '京 ICP 备
 * 10046444 号', start: 2, end: 20, … }`. Offsets are UTF-16 units of the text as given. The text may be of any length. Numbers
 * may be typed in any of the ways of numbers.md §1.6. Where the form tells the kind, the label does not: ICP证：沪ICP备… is a
 * filing. Only permits of bare digits, and permits that the table `permits` does not hold, get their kind from the name before
 * them. Several services in one (…号-1/2) are several numbers with the same offsets.
 *
 * `context` holds what the core cannot know: the present year, the host that shows the text, the towns and areas. A check whose
 * context is missing is left out.
 */
export function find(text: string, context: Context = {}): Match[] {
  const matches: Match[] = [];
  let end = 0;
  for (const { from, to, first, last } of regions(text)) {
    for (const match of findIn(text, normalise(text, from, to), context)) {
      // Where regions overlap, each number belongs to the region in whose own stretch it begins.
      const isNext = match.start >= end || match.start === matches.at(-1)?.start;
      if (match.start >= first && match.start < last && isNext) {
        matches.push(match);
        end = match.end;
      }
    }
  }
  return matches;
}

function findIn(original: string, normalised: Normalised, context: Context): Match[] {
  const { text } = normalised;
  const taken: ReadNumber[] = [];
  const anchored = new Map<RegExp, boolean>();
  for (const { anchor, pattern, read } of grammars) {
    // Grammars of a family share an anchor, so the text is searched for it once.
    const isAnchored = anchored.get(anchor) ?? anchor.test(text);
    anchored.set(anchor, isAnchored);
    if (!isAnchored) continue;
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      const end = found.index + found[0].length;
      const groups = found.slice(1).map((group) => group ?? '');
      const readings = read({ text, start: found.index, end, groups, named: found.groups ?? {} }, context);
      // A hit that is no number, or that overlaps another number, must not swallow the start of the next.
      const isFree = readings.every((reading) => !taken.some((other) => overlap(reading, other)));
      if (readings.length > 0 && isFree) for (const reading of readings) taken.push(reading);
      else pattern.lastIndex = found.index + 1;
    }
  }
  taken.sort((a, b) => a.start - b.start);
  return taken.map((reading) => toMatch(original, normalised, reading, context));
}

function overlap(one: ReadNumber, other: ReadNumber): boolean {
  return other.start < one.end && one.start < other.end;
}

function toMatch(
  original: string,
  { text, starts, ends, repaired }: Normalised,
  { number, start: from, end: to }: ReadNumber,
  context: Context,
): Match {
  let [first, last] = [from, to];
  while (first < last && /\s/.test(text.charAt(first))) first++;
  while (last > first && /\s/.test(text.charAt(last - 1))) last--;
  const start = starts[first] ?? 0;
  const end = ends[last - 1] ?? start;
  const raw = original.slice(start, end);
  const further: Problem[] = [];
  const copied = context.host === undefined ? null : copiedProblem(number, context.host);
  if (copied !== null) further.push(copied);
  const isUnknown =
    number.area !== null && number.status !== 'placeholder' && context.isKnownArea?.(number.area) === false;
  if (isUnknown) further.push({ code: 'area-unknown', part: number.area ?? '' });
  for (let at = first; at < last; at++) {
    if (!repaired.has(at)) continue;
    further.push({ code: 'repaired-text', part: raw });
    break;
  }
  const problems = [...number.problems, ...further];
  return { ...number, problems, status: judge(problems), raw, start, end };
}
