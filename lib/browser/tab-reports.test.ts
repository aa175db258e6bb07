import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reportOn, type TabReport } from '../checks/site-report.ts';
import { addAuditTab } from './audit-tabs.ts';
import { keepAnswer, readAnswer } from './server-answers.ts';
import { isReported, readReport, watchReport, writeReport } from './tab-reports.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

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

test('a report is stored for its tab until it is deleted', async () => {
  await writeReport(7, done);
  expect(await readReport(7)).toEqual(done);
  expect(await readReport(8)).toBeNull();
  await writeReport(7, null);
  expect(await readReport(7)).toBeNull();
});

test('watchReport calls back for its own tab only, and no longer after it was stopped', async () => {
  const seen: (TabReport | null)[] = [];
  const end = watchReport(7, (report) => seen.push(report));
  await writeReport(8, done);
  await writeReport(7, { state: 'scanning' });
  await writeReport(7, null);
  end();
  await writeReport(7, done);
  expect(seen).toEqual([{ state: 'scanning' }, null]);
});

describe('where the storage quota is used up', () => {
  /** Like a browser, refuses a write as a whole where it does not fit. */
  function limitSession(bytes: number): void {
    const { session } = fakeBrowser.storage;
    const set = session.set.bind(session);
    vi.spyOn(session, 'set').mockImplementation(async (items) => {
      const kept = { ...(await session.get(null)), ...items };
      if (Buffer.byteLength(JSON.stringify(kept)) > bytes) throw new Error('Session storage quota bytes exceeded.');
      await set(items);
    });
  }
  const pageOf = (chars: number): TabReport => ({ ...done, url: `https://example.cn/${'x'.repeat(chars)}` });

  test('the reports of other tabs are dropped, and no tab counts as failed', async () => {
    limitSession(20_000);
    const seen: unknown[] = [];
    const end = watchReport(0, (report) => seen.push(report));
    for (let tab = 0; tab < 20; tab++) await writeReport(tab, pageOf(4_000));
    end();
    expect(await readReport(19)).toEqual(pageOf(4_000));
    const kept = await Promise.all(Array.from({ length: 20 }, (_, tab) => readReport(tab)));
    expect(kept.filter((report) => report !== null).every((report) => report.state === 'done')).toBe(true);
    // It has a badge that must go when it goes elsewhere, and a popup that shows what it showed.
    expect([await isReported(0), await readReport(0)]).toEqual([true, null]);
    expect(await isReported(20)).toBe(false);
    expect(seen).toEqual([pageOf(4_000)]);
    await writeReport(0, null);
    expect(await isReported(0)).toBe(false);
  });

  test('a report that exceeds the whole quota deletes the report before it', async () => {
    limitSession(20_000);
    await writeReport(1, done);
    await writeReport(2, done);
    await writeReport(1, pageOf(30_000));
    expect([await isReported(1), await readReport(1)]).toEqual([true, null]);
    await writeReport(2, pageOf(1_000));
    expect(await readReport(2)).toEqual(pageOf(1_000));
  });

  test('reports are dropped for other data of tabs, too', async () => {
    limitSession(8_000);
    await writeReport(1, pageOf(7_500));
    const answer = { origin: `https://${'a'.repeat(200)}.cn`, ip: '192.0.2.7', proxied: false };
    await keepAnswer(1, answer, async () => true);
    expect(await readAnswer(1, answer.origin)).toEqual(answer);
    await writeReport(1, pageOf(7_200));
    await addAuditTab(7);
    expect(await isReported(1)).toBe(true);
    for (let tab = 10; tab < 100; tab++) await addAuditTab(tab);
    expect(Object.keys(await fakeBrowser.storage.session.get(null))).toContain('audit-tab:99');
  });
});
