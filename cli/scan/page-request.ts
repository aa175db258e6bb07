import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Target } from './read-targets.ts';

/** A target with its place in the whole list, from 0: it stays what it was where only a part is read. */
export type IndexedTarget = { place: number; target: Target };

/**
 * A page to be read. `key`: what it is known by, the same for each line of a list that names it; `asked`: its address as it was
 * first written, which says how it is opened; `file`: null on the web.
 */
export type PageRequest = { key: string; asked: string; file: string | null };

/** The page that a target names; null where it names none. Two spellings of one address are one page. */
export function pageRequestOf(target: Target): PageRequest | null {
  if ('fault' in target) return null;
  const { asked } = target;
  if ('file' in target) return { key: pathToFileURL(resolve(target.file)).href, asked, file: target.file };
  return { key: new URL(target.address).href, asked, file: null };
}

/** The pages that some targets name, each once, in their order. */
export function distinctPageRequests(targets: readonly IndexedTarget[]): PageRequest[] {
  const requests = new Map<string, PageRequest>();
  for (const { target } of targets) {
    const request = pageRequestOf(target);
    if (request !== null) requests.set(request.key, requests.get(request.key) ?? request);
  }
  return [...requests.values()];
}

/**
 * The targets of one of several parts, all for null. What names a page decides on its part, so that every machine with the
 * same list agrees on who reads what, and a page is read by one of them however often it is named.
 */
export function targetsOfPart(
  targets: readonly Target[],
  part: { number: number; of: number } | null,
): IndexedTarget[] {
  const placed = targets.map((target, place) => ({ place, target }));
  if (part === null) return placed;
  return placed.filter(({ target }) => partOf(pageRequestOf(target)?.key ?? target.asked, part.of) === part.number - 1);
}

function partOf(key: string, of: number): number {
  return createHash('sha256').update(key).digest().readUInt32BE() % of;
}
