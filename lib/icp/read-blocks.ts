import { latinNames } from './data/provinces.ts';
import { find } from './find.ts';
import { type Block, type Finding, type PagePart, type Role, surroundingChars } from './finding.ts';
import type { Context } from './kinds/grammar.ts';
import { isOfGoods } from './kinds/unlisted-permit.ts';
import type { Match } from './number.ts';
import { isProse } from './prose.ts';

/** The parts of a page whose text speaks of other sites' numbers (design.md: role). */
const speaksOfOthers: Record<PagePart, boolean> = {
  footer: false,
  main: false,
  article: true,
  comment: true,
  code: true,
  list: true,
};

/**
 * From this many holders on, a page's numbers outside the footer are a list of other sites: a directory, a ranking, a table of
 * partners. Inferred: a site shows its own number and at times a sister company's; the fullest real footers name four holders.
 */
const manyHolders = 6;

/**
 * Reads the numbers of a page's blocks, in the blocks' order. The same number in several blocks is one finding. The finding
 * keeps the block that shows it best: a visible claim before a mention before hidden text, the footer before the rest of the
 * page, a link before no link.
 */
export function readBlocks(blocks: readonly Block[], context: Context = {}): Finding[] {
  const all = blocks.flatMap((block) => find(block.text, context).map((number) => toFinding(block, number)));
  const listsOthers = countHolders(all) >= manyHolders;
  const best = new Map<string, Finding>();
  for (const each of all) {
    const finding: Finding = listsOthers && each.place === 'main' ? { ...each, role: 'mention' } : each;
    const { kind, canonical, raw } = finding.number;
    const key = `${kind} ${canonical ?? raw}`;
    const known = best.get(key);
    if (known === undefined || rank(finding) > rank(known)) best.set(key, finding);
  }
  return withoutAmbiguousSpellings([...best.values()]);
}

/** How many different holders the ICP filings outside the footer name. */
function countHolders(findings: readonly Finding[]): number {
  const holders = findings
    .filter(({ place, hidden, number }) => place === 'main' && !hidden && number.kind === 'icp-filing')
    .map(({ number }) => `${number.province} ${number.serial}`);
  return new Set(holders).size;
}

/**
 * Drops the second spelling of a number: `JI ICP No.14008699-5` beside 冀ICP备14008699号-5. JI may mean two provinces, but the
 * page says which one.
 */
function withoutAmbiguousSpellings(findings: readonly Finding[]): Finding[] {
  const known = new Set(findings.map(({ number }) => `${number.kind} ${number.province} ${number.serial}`));
  return findings.filter(({ number: { kind, serial, problems } }) => {
    const name = problems.find(({ code }) => code === 'province-ambiguous')?.part.toLowerCase() ?? '';
    return !latinNames.get(name)?.some((province) => known.has(`${kind} ${province} ${serial}`));
  });
}

function toFinding(block: Block, number: Match): Finding {
  const { start, end } = number;
  const isAbout = isOfGoods(number.kind) || isProse(block.text, start, end);
  const speaksOf = speaksOfOthers[block.place] || (block.place === 'main' && isAbout);
  const link = block.links.find((link) => link.start < end && start < link.end)?.href ?? null;
  const role: Role = speaksOf ? 'mention' : 'claim';
  return {
    number,
    role,
    hidden: block.hidden,
    place: block.place,
    look: block.look,
    source: block.source,
    link,
    nearbyLinks: [
      block.links.findLast((link) => link.end <= start),
      block.links.find((link) => link.start >= end),
    ].flatMap((link) => link?.href ?? []),
    surroundings: block.text.slice(Math.max(0, start - surroundingChars), end + surroundingChars),
    block: block.id,
  };
}

function rank({ hidden, role, source, place, link }: Finding): number {
  const marks = [!hidden, role === 'claim', source === 'text', place === 'footer', link !== null];
  return marks.reduce((sum, mark) => sum * 2 + Number(mark), 0);
}
