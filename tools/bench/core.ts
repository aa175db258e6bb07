import { compareReports } from '../../lib/audits/compare-reports.ts';
import { reportOn, type SiteReport } from '../../lib/checks/site-report.ts';
import { find } from '../../lib/icp/find.ts';
import type { Block } from '../../lib/icp/finding.ts';
import { readBlocks } from '../../lib/icp/read-blocks.ts';
import { type Result, round, rounded, target } from './result.ts';
import { spreadOf } from './statistics.ts';

const characters = 1_000_000;
const samples = 25;

const prose =
  '记者从发布会上获悉，今年前三季度全市新增企业数量同比增长明显，有关部门将继续做好服务保障工作，让更多市民得到实惠。' +
  '清晨五点，菜市场已经热闹起来，摊主们把刚到的青菜码得整整齐齐。活动将于10月12日开始，共有38个街道参加。';
const texts = {
  'plain text': prose,
  // A shop's list of goods: digits in every line, and words that stand beside registration numbers too.
  'text full of digits': '型号B2-889 编号20240512 电话010-62581234 尺寸1920x1080 备货3天 价格¥3,999.00 证书齐全\n',
};

/**
 * What `find` is set against. 备案 is the word that whoever looks for these numbers has to look for at least, so plain text
 * is held to twice its cost. Of the others, ICP备 holds a letter that Chinese text has no byte of, and the engine finds it
 * ten times as fast; three digits are what nearly every number has.
 */
const passes = { 'a literal': /备案/g, 'a rare literal': /ICP备/g, 'three digits': /\d{3}/g };
const maxRatioToLiteral = 2;

/** Numbers of two reports that share none, and how much longer four times as many may take: twice what they are worth. */
const fewNumbers = 1_000;
const manyNumbers = 4_000;
const maxGrowth = 8;

/** What it costs to hold two reports of thousands of numbers against each other, against two of a quarter. */
export function benchReports(print: (result: Result) => void): void {
  const pairOf = (count: number) => [reportOf('京', count), reportOf('沪', count)] as const;
  const [few, many] = [pairOf(fewNumbers), pairOf(manyNumbers)];
  const pairs = Array.from({ length: samples }, () => ({
    fewMs: msOf(() => compareReports(few[0], few[1])),
    manyMs: msOf(() => compareReports(many[0], many[1])),
  }));
  const ratio = spreadOf(pairs.map(({ fewMs, manyMs }) => manyMs / fewMs)).median;
  print({
    bench: 'comparing reports of four times as many numbers',
    numbers: [fewNumbers, manyNumbers],
    fewMs: rounded(spreadOf(pairs.map(({ fewMs }) => fewMs))),
    manyMs: rounded(spreadOf(pairs.map(({ manyMs }) => manyMs))),
    ratio: round(ratio),
    target: target('ratio', ratio, maxGrowth),
  });
}

function msOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function reportOf(province: string, count: number): SiteReport {
  const blocks = Array.from({ length: count }, (_, id): Block => {
    const text = `${province}ICP备2021${String(id).padStart(6, '0')}号-1`;
    return { id, text, source: 'text', place: 'footer', hidden: false, look: null, links: [] };
  });
  const findings = readBlocks(blocks, { currentYear: 2026 });
  const page = { url: 'https://www.example.cn/', findings, capped: false, otherFrames: 0 };
  return reportOn({ ...page, server: { state: 'not-asked' } });
}

/** What `find` costs on a million characters without a number, against one pass of a single expression, in Node. */
export function benchCore(print: (result: Result) => void): void {
  for (const [content, part] of Object.entries(texts)) {
    const text = part.repeat(Math.ceil(characters / part.length)).slice(0, characters);
    const found = find(text).length;
    for (const [against, pattern] of Object.entries(passes)) {
      const pairs = Array.from({ length: samples }, () => {
        const start = performance.now();
        find(text);
        const middle = performance.now();
        pattern.lastIndex = 0;
        while (pattern.exec(text) !== null);
        return { findMs: middle - start, passMs: performance.now() - middle };
      });
      const ratio = spreadOf(pairs.map(({ findMs, passMs }) => findMs / passMs)).median;
      const isHeld = content === 'plain text' && against === 'a literal';
      print({
        bench: `find against one pass of ${pattern}`,
        content,
        against,
        characters,
        found,
        node: process.version,
        findMs: rounded(spreadOf(pairs.map(({ findMs }) => findMs))),
        passMs: rounded(spreadOf(pairs.map(({ passMs }) => passMs))),
        ratio: round(ratio),
        ...(isHeld && { target: target('ratio', ratio, maxRatioToLiteral) }),
      });
    }
  }
}
