import { expect, test } from 'vitest';
import { block, pageOf } from '../checks/fixtures.ts';
import { reportOn, type SiteReport } from '../checks/site-report.ts';
import { isNews, timelineOf } from './timeline.ts';

const read = (text: string, url = 'https://www.example.cn/'): SiteReport => {
  const { findings } = pageOf([block(text)]);
  return reportOn({ url, findings: [...findings], capped: false, otherFrames: 0, server: { state: 'not-asked' } });
};
const filing = '京ICP备2021018374号-1';
const visit = (readAt: string, report: SiteReport) => ({ readAt, report });

test('timelineOf compares each report with the previous one of the same page', () => {
  const pasts = [
    visit('2026-11-04', read(filing, 'https://www.example.cn/?from=mail#top')),
    visit('2026-11-03', read('文', 'https://www.example.cn/about')),
    visit('2026-11-02', read('文')),
    visit('2026-11-01', read(filing)),
  ];
  const steps = timelineOf(pasts);
  expect(steps.map(({ past, before }) => [past.readAt, before?.readAt ?? null])).toEqual([
    ['2026-11-04', '2026-11-02'],
    ['2026-11-03', null],
    ['2026-11-02', '2026-11-01'],
    ['2026-11-01', null],
  ]);
  expect(steps.map(({ changes }) => changes[0]?.kind ?? null)).toEqual(['number-added', null, 'number-removed', null]);
});

test('a report is news where its page is new or has changed', () => {
  const recent = [visit('2026-11-01', read('文')), visit('2026-11-02', read(filing))];
  expect(isNews(read(filing), recent)).toBe(false);
  expect(isNews(read(filing, 'https://www.example.cn/#section'), recent)).toBe(false);
  expect(isNews(read('文'), recent), 'held against the latest').toBe(true);
  expect(isNews(read(filing, 'https://www.example.cn/about'), recent)).toBe(true);
  expect(isNews(read(filing), [])).toBe(true);
});
