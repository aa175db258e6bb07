import type { Block } from '../icp/finding.ts';
import { anchor, carriers, isPromising } from './anchor.ts';
import { placeOf } from './place.ts';
import { isInline, type Piece, readRuns } from './runs.ts';
import { isVisible } from './visibility.ts';

/** Most blocks a scan hands over. Pages with more are hostile or lists of other sites. */
const maxBlocks = 500;
/** Longest text of a block in characters; longer ones are cut into parts that overlap by more than a number's length. */
const maxChars = 4000;
const overlapChars = 200;

/** A scan: the blocks that may hold numbers, whether a cap cut it short, and where on the page each block came from. */
export type Collection = { blocks: Block[]; capped: boolean; origins: Map<number, Origin> };

/** The text nodes a block was read from, with their offsets in its text; or the element that carries it. */
export type Origin = { pieces: Piece[]; element: Element };

/**
 * Reads the blocks of a document that may hold a registration number. Writes nothing to the page. A document without a
 * number costs one native pass over its text and one over its elements.
 */
export function collect(document: Document): Collection {
  const blocks: Block[] = [];
  const origins = new Map<number, Origin>();
  const { body } = document;
  if (body === null) return { blocks, capped: false, origins };

  const add = (block: Omit<Block, 'id' | 'place'>, origin: Origin): void => {
    for (let from = 0; from < block.text.length && blocks.length < maxBlocks; from += maxChars - overlapChars) {
      const part = cut(block, from);
      if (block.source === 'text' && !isPromising(part.text)) continue;
      const id = blocks.length;
      blocks.push({ ...part, id, place: placeOf(origin.element) });
      origins.set(id, { element: origin.element, pieces: shift(origin.pieces, from) });
    }
  };
  if (anchor.test(body.textContent)) {
    for (const container of containers(body)) {
      for (const { text, pieces, links, hidden } of readRuns(container)) {
        if (isPromising(text)) add({ text, source: 'text', hidden, links }, { pieces, element: container });
      }
    }
  }
  for (const element of body.querySelectorAll(carriers)) {
    const hidden = !isVisible(element);
    for (const carried of textsOf(element)) {
      add({ links: [], ...carried, hidden: hidden || carried.hidden }, { pieces: [], element });
    }
  }
  return { blocks, capped: blocks.length >= maxBlocks, origins };
}

/** The elements whose own lines hold an anchor, each once, in document order. */
function containers(body: Element): Set<Element> {
  const found = new Set<Element>();
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || !anchor.test(node.nodeValue ?? '') || parent.closest('script,style,noscript,template'))
      continue;
    found.add(blockOf(parent, body));
  }
  return found;
}

function blockOf(element: Element, body: Element): Element {
  let at = element;
  while (at !== body && isInline(at)) at = at.parentElement ?? body;
  return at;
}

type Carried = Pick<Block, 'text' | 'source' | 'hidden'> & { links?: Block['links'] };

/** What an element says outside its text. A tooltip counts as shown only where the element shows no text of its own. */
function textsOf(element: Element): Carried[] {
  const carried: Carried[] = [];
  const hasText = (element.textContent ?? '').trim() !== '';
  const link = element.closest('a')?.href ?? '';
  const attribute = (name: string, hidden: boolean): void => {
    const text = element.getAttribute(name) ?? '';
    if (isPromising(text)) {
      const links = link === '' ? [] : [{ start: 0, end: text.length, href: link }];
      carried.push({ text, source: 'attribute', hidden, links });
    }
  };
  attribute('alt', false);
  attribute('title', hasText);
  if (element instanceof HTMLImageElement && element.alt === '') attribute('src', false);
  // A link whose text shows digits of its own is judged by them: what it points to is not displayed.
  if (element instanceof HTMLAnchorElement && !/\d{10}/.test(element.textContent ?? '')) {
    const { href } = element;
    carried.push({ text: href, source: 'link', hidden: false, links: [{ start: 0, end: href.length, href }] });
  }
  return carried;
}

function cut<B extends Omit<Block, 'id' | 'place'>>(block: B, from: number): B {
  if (from === 0 && block.text.length <= maxChars) return block;
  const text = block.text.slice(from, from + maxChars);
  const links = block.links
    .map(({ start, end, href }) => ({ start: Math.max(0, start - from), end: Math.min(text.length, end - from), href }))
    .filter(({ start, end }) => start < end);
  return { ...block, text, links };
}

function shift(pieces: Piece[], by: number): Piece[] {
  return by === 0 ? pieces : pieces.map((piece) => ({ ...piece, start: piece.start - by }));
}
