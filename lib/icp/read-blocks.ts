import { find } from './find.ts';
import type { Block, Finding, Place, Role } from './finding.ts';
import type { Context } from './grammar.ts';
import type { Match } from './number.ts';
import { isProse } from './prose.ts';
import { latinNames } from './provinces.ts';

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
      const finding = toFinding(block, number);
      const key = `${number.kind} ${number.canonical ?? number.raw}`;
      const known = found.get(key);
      if (known === undefined || rank(finding) > rank(known)) found.set(key, finding);
    }
  }
  return [...found.values()].filter((finding, _, all) => !isSpeltAgain(finding, all));
}

/** `JI ICP No.14008699-5` beside 冀ICP备14008699号-5: spelt alike for two provinces, but the page says which it means. */
function isSpeltAgain({ number }: Finding, all: Finding[]): boolean {
  const name = number.problems.find(({ code }) => code === 'province-ambiguous')?.part.toLowerCase();
  if (name === undefined) return false;
  const meant = latinNames.get(name) ?? [];
  return all.some(
    ({ number: other }) =>
      other.kind === number.kind &&
      other.serial === number.serial &&
      other.province !== null &&
      meant.includes(other.province),
  );
}

function toFinding(block: Block, number: Match): Finding {
  const { start, end } = number;
  const speaksOf = mentioning.has(block.place) || (block.place === 'main' && isProse(block.text, start, end));
  const role: Role = speaksOf ? 'mention' : 'claim';
  return {
    number,
    role,
    hidden: block.hidden,
    place: block.place,
    look: block.look,
    source: block.source,
    link: block.links.find((link) => link.start < end && start < link.end)?.href ?? null,
    surroundings: block.text.slice(Math.max(0, start - surroundingChars), end + surroundingChars),
    block: block.id,
  };
}

function rank({ hidden, role, source }: Finding): number {
  return (hidden ? 0 : 4) + (role === 'claim' ? 2 : 0) + (source === 'text' ? 1 : 0);
}
