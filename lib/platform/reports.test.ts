import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reportOn, type TabReport } from '../audit/site-report.ts';
import { readReport, watchReport, writeReport } from './reports.ts';

beforeEach(() => fakeBrowser.reset());

const done: TabReport = {
  state: 'done',
  ...reportOn({
    url: 'https://example.cn/',
    findings: [],
    capped: false,
    otherFrames: 0,
    server: { state: 'not-asked' },
  }),
};

test('a report is kept for its tab until it is forgotten', async () => {
  await writeReport(7, done);
  expect(await readReport(7)).toEqual(done);
  expect(await readReport(8)).toBeNull();
  await writeReport(7, null);
  expect(await readReport(7)).toBeNull();
});

test('a watch tells of its own tab alone, and ends', async () => {
  const seen: (TabReport | null)[] = [];
  const end = watchReport(7, (report) => seen.push(report));
  await writeReport(8, done);
  await writeReport(7, { state: 'scanning' });
  await writeReport(7, null);
  end();
  await writeReport(7, done);
  expect(seen).toEqual([{ state: 'scanning' }, null]);
});
