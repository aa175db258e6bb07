import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding, PagePart } from '../icp/finding.ts';
import { block, pageOf } from './fixtures.ts';
import { keepFindings, maxFindings, maxFindingsChars } from './keep-findings.ts';

const [model] = pageOf([block('京ICP备2021018374号-1')]).findings;

function finding(change: Partial<Finding>): Finding {
  if (model === undefined) throw new Error('There is no finding.');
  return { ...model, ...change };
}
const many = (count: number, change: Partial<Finding>): Finding[] =>
  Array.from({ length: count }, () => finding(change));

test('a page with as many numbers as real ones show keeps them all', () => {
  const findings = [...many(300, { role: 'mention' }), ...many(200, {})];
  expect(keepFindings(findings)).toEqual({ findings, leftOut: 0 });
  expect(keepFindings([])).toEqual({ findings: [], leftOut: 0 });
});

test("the site's own are kept before the others, those of the footer first, and what nobody sees last", () => {
  const hidden = many(300, { hidden: true });
  const mentions = many(300, { role: 'mention' });
  const others = many(maxFindings - 2, { place: 'main' });
  const footer = many(1, {});
  const { findings, leftOut } = keepFindings([...hidden, ...mentions, ...others, ...footer]);
  expect(findings).toEqual([...mentions.slice(0, 1), ...others, ...footer]);
  expect(leftOut).toBe(599);
});

test('numbers with links of thousands of characters are fewer', () => {
  const long = finding({ link: `https://example.cn/${'x'.repeat(1900)}`, place: 'main' });
  const { findings, leftOut } = keepFindings([...Array.from({ length: 400 }, () => ({ ...long })), ...many(1, {})]);
  expect(findings.length).toBeGreaterThan(100);
  expect(findings.length + leftOut).toBe(401);
  expect(JSON.stringify(findings).length).toBeLessThan(maxFindingsChars + findings.length + 2);
  expect(findings.at(-1)?.place).toBe('footer');
});

test('whatever a page shows: within the limits, in its order, and none of the own is left out for another', () => {
  const place = fc.constantFrom<PagePart>('footer', 'main', 'article');
  const role = fc.constantFrom('claim', 'mention');
  const shown = fc.record({ place, role, hidden: fc.boolean(), count: fc.integer({ min: 0, max: 400 }) });
  const isOwn = ({ role, hidden }: Finding): boolean => role === 'claim' && !hidden;
  fc.assert(
    fc.property(fc.array(shown, { maxLength: 5 }), (parts) => {
      const all = parts.flatMap(({ count, ...change }) => many(count, change));
      const { findings, leftOut } = keepFindings(all);
      expect(findings.length).toBe(Math.min(all.length, maxFindings));
      expect(leftOut).toBe(all.length - findings.length);
      const kept = new Set(findings);
      expect(all.filter((each) => kept.has(each))).toEqual(findings);
      if (!findings.every(isOwn)) expect(all.filter((each) => isOwn(each) && !kept.has(each))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
