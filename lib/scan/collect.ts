import type { Block } from '../icp/finding.ts';
import { isPromising } from './anchor.ts';
import { type Carried, carriedBy, generatedIn, isOnlyInLink, mayCarry } from './carriers.ts';
import { linkChars, maxBlockChars, maxBlocks, maxHrefChars, maxLinkChars } from './limits.ts';
import { elementOf } from './nodes.ts';
import { lookOf, pagePartOf, type ScannedLook } from './page-part.ts';
import { reachOf } from './reach.ts';
import { framesOf, mayHost, type OpenRoot, type ScanRoot } from './roots.ts';
import { blockOf, type Piece, type Run, readRuns } from './runs.ts';
import { type Root, search } from './search.ts';
import { isVisible } from './visibility.ts';

/** Most texts with an anchor in one root whose blocks are read: the first half and the last half, because footers come last. */
const maxTexts = 400;
/** Most roots (documents of frames, shadow roots) a scan enters. */
const maxRoots = 2000;
/** How much the parts of an overlong block overlap, in characters. */
const overlapChars = 200;

/**
 * The rest of `maxLinkChars` in the present reading; there is only one at a time. A module variable saves bytes in this script.
 */
let linkBudget = 0;

/**
 * Where a block came from. A block of text has the text nodes of its run (blocks of one run share them) and its offset in the
 * run. Any other block has the element that carries it.
 */
export type Origin = { pieces: Piece[]; element: Element; from: number };

/** A block as the scan reads it. */
export type ScannedBlock = Omit<Block, 'look'> & { look: ScannedLook | null };

/** The result of a scan. */
export type ScanResult = {
  blocks: ScannedBlock[];
  /** A limit cut the scan short. */
  capped: boolean;
  /** Visible frames of other origins. Their numbers belong to others and are left out. */
  otherFrames: number;
  /** The origin on the page of each block, by the block's id. */
  origins: Map<number, Origin>;
  /** The documents and shadow roots that were read and must be watched. */
  roots: Node[];
};

/**
 * Reads the blocks of a document that may hold a registration number, with its same-origin frames and shadow roots. Writes
 * nothing to the page. Yields after each small piece of work, so that the caller can let the page breathe.
 */
export function* collect(document: Document, openRoot: OpenRoot): Generator<void, ScanResult> {
  linkBudget = maxLinkChars;
  const collection: ScanResult = { blocks: [], capped: false, otherFrames: 0, origins: new Map(), roots: [document] };
  const roots: ScanRoot[] = document.body === null ? [] : [{ root: document.body, hidden: false }];
  const enter = (room: ScanRoot): void => {
    const top = room.root.getRootNode();
    if (roots.length >= maxRoots || collection.roots.includes(top)) return;
    roots.push(room);
    collection.roots.push(top);
  };
  for (const { root, hidden } of roots) {
    const open = (element: Element): void => {
      const shadow = mayHost(element) ? openRoot(element) : null;
      if (shadow !== null) enter({ root: shadow, hidden });
    };
    const { hosts, select } = reachOf(root, yield* readText(root, hidden, collection));
    hosts.forEach(open);
    yield;
    const links = new Set<Element>();
    for (const element of select(mayCarry)) {
      open(element);
      for (const carried of carriedBy(element, links)) addCarried(collection, carried, hidden);
      yield;
    }
    for (const carried of generatedIn(root, select)) {
      if (carried === undefined) yield;
      else addCarried(collection, carried, hidden);
    }
    const frames = framesOf(root);
    collection.otherFrames += frames.otherFrames;
    for (const room of frames.roots) enter({ ...room, hidden: hidden || room.hidden });
  }
  collection.capped ||= collection.blocks.length >= maxBlocks || roots.length >= maxRoots || linkBudget < 0;
  return collection;
}

/** Reads the blocks of a root's text. Returns the root's elements. */
function* readText(root: Root, hidden: boolean, collection: ScanResult): Generator<void, ArrayLike<Element>> {
  const texts: Text[] = [];
  const elements = yield* search(root, (text) => {
    if (texts.push(text) <= maxTexts) return;
    texts.splice(maxTexts / 2, 1);
    collection.capped = true;
  });
  const containers = new Set<Root>();
  for (const text of texts) {
    const container = blockOf(text);
    if (container !== null) containers.add(container);
    yield;
  }
  for (const container of containers) {
    const element = elementOf(container);
    const { runs, capped } = yield* readRuns(container);
    collection.capped ||= capped;
    for (const run of runs) {
      if (isPromising(run.text)) add(collection, run, hidden, { pieces: run.pieces, element });
      for (const { start, end, href } of run.links) {
        // 公安备案, linked to the portal: only the address holds the digits.
        if (isOnlyInLink(href, run.text.slice(start, end))) {
          addCarried(collection, { element, text: href, source: 'link', hidden: run.hidden, href }, hidden);
        }
      }
      yield;
    }
    yield;
  }
  return elements;
}

function addCarried(
  collection: ScanResult,
  { element, text, source, hidden, href }: Carried,
  hiddenRoot: boolean,
): void {
  const links = href === '' ? [] : [{ start: 0, end: text.length, href }];
  const run = { text, links, hidden: hidden || !isVisible(element), source };
  add(collection, run, hiddenRoot, { pieces: [], element });
}

type Read = Pick<Run, 'text' | 'links' | 'hidden'> & { source?: Block['source'] };

function add({ blocks, origins }: ScanResult, read: Read, hiddenRoot: boolean, origin: Omit<Origin, 'from'>): void {
  const { element } = origin;
  const hidden = read.hidden || hiddenRoot;
  // How a number looks is read from the text with its digits, not from the label before it.
  const piece = origin.pieces.find(({ node }) => /\d{3}/.test(node.data)) ?? origin.pieces[0];
  const shown = piece?.node.parentElement ?? element;
  const common = {
    source: read.source ?? 'text',
    hidden,
    place: pagePartOf(shown),
    look: hidden ? null : lookOf(shown),
  };
  for (let from = 0; from < read.text.length && blocks.length < maxBlocks; from += maxBlockChars - overlapChars) {
    const text = read.text.slice(from, from + maxBlockChars);
    if (from > 0 && !isPromising(text)) continue;
    const id = blocks.length;
    const links = read.links
      .map(({ start, end, href }) => ({
        start: Math.max(0, start - from),
        end: Math.min(text.length, end - from),
        href: href.slice(0, maxHrefChars),
      }))
      .filter(({ start, end }) => start < end)
      .filter(({ href }) => {
        linkBudget -= href.length + linkChars;
        return linkBudget > 0;
      });
    blocks.push({ id, text, links, ...common });
    origins.set(id, { ...origin, from });
  }
}
