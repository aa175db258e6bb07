import 'fake-indexeddb/auto';
import { parse } from 'csv-parse/sync';
import { deleteDB } from 'idb';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, expect, test, vi } from 'vitest';
import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';
import { auditFormats } from '../audits/audit-format.ts';
import { defaultOptions } from '../audits/bulk-audit.ts';
import type { Entry } from '../audits/entry.ts';
import { block, pageOf } from '../checks/fixtures.ts';
import { reportOn } from '../checks/site-report.ts';
import { readAudits } from '../store/audits.ts';
import { closeStore, databaseName } from '../store/database.ts';
import { readEntries, readEntryReport, writeEnded } from '../store/entries.ts';
import type { Language } from '../texts/language/translate.ts';
import type { AuditFile } from './audit-files.ts';
import type { AuditHead, WorkerAnswer, WorkerTask } from './worker-messages.ts';
import { createTaskRunner } from './worker-tasks.ts';

const now = new Date('2026-11-22T09:00:00.000Z');
const audit: AuditHead = {
  id: 'a',
  name: 'partners: all',
  createdAt: '2026-11-22T08:00:00.000Z',
  state: 'running',
  options: defaultOptions,
};
const tool = { name: 'ICP Lens', version: '0.1.0' };

/** A task runner, and all the progress that it reported. */
function openRunner() {
  const reported: (number | null)[][] = [];
  const perform = createTaskRunner(
    async (language) => (language === 'zh' ? zh : en),
    () => now,
  );
  return {
    reported,
    perform: (task: WorkerTask): Promise<WorkerAnswer> => perform(task, (done, all) => reported.push([done, all])),
  };
}

const save = (format: (typeof auditFormats)[number], places: number[], language: Language = 'en'): WorkerTask => ({
  name: 'save',
  format,
  audit: 'a',
  places,
  language,
  tool,
});

function fileOf(answer: WorkerAnswer): AuditFile {
  if (answer.name !== 'saved') throw new Error(JSON.stringify(answer));
  return answer.file;
}

/** An audit of three sites, of which two were read. */
async function auditOfThree() {
  const { perform, reported } = openRunner();
  await perform({ name: 'read', texts: ['a.cn\nb.cn', new Blob(['c.cn\na.cn'])], columns: [] });
  await perform({ name: 'start', audit });
  const entries = await readEntries('a');
  for (const place of [0, 2]) {
    const { findings } = pageOf([block('京ICP备2021018374号-1')]);
    const page = { url: entries[place]?.address ?? '', findings: [...findings], capped: false, otherFrames: 0 };
    const ended: Entry = {
      ...(entries[place] as Entry),
      tries: 1,
      ending: { state: 'numbers' },
      readAt: '2026-11-22T08:30:00.000Z',
    };
    await writeEnded(ended, reportOn({ ...page, server: { state: 'not-asked' } }));
  }
  return { perform, reported };
}

afterEach(async () => {
  vi.restoreAllMocks();
  await closeStore();
  await deleteDB(databaseName);
});

test('addresses that are read are summarised, and an audit starts with all of them', async () => {
  const { perform, reported } = openRunner();
  const file = new Blob(['c.cn\na.cn']);
  const gone = new Blob(['x']);
  vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotReadableError'));
  expect(await perform({ name: 'read', texts: ['a.cn\nb.cn\n?', file, gone], columns: [] })).toMatchObject({
    name: 'read',
    summary: { addresses: 3, duplicates: { count: 1 }, invalidLines: { count: 1 } },
    unreadable: [2],
  });
  expect(await perform({ name: 'start', audit })).toEqual({ name: 'started', size: 3 });
  expect(reported).toEqual([[3, 3]]);
  expect(await readAudits()).toEqual([{ ...audit, size: 3 }]);
  expect((await readEntries('a')).map(({ place, asked }) => [place, asked])).toEqual([
    [0, 'a.cn'],
    [1, 'b.cn'],
    [2, 'c.cn'],
  ]);
});

test('an audit of a table starts with the column that was chosen', async () => {
  const { perform } = openRunner();
  const texts = ['a.cn', new Blob(['来源,官网\nhttps://x.com/1,b.cn'])];
  const columns = [
    { column: 0, name: '来源' },
    { column: 1, name: '官网' },
  ];
  expect(await perform({ name: 'read', texts, columns: [] })).toMatchObject({
    summary: { tables: [{ text: 1, column: 1, columns }] },
  });
  expect(await perform({ name: 'read', texts, columns: [null, 0] })).toMatchObject({
    summary: { tables: [{ text: 1, column: 0, columns }] },
  });
  await perform({ name: 'start', audit });
  expect((await readEntries('a')).map(({ asked }) => asked)).toEqual(['a.cn', 'https://x.com/1']);
});

test('an audit that exceeds the quota gives the answer full, and nothing is stored', async () => {
  const { perform } = openRunner();
  await perform({ name: 'read', texts: ['a.cn\nb.cn'], columns: [] });
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(await perform({ name: 'start', audit })).toEqual({ name: 'full' });
  vi.restoreAllMocks();
  expect(await readAudits()).toEqual([]);
});

test('every file has the entries that were asked for, in their order, and reports its progress', async () => {
  const { perform, reported } = await auditOfThree();
  reported.length = 0;
  const sites = fileOf(await perform(save('csv-sites', [2, 0], 'zh')));
  expect(sites.name).toBe('partners all 2026-11-22 sites.csv');
  const rows: string[][] = parse(await sites.content.text(), { bom: true });
  expect(rows.map((row) => row[1])).toEqual([zh.column_asked.message, 'c.cn', 'a.cn']);
  expect(reported).toEqual([[2, 2]]);
  const numbers = fileOf(await perform(save('csv-numbers', [0, 1, 2])));
  expect(parse(await numbers.content.text(), { bom: true }).length).toBe(3);
  const xlsx = fileOf(await perform(save('xlsx', [1, 2])));
  const sheets = await readXlsxFile(Buffer.from(await xlsx.content.arrayBuffer()));
  expect(sheets.map(({ data }) => data.slice(1).map((row) => row[1]))).toEqual([['b.cn', 'c.cn'], ['c.cn']]);
  const evidence = await fileOf(await perform(save('evidence', [0, 1, 2]))).content.text();
  expect(evidence.match(/<section class="site"/g)).toHaveLength(2);
});

test('a JSON file that was written is imported as an audit of its own', async () => {
  const { perform, reported } = await auditOfThree();
  reported.length = 0;
  const { content, name } = fileOf(await perform(save('json', [0, 1, 2])));
  expect(name).toBe('partners all 2026-11-22 audit.json');
  expect(reported.at(-1)?.[1]).toBe(6);
  const answer = await perform({ name: 'import', file: content });
  const copy = (await readAudits()).find(({ id }) => id !== 'a');
  expect(answer).toMatchObject({ name: 'imported', audit: { id: copy?.id, name: audit.name } });
  expect(copy).toMatchObject({ state: 'paused', size: 3 });
  const entries = await readEntries(copy?.id ?? '');
  expect(entries.map((entry) => ({ ...entry, audit: 'a' }))).toEqual(await readEntries('a'));
  expect(await readEntryReport(copy?.id ?? '', 2)).toEqual(await readEntryReport('a', 2));
});

test('a file that cannot be imported is refused with the reason', async () => {
  const { perform } = openRunner();
  expect(await perform({ name: 'import', file: new Blob(['{']) })).toMatchObject({
    name: 'refused',
    fault: { fault: 'not-json' },
  });
});

test('a task fails for an audit that was deleted, and for an error that is thrown', async () => {
  const { perform } = openRunner();
  for (const format of auditFormats) expect(await perform(save(format, [0]))).toMatchObject({ name: 'failed' });
});
