import { describe, expect, test } from 'vitest';
import type { Block, PagePart } from './finding.ts';
import { readBlocks } from './read-blocks.ts';

function block(text: string, about: Partial<Block> = {}): Block {
  return { id: 0, text, source: 'text', place: 'footer', hidden: false, look: null, links: [], ...about };
}

/** `京ICP备10046444号 claim`, with `hidden` and `link` where they apply. */
function read(...blocks: Block[]): string[] {
  return readBlocks(blocks, { currentYear: 2026 }).map(({ number, role, hidden, link }) =>
    [number.canonical, role, ...(hidden ? ['hidden'] : []), ...(link === null ? [] : [link])].join(' '),
  );
}

test('a finding has its part of the page, its surroundings and its block', () => {
  const [finding] = readBlocks([block('版权所有 京ICP备10046444号 小米', { id: 7 })]);
  expect(finding).toMatchObject({
    block: 7,
    place: 'footer',
    source: 'text',
    hidden: false,
    link: null,
    surroundings: '版权所有 京ICP备10046444号 小米',
    number: { start: 5, end: 19, raw: '京ICP备10046444号' },
  });
});

describe('the link of a finding', () => {
  const links = [{ start: 2, end: 5, href: 'https://beian.miit.gov.cn/' }];
  test('is the link that the number stands in', () => {
    expect(read(block('京ICP备10046444号', { links }))).toEqual(['京ICP备10046444号 claim https://beian.miit.gov.cn/']);
  });
  test('is not a link beside the number', () => {
    expect(read(block('首页  京ICP备10046444号', { links: [{ start: 0, end: 2, href: 'https://a.cn/' }] }))).toEqual([
      '京ICP备10046444号 claim',
    ]);
  });
});

describe('the same number in several places is one finding', () => {
  test.each<[Partial<Block>, Partial<Block>, string, string]>([
    [{ hidden: true }, {}, '京ICP备10046444号 claim', 'visible before hidden'],
    [{ place: 'article' as PagePart }, {}, '京ICP备10046444号 claim', 'claim before mention'],
    [{}, { hidden: true, place: 'code' as PagePart }, '京ICP备10046444号 claim', 'the order does not matter'],
    [{ hidden: true }, { hidden: true }, '京ICP备10046444号 claim hidden', 'hidden in both'],
  ])('%j and %j give %s (%s)', (first, second, expected, _why) => {
    expect(read(block('京ICP备10046444号', first), block('京 ICP 备 10046444', second))).toEqual([expected]);
  });

  test('text counts before an attribute, and the footer before the rest of the page', () => {
    const findings = readBlocks([
      block('京ICP备10046444号', { id: 1, source: 'attribute', place: 'main' }),
      block('京ICP备10046444号', { id: 2, place: 'main' }),
      block('京ICP备10046444号', { id: 3 }),
    ]);
    expect(findings.map(({ block: id }) => id)).toEqual([3]);
  });

  test('a number spelt again in ambiguous Latin letters is dropped', () => {
    expect(read(block('冀ICP备14008699号-5'), block('JI ICP No.14008699-5'))).toEqual(['冀ICP备14008699号-5 claim']);
    expect(read(block('京ICP备14008699号-5'), block('JI ICP No.14008699-5'))).toHaveLength(2);
  });
});

describe('the role of a number', () => {
  test.each<[PagePart, string]>([
    ['footer', 'claim'],
    ['main', 'claim'],
    ['article', 'mention'],
    ['comment', 'mention'],
    ['code', 'mention'],
    ['list', 'mention'],
  ])('in %s is %s', (place, role) => {
    expect(read(block('京ICP备10046444号', { place }))).toEqual([`京ICP备10046444号 ${role}`]);
  });

  const directory = ['京', '沪', '粤', '浙', '苏', '鲁'].map((p, i) => `公司${i} ${p}ICP备1503653${i}号`);
  test('is mention for six holders outside the footer', () => {
    const found = read(...directory.map((text) => block(text, { place: 'main' })), block('湘ICP备15036599号'));
    expect(found.filter((line) => line.endsWith('mention'))).toHaveLength(6);
    expect(found.at(-1)).toBe('湘ICP备15036599号 claim');
  });

  test('is claim for the one of a list that the footer shows too', () => {
    const found = read(...directory.map((text) => block(text, { place: 'main' })), block('沪ICP备15036531号'));
    expect(found).toContain('沪ICP备15036531号 claim');
  });

  test('is claim for five holders and for many services of one', () => {
    const services = [1, 2, 3, 4, 5, 6, 7].map((n) => block(`京ICP备10046444号-${n}`, { place: 'main' }));
    expect(read(...services).every((line) => line.endsWith('claim'))).toBe(true);
    const five = directory.slice(0, 5).map((text) => block(text, { place: 'main' }));
    expect(read(...five).every((line) => line.endsWith('claim'))).toBe(true);
  });
});
