import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Target } from './read-targets.ts';

/** A target with its place in the whole list, from 0. The place stays the same if only a part is read. */
export type IndexedTarget = { place: number; target: Target };

/**
 * A page to be read. `key`: its normalised address, the same for each line of a list that names it. `asked`: its address as first
 * written, which decides how it is opened. `file`: the path of a local page; null for a page of the web.
 */
export type PageRequest = { key: string; asked: string; file: string | null };

/** The page that a target names. Null if it names none. Two spellings of one address give the same page. */
export function pageRequestOf(target: Target): PageRequest | null {
  if ('fault' in target) return null;
  const { asked } = target;
  if ('file' in target) return { key: pathToFileURL(resolve(target.file)).href, asked, file: target.file };
  return { key: new URL(target.address).href, asked, file: null };
}

/** The pages that the targets name, each once, in the order of the targets. */
export function distinctPageRequests(targets: readonly IndexedTarget[]): PageRequest[] {
  const requests = new Map<string, PageRequest>();
  for (const { target } of targets) {
    const request = pageRequestOf(target);
    if (request !== null) requests.set(request.key, requests.get(request.key) ?? request);
  }
  return [...requests.values()];
}

/**
 * The targets of one of several parts, or all for null. A page's key decides its part. So machines with the same list agree on
 * the parts, and a page that is named several times is read by only one of them.
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
