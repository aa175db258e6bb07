/**
 * What a report keeps of a page with very many numbers. Reports are kept for every open tab, in `storage.session` with 10 MB for
 * all of them, and for good in audits and in the history: one rule for all of these, so that they say the same.
 */
import { type Finding, isOwn } from '../icp/finding.ts';

/** Most numbers that a report keeps. The fullest real pages, lists of the sites of a group, show some dozens. */
export const maxFindings = 500;
/** Most characters that they may take as JSON: 500 usual ones take 350 000. */
export const maxFindingsChars = 500_000;

/**
 * The numbers that a report keeps, in the page's order, and how many it leaves out: the site's own come first, those of the
 * footer before the others, then those that are mentioned, then those that nobody sees.
 */
export function keepFindings(findings: readonly Finding[]): { findings: Finding[]; leftOut: number } {
  const ranks: Finding[][] = [[], [], [], []];
  for (const finding of findings) ranks[rankOf(finding)]?.push(finding);
  const kept = new Set<Finding>();
  let chars = 0;
  for (const finding of ranks.flat()) {
    if (kept.size === maxFindings) break;
    const size = JSON.stringify(finding).length;
    // One with long links may not fit where a shorter one does.
    if (chars + size > maxFindingsChars) continue;
    chars += size;
    kept.add(finding);
  }
  return { findings: findings.filter((finding) => kept.has(finding)), leftOut: findings.length - kept.size };
}

function rankOf(finding: Finding): number {
  if (finding.hidden) return 3;
  if (!isOwn(finding)) return 2;
  return finding.place === 'footer' ? 0 : 1;
}
