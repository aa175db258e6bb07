import { find } from './find.ts';
import type { Block, Finding } from './finding.ts';

/** Reads the numbers of a page's blocks; the same number in several places is one finding. */
export function readBlocks(blocks: Block[]): Finding[] {
  return blocks.flatMap((block) =>
    find(block.text).map(
      (number): Finding => ({
        number,
        role: 'claim',
        hidden: block.hidden,
        place: block.place,
        source: block.source,
        link: block.links.find((l) => l.start < number.end && number.start < l.end)?.href ?? null,
        surroundings: block.text.slice(Math.max(0, number.start - 40), number.end + 40),
        block: block.id,
      }),
    ),
  );
}
