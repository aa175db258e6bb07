import type { AnswerCode, Check, CheckCode } from '../checks/catalogue.ts';
import { type Outcome, worstOf } from '../checks/outcome.ts';
import type { Server, Where } from '../checks/server.ts';
import type { SiteReport } from '../checks/site-report.ts';
import type { Finding, Role } from '../icp/finding.ts';
import { subjectNumber } from '../icp/format.ts';
import type { Kind } from '../icp/number.ts';
import type { Status } from '../icp/status.ts';

/** A number in a change: in its normal form, else as the page writes it. */
export type ChangedNumber = { kind: Kind; number: string };

/** Every way in which a number can be shown. */
export const standings = ['own', 'mention', 'hidden'] as const;

/** How a number is shown: as the site's own, as a mention, or hidden. A hidden number may be the site's own or a mention. */
export type Standing = (typeof standings)[number];

/** The result of a check in one report. */
export type CheckState = { outcome: Outcome; answers: AnswerCode[] };

/**
 * One thing that differs between two reports of a site. `before` is the older report's, `after` the newer's. The union is
 * closed: `_locales` must hold words for each.
 */
export type Change =
  | { kind: 'number-added'; number: ChangedNumber; standing: Standing }
  | { kind: 'number-removed'; number: ChangedNumber; standing: Standing }
  /** One number went and another came. They are most likely one number that was corrected, or two services of one holder. */
  | { kind: 'number-altered'; before: ChangedNumber; after: ChangedNumber; standing: Standing }
  /** The number became the site's own, or became a mention. */
  | { kind: 'role'; number: ChangedNumber; before: Role; after: Role }
  | { kind: 'hidden'; number: ChangedNumber; before: boolean; after: boolean }
  /** The same number has another status: because of what stands around it, or by newer rules of ours. */
  | { kind: 'status'; number: ChangedNumber; before: Status; after: Status }
  | { kind: 'link'; number: ChangedNumber; before: string | null; after: string | null }
  /** `trend`: `better` or `worse` where both outcomes are known. An unknown outcome is neither good nor bad. */
  | { kind: 'check'; check: CheckCode; trend: 'better' | 'worse' | 'other'; before: CheckState; after: CheckState }
  /** Checks that could say nothing before, because there was no number, or cannot any longer. They come and go with numbers. */
  | { kind: 'checks-added' | 'checks-removed'; checks: { check: CheckCode; outcome: Outcome }[] }
  /** The server answers from another region. */
  | { kind: 'server'; before: Where; after: Where };

/** The code of a change. */
export type ChangeCode = Change['kind'];

/** The most characters by which two numbers may differ and still count as one number that was corrected. */
const maxCorrections = 2;

/**
 * What changed on a site between two reports of it: numbers first, then checks in the order of the newer report, then the
 * server. Two equal reports give no changes. A number's look and the server's address within one region are left out: they
 * change without anybody's doing. Never throws.
 */
export function compareReports(older: SiteReport, newer: SiteReport): Change[] {
  return [
    ...compareNumbers(older.findings, newer.findings),
    ...compareChecks(older, newer),
    ...compareServers(older, newer),
  ];
}

function compareNumbers(older: readonly Finding[], newer: readonly Finding[]): Change[] {
  const before = new Map(older.map((finding) => [keyOf(finding), finding]));
  const after = new Map(newer.map((finding) => [keyOf(finding), finding]));
  const gone = older.filter((finding) => !after.has(keyOf(finding)));
  const come = newer.filter((finding) => !before.has(keyOf(finding)));
  const altered = pairsOf(gone, come);
  const paired = new Set(altered.flat());
  return [
    ...altered.flatMap(([was, is]): Change[] => [
      { kind: 'number-altered', before: nameOf(was), after: nameOf(is), standing: standingOf(is) },
      ...compareFindings(was, is),
    ]),
    ...come
      .filter((finding) => !paired.has(finding))
      .map((finding): Change => ({ kind: 'number-added', number: nameOf(finding), standing: standingOf(finding) })),
    ...gone
      .filter((finding) => !paired.has(finding))
      .map((finding): Change => ({ kind: 'number-removed', number: nameOf(finding), standing: standingOf(finding) })),
    ...newer.flatMap((is) => {
      const was = before.get(keyOf(is));
      return was === undefined ? [] : compareFindings(was, is);
    }),
  ];
}

/**
 * Pairs the numbers that went with those that came. Two numbers of one holder are services of it, and are paired in their
 * order. Otherwise two numbers of a kind are one that was corrected only where just these two went and came, and they differ by
 * few characters. With several, nobody can tell which became which.
 */
function pairsOf(gone: readonly Finding[], come: readonly Finding[]): [Finding, Finding][] {
  const pairs: [Finding, Finding][] = [];
  const left = new Set(gone);
  const byHolder = group(gone.toReversed(), holderOf);
  for (const is of come) {
    const holder = holderOf(is);
    const was = holder === null ? undefined : byHolder.get(holder)?.pop();
    if (was === undefined) continue;
    pairs.push([was, is]);
    left.delete(was);
  }
  const taken = new Set(pairs.map(([, is]) => is));
  const came = group(
    come.filter((finding) => !taken.has(finding)),
    ({ number }) => number.kind,
  );
  for (const [kind, went] of group([...left], ({ number }) => number.kind)) {
    const [was, ...otherGone] = went;
    const [is, ...otherCome] = came.get(kind) ?? [];
    if (was === undefined || is === undefined || otherGone.length + otherCome.length > 0) continue;
    if (differsLittle(nameOf(was).number, nameOf(is).number)) pairs.push([was, is]);
  }
  return pairs;
}

/** The holder of a number, to compare numbers of one kind; null where the number does not tell. */
function holderOf({ number }: Finding): string | null {
  const subject = subjectNumber(number);
  return subject === null ? null : `${number.kind} ${subject}`;
}

function group<Key>(findings: readonly Finding[], keyOf: (finding: Finding) => Key): Map<Key, Finding[]> {
  const groups = new Map<Key, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const alike = groups.get(key);
    if (alike === undefined) groups.set(key, [finding]);
    else alike.push(finding);
  }
  return groups;
}

/**
 * Whether two numbers differ by so few inserted, deleted or replaced characters (edit distance) that one may be a correction.
 */
function differsLittle(before: string, after: string): boolean {
  const [a, b] = [[...before.replace(/\s+/g, '')], [...after.replace(/\s+/g, '')]];
  if (Math.abs(a.length - b.length) > maxCorrections) return false;
  let above = b.map((_, column) => column + 1);
  for (const [row, character] of a.entries()) {
    let left = row + 1;
    let corner = row;
    above = above.map((up, column) => {
      const cost = Math.min(up + 1, left + 1, corner + (character === b[column] ? 0 : 1));
      corner = up;
      left = cost;
      return cost;
    });
  }
  return (above.at(-1) ?? a.length) <= maxCorrections;
}

function compareFindings(was: Finding, is: Finding): Change[] {
  const number = nameOf(is);
  const changes: Change[] = [];
  if (was.role !== is.role) changes.push({ kind: 'role', number, before: was.role, after: is.role });
  if (was.hidden !== is.hidden) changes.push({ kind: 'hidden', number, before: was.hidden, after: is.hidden });
  const [before, after] = [was.number.status, is.number.status];
  if (before !== after) changes.push({ kind: 'status', number, before, after });
  if (was.link !== is.link) changes.push({ kind: 'link', number, before: was.link, after: is.link });
  return changes;
}

function nameOf({ number }: Finding): ChangedNumber {
  return { kind: number.kind, number: number.canonical ?? number.raw };
}

function standingOf({ role, hidden }: Finding): Standing {
  if (hidden) return 'hidden';
  return role === 'claim' ? 'own' : 'mention';
}

/** The key of a number in a report, which holds each number once. */
function keyOf(finding: Finding): string {
  const { kind, number } = nameOf(finding);
  return `${kind} ${number}`;
}

function compareChecks(older: SiteReport, newer: SiteReport): Change[] {
  const codes = new Set([...newer.checks, ...older.checks].map(({ code }) => code));
  // The user chooses whether servers are looked at, and chance decides whether one was seen. Neither is a change of the site.
  if (older.server.state !== 'seen' || newer.server.state !== 'seen') codes.delete('hosting');
  const changes: Change[] = [];
  const added: { check: CheckCode; outcome: Outcome }[] = [];
  const removed: typeof added = [];
  for (const check of codes) {
    const before = stateOf(check, older.checks);
    const after = stateOf(check, newer.checks);
    if (before !== null && after !== null) {
      const isSame = before.outcome === after.outcome && before.answers.join() === after.answers.join();
      if (!isSame) changes.push({ kind: 'check', check, trend: trendOf(before, after), before, after });
    } else if (after !== null) added.push({ check, outcome: after.outcome });
    else if (before !== null) removed.push({ check, outcome: before.outcome });
  }
  if (added.length > 0) changes.push({ kind: 'checks-added', checks: added });
  if (removed.length > 0) changes.push({ kind: 'checks-removed', checks: removed });
  return changes;
}

function stateOf(check: CheckCode, checks: readonly Check[]): CheckState | null {
  const found = checks.filter(({ code }) => code === check);
  if (found.length === 0) return null;
  return { outcome: worstOf(found), answers: [...new Set(found.map(({ answer }) => answer))].sort() };
}

const severity: Record<Outcome, number | null> = { pass: 0, warn: 1, fail: 2, unknown: null };

function trendOf(before: CheckState, after: CheckState): 'better' | 'worse' | 'other' {
  const was = severity[before.outcome];
  const is = severity[after.outcome];
  if (was === null || is === null || was === is) return 'other';
  return is < was ? 'better' : 'worse';
}

function compareServers({ server: was }: SiteReport, { server: is }: SiteReport): Change[] {
  const before = whereOf(was);
  const after = whereOf(is);
  return before === null || after === null || before === after ? [] : [{ kind: 'server', before, after }];
}

function whereOf(server: Server): Where | null {
  return server.state === 'seen' ? server.where : null;
}
