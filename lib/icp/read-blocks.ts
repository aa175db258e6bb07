import { find } from './find.ts';
import type { Block, Finding, Place, Role } from './finding.ts';
import type { Context } from './grammar.ts';
import type { Match } from './number.ts';

/** Characters kept to each side of a number. */
const surroundingChars = 40;

/** Where text speaks of others' numbers (design.md: role). */
const mentioning: ReadonlySet<Place> = new Set(['article', 'comment', 'code', 'list']);

/**
 * Reads the numbers of a page's blocks, in the blocks' order. The same number in several places is one finding: the first
 * place that shows it best, a visible claim before a mention before hidden text.
 */
export function readBlocks(blocks: readonly Block[], context: Context = {}): Finding[] {
  const found = new Map<string, Finding>();
  for (const block of blocks) {
    for (const number of find(block.text, context)) {
      const finding = describe(block, number);
      const key = `${number.kind} ${number.canonical ?? number.raw}`;
      const known = found.get(key);
      if (known === undefined || rank(finding) > rank(known)) found.set(key, finding);
    }
  }
  return [...found.values()];
}

function describe(block: Block, number: Match): Finding {
  const { start, end } = number;
  const role: Role = mentioning.has(block.place) ? 'mention' : 'claim';
  return {
    number,
    role,
    hidden: block.hidden,
    place: block.place,
    source: block.source,
    link: block.links.find((link) => link.start < end && start < link.end)?.href ?? null,
    surroundings: block.text.slice(Math.max(0, start - surroundingChars), end + surroundingChars),
    block: block.id,
  };
}

function rank({ hidden, role, source }: Finding): number {
  return (hidden ? 0 : 4) + (role === 'claim' ? 2 : 0) + (source === 'text' ? 1 : 0);
}
