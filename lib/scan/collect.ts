import type { Block } from '../icp/finding.ts';
import { anchor } from './anchor.ts';

/** What a scan gives: the blocks that may hold numbers and whether a cap cut it short. */
export type Collection = { blocks: Block[]; capped: boolean; elements: Map<number, Element> };

/** Reads the blocks of a document that may hold a number. */
export function collect(document: Document): Collection {
  const blocks: Block[] = [];
  const elements = new Map<number, Element>();
  if (document.body === null || !anchor.test(document.body.textContent)) return { blocks, capped: false, elements };
  for (const line of document.body.innerText.split('\n')) {
    if (!anchor.test(line)) continue;
    elements.set(blocks.length, document.body);
    blocks.push({ id: blocks.length, text: line, source: 'text', place: 'main', hidden: false, links: [] });
  }
  return { blocks, capped: false, elements };
}
