import { beforeAll, describe, expect, test } from 'vitest';
import { grammars } from './kinds/grammars.ts';
import { unlistedForms } from './kinds/unlisted-permit.ts';
import { regionPatterns } from './regions.ts';

// The checker's own engine, in this process: no Java, no binary, no network.
process.env['RECHECK_BACKEND'] = 'pure';

/**
 * The checker proves only patterns without lookaround. Each of ours looks at one character, and one at two, so what it
 * forbids is the same as what its complement consumes: `(?!\d)` becomes `(?:[^\d]|$)`. Any other lookaround is refused.
 */
function consuming(source: string): string {
  const ahead = source
    .replace(/\(\?!\\d\?年\)/, '(?:\\d[^年]|[^\\d年]|$)')
    .replace(/\(\?!(\[(?:[^\]\\]|\\.)+\]|\\d)\)/g, (_, unit: string) => `(?:${complement(unit)}|$)`);
  const both = ahead.replace(/\(\?<!(\[(?:[^\]\\]|\\.)+\]|\\d|.)\)/g, (_, unit: string) => `(?:^|${complement(unit)})`);
  expect(both).not.toMatch(/\(\?<?[=!]/);
  return both;
}

function complement(unit: string): string {
  return unit.startsWith('[') ? `[^${unit.slice(1)}` : `[^${unit}]`;
}

describe('the patterns of the core', () => {
  let checkSync: typeof import('recheck').checkSync;
  beforeAll(async () => {
    ({ checkSync } = await import('recheck'));
  });

  const patterns = [
    ...new Set([...regionPatterns, ...unlistedForms, ...grammars.flatMap(({ anchor, pattern }) => [anchor, pattern])]),
  ];

  test('are found by this test', () => {
    expect(patterns.length).toBeGreaterThan(50);
  });

  test.each([/(a+)+b/, /\d{3,}年/g])('of an unsafe kind such as %s are recognised', (pattern) => {
    expect(checkSync(consuming(pattern.source), pattern.flags, { checker: 'automaton' }).status).toBe('vulnerable');
  });

  test.each(patterns)('never backtrack without bound: %s', (pattern) => {
    const found = checkSync(consuming(pattern.source), pattern.flags, { checker: 'automaton' });
    expect(found.status).toBe('safe');
  });
});
