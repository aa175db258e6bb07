import { describe, expect, test } from 'vitest';
import { offsetsInSurroundings } from './finding.ts';
import { readBlocks } from './read-blocks.ts';

describe('a number in its surroundings', () => {
  test.each([0, 1, 39, 40, 41, 200])('has its offsets after %i characters', (before) => {
    for (const written of ['京ICP备2021018374号-1', '京 ICP 备 2021018374 号 -1', '京ＩＣＰ备2021018374號-1']) {
      for (const after of ['', ' 版权所有', '。'.repeat(60)]) {
        const text = `${'。'.repeat(before)}${written}${after}`;
        const block = { id: 0, text, source: 'text', place: 'footer', hidden: false, look: null, links: [] } as const;
        const [finding] = readBlocks([{ ...block, links: [] }]);
        if (finding === undefined) throw new Error(`no number in ${text}`);
        const { start, end } = offsetsInSurroundings(finding);
        expect(finding.surroundings.slice(start, end)).toBe(written);
      }
    }
  });
});
