import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultOptions } from '../../lib/audits/bulk-audit.ts';
import type { PageOutcome } from '../../lib/audits/entry.ts';
import { siteColumns } from '../../lib/export/columns.ts';
import { readDocument, writeDocument } from '../../lib/export/document.ts';
import { gathered, reportOf, words } from '../../lib/export/fixtures.ts';
import { csvHead, csvRows } from '../../lib/export/write-csv.ts';
import { exportWords } from './export-texts.ts';
import { entryOf, type PageResult, printedPageOf } from './page-result.ts';
import { type ExportedSite, type ExportSource, faultOfOutput, writeExport } from './write-export.ts';

const folder = mkdtempSync(join(tmpdir(), 'icp-lens-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

const page = (key: string, ending: PageOutcome, texts: string[] | null): PageResult => ({
  key,
  opened: key,
  tries: 1,
  readAt: '2026-11-22T08:30:00.000Z',
  ending,
  finalUrl: key,
  error: texts === null ? 'no such host' : null,
  report: texts && reportOf(texts),
});
const results = [
  page('https://a.cn/', { state: 'numbers' }, ['京ICP备2021018374号-1', '京公网安备11010802046193号']),
  page('https://b.cn/', { state: 'unreachable', cause: 'dns', status: null }, null),
  page('https://c.cn/', { state: 'none' }, []),
];
const sites: ExportedSite[] = results.map((result, index) => ({
  // The second line of the list named no page.
  entry: entryOf('run', index === 0 ? 0 : index + 1, `=${result.key}`, result),
  report: result.report,
  outcome: printedPageOf(`=${result.key}`, result),
}));
const source: ExportSource = {
  audit: {
    id: 'run',
    name: 'list.txt',
    createdAt: '2026-11-22T08:00:00.000Z',
    state: 'done',
    options: defaultOptions,
    size: 3,
  },
  tool: { name: 'ICP Lens', version: '0.1.0' },
  exportedAt: '2026-11-22T09:00:00.000Z',
  async *sites() {
    yield* sites;
  },
};
const entries = sites.map(({ entry }) => entry);

test('CSV is what the workspace writes', async () => {
  const file = join(folder, 'a.csv');
  await writeExport(file, 'csv', source, words.zh);
  expect(readFileSync(file, 'utf8')).toBe(csvHead(siteColumns, words.zh) + csvRows(siteColumns, entries, words.zh));
});

test('JSON is what the workspace writes and takes in', async () => {
  const file = join(folder, 'a.json');
  await writeExport(file, 'json', source, words.en);
  const reports = sites.flatMap(({ entry: { place }, report }) => (report === null ? [] : [{ place, report }]));
  const text = readFileSync(file, 'utf8');
  expect(text).toBe(await gathered(writeDocument(source, [entries], [reports])));
  expect(reports.length).toBe(2);
  expect(readDocument(text)).toMatchObject({ ok: true });
});

test('XLSX has the sites and their numbers', async () => {
  const file = join(folder, 'a.xlsx');
  expect(await writeExport(file, 'xlsx', source, words.en)).toEqual({ cutCells: 0 });
  const read = await readXlsxFile(readFileSync(file));
  expect(read.map(({ sheet }) => sheet)).toEqual(['Sites', 'Numbers']);
  expect(read.map(({ data }) => data.length)).toEqual([4, 3]);
  expect(read[0]?.data.map(([row, asked]) => [row, asked])).toEqual([
    ['No.', 'Address as given'],
    [1, '=https://a.cn/'],
    [3, '=https://b.cn/'],
    [4, '=https://c.cn/'],
  ]);
});

test('JSON Lines are what is printed, and replace a file only when they are whole', async () => {
  const file = join(folder, 'a.jsonl');
  writeFileSync(file, 'before');
  const broken: ExportSource = {
    ...source,
    async *sites() {
      yield* sites.slice(0, 1);
      throw new Error('gone');
    },
  };
  await expect(writeExport(file, 'jsonl', broken, words.en)).rejects.toThrow('gone');
  expect(readFileSync(file, 'utf8')).toBe('before');
  await writeExport(file, 'jsonl', source, words.en);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(sites.map(({ outcome }) => outcome));
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('what cannot be written is said beforehand', async () => {
  expect(await faultOfOutput(join(folder, 'b.csv'))).toBeNull();
  expect(readdirSync(folder).filter((name) => name.startsWith('b.csv'))).toEqual([]);
  expect(await faultOfOutput(join(folder, 'no', 'b.csv'))).toContain('cannot be written');
  mkdirSync(join(folder, 'folder.csv'));
  expect(await faultOfOutput(join(folder, 'folder.csv'))).toContain('is a folder');
});

describe('the words of exports', () => {
  test.each([
    [{}, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
  ])('for %j are %s', (environment, language) => {
    const { t } = exportWords(environment);
    expect(t('language')).toBe(language);
    expect(t('report_cut', 7)).toContain('7');
  });
});
