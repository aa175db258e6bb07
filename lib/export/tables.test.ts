import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate/browser';
import readXlsxFile, { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { compareReports } from '../audits/compare-reports.ts';
import type { Entry } from '../audits/entry.ts';
import { type Language, languages } from '../texts/language/translate.ts';
import { type ChangeRow, changeColumns, type ExportColumn, numberColumns, numberRows, siteColumns } from './columns.ts';
import { bytesOf, entryOf, reportOf, words } from './fixtures.ts';
import { writeWorkbook } from './workbook.ts';
import { csvHead, csvRows } from './write-csv.ts';
import { openWorkbook } from './write-xlsx.ts';

const own = reportOf(['京ICP备2021018374号-1', '京公网安备11010802046193号', '京网文〔2022〕2871-094号']);
const fixed = reportOf(['京ICP备2021018374号-2', '粤B2-20090191-18']);
const entries: Entry[] = [
  entryOf(0, own),
  entryOf(1, reportOf([]), { asked: '=HYPERLINK("https://evil.example","例子")' }),
  entryOf(2, fixed, { asked: '例子.中国', changes: 5, further: 'https://www.example.cn/about' }),
  entryOf(3, reportOf([]), {
    ending: { state: 'unreachable', cause: 'http', status: 503 },
    finalUrl: null,
    worst: null,
    answers: [],
  }),
  entryOf(4, reportOf([]), { ending: { state: 'redirected', to: 'https://other.example/?a=1,"2"' } }),
  entryOf(5, reportOf([]), {
    ending: { state: 'barrier', barrier: 'challenge' },
    finalUrl: '  https://a.cn/_x0041_\u0001\ud800 ',
  }),
  entryOf(6, reportOf([]), { ending: null, readAt: null, finalUrl: null, worst: null, answers: [] }),
];
const changes: ChangeRow[] = compareReports(own, fixed).map((change) => ({
  address: 'https://www.example.cn/',
  olderAt: '2026-11-01T00:00:00.000Z',
  newerAt: '2026-11-22T08:30:00.000Z',
  change,
}));

/** What a reader of the file should get, told apart from the writers: the columns' own values. */
function expected<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[], language: Language) {
  return rows.map((row) => columns.map((column) => column.value(row, words[language])));
}

test('the column of the role tells a number of a site that the address led to from an own one', () => {
  const role = numberColumns.find(({ code }) => code === 'role');
  const elsewhere = entryOf(0, own, { ending: { state: 'redirected', to: 'https://other.example/' } });
  const texts = numberRows([elsewhere, entryOf(1, own)]).map((row) => role?.value(row, words.en));
  expect(texts).toEqual([...Array(3).fill('Of the site it led to'), ...Array(3).fill("The site's own")]);
});

describe.each(languages)('tables in %s', (language) => {
  test('CSV holds every value, read by another library', () => {
    const written = csvHead(siteColumns, words[language]) + csvRows(siteColumns, entries, words[language]);
    expect(written.startsWith('\uFEFF')).toBe(true);
    const [header, ...rows]: string[][] = parse(written, { bom: true });
    expect(header).toEqual(siteColumns.map((column) => words[language].t(column.header)));
    const texts = expected(siteColumns, entries, language).map((row) =>
      row.map((value) => (value instanceof Date ? value.toISOString() : String(value ?? ''))),
    );
    const [, formula = [], , , , hostile = []] = texts;
    formula[1] = `'${formula[1]}`;
    hostile[2] = '  https://a.cn/_x0041_[U+0001][U+D800] ';
    expect(rows).toEqual(texts);
  });

  test('XLSX holds every type, sheet and text, read by another library', async () => {
    const parts = [entries.slice(0, 2), [], entries.slice(2)];
    const file = await bytesOf(async (take) => {
      expect(
        await writeWorkbook(
          parts,
          async (part) => (part.some(({ place }) => place === 2) ? changes : []),
          words[language],
          take,
        ),
      ).toEqual({ cutCells: 0 });
    });
    const read = await readXlsxFile(file, { trim: false });
    const names = { en: ['Sites', 'Numbers', 'Changes'], zh: ['网站', '编号', '变化'] };
    expect(read.map(({ sheet }) => sheet)).toEqual(names[language]);
    const headers = [siteColumns, numberColumns, changeColumns].map((columns) =>
      columns.map(({ header }) => words[language].t(header)),
    );
    expect(read.map(({ data }) => data[0])).toEqual(headers);
    const found = read.map(({ data }) => data.slice(1).map((row) => row.map(toSecond)));
    const [siteRows = [], numberRowsRead, changeRowsRead] = found;
    const texts = expected(siteColumns, entries, language);
    const [hostile = []] = texts.slice(5);
    hostile[2] = '  https://a.cn/_x0041_[U+0001][U+D800] ';
    expect(siteRows).toEqual(texts);
    expect(numberRowsRead).toEqual(expected(numberColumns, numberRows(entries), language));
    expect(changeRowsRead).toEqual(expected(changeColumns, changes, language));
    expect(numberRows(entries).length).toBe(5);
    expect(changes.length).toBeGreaterThan(3);
  });

  test('every header and every state has a text of its own', () => {
    for (const columns of [siteColumns, numberColumns, changeColumns]) {
      const headers = columns.map(({ header }) => words[language].t(header));
      expect(new Set(headers).size).toBe(columns.length);
      expect(new Set(columns.map(({ code }) => code)).size).toBe(columns.length);
    }
    const endings = expected(siteColumns, entries, language).map((row) => row[3]);
    expect(new Set(endings).size).toBe(6);
  });
});

/** A spreadsheet keeps moments as fractions of days, which are off by a millionth of a second. */
function toSecond(value: unknown): unknown {
  return value instanceof Date ? new Date(Math.round(value.getTime() / 1000) * 1000) : value;
}

test('a permit outside the table is not said to have the right form', () => {
  const unlisted = reportOf(['特种行业许可证：公特字第2019001号', '京ICP备2021018374号-1']);
  const rows = numberRows([entryOf(0, unlisted)]);
  const column = numberColumns.find(({ code }) => code === 'status');
  const said = rows.map((row) => [row.number.kind.startsWith('permit:'), column?.value(row, words.en)]);
  expect(said).toContainEqual([true, 'Form not known']);
  expect(said).toContainEqual([false, 'Form is right']);
});

test('an audit without changes has no sheet of changes, and headers stay in sight', async () => {
  const bytes = await bytesOf((take) => writeWorkbook([entries], null, words.en, take));
  expect((await readXlsxFile(bytes)).map(({ sheet }) => sheet)).toEqual(['Sites', 'Numbers']);
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => /^xl\/worksheets\/[^/]+\.xml$/.test(path));
  expect(parts.length).toBe(2);
  for (const [, part] of parts) {
    const markup = new TextDecoder().decode(part);
    expect(markup).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(markup).toMatch(/<col [^>]*width="\d/);
  }
});

describe('the limits of a spreadsheet', () => {
  const column: ExportColumn<string> = {
    code: 'x',
    header: 'column_number',
    type: 'text',
    width: 9,
    value: (text) => text,
  };

  const sheetsOf = async (name: string, parts: readonly string[][], limits?: { rows: number; chars: number }) => {
    let cutCells = 0;
    const file = await bytesOf(async (take) => {
      const workbook = openWorkbook(words.en, take, limits);
      const add = workbook.table(name, [column]);
      for (const part of parts) add(part);
      ({ cutCells } = await workbook.end());
    });
    return { cutCells, sheets: await readXlsxFile(file, { trim: false }) };
  };
  const rows = Array.from({ length: 7 }, (_, place) => `row ${place}`);

  test('rows beyond a sheet go on in the next', async () => {
    const parts = [rows.slice(0, 5), rows.slice(5)];
    const { sheets } = await sheetsOf('A name that is rather long: [x]/y', parts, { rows: 4, chars: 10_000 });
    expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
      ['A name that is rather long   x', 4],
      ['A name that is rather long (2)', 4],
      ['A name that is rather long (3)', 2],
    ]);
    expect(sheets.flatMap(({ data }) => data.slice(1).flat())).toEqual(rows);
  });

  test('rows beyond the characters of an archive go on in the next sheet', async () => {
    const { sheets } = await sheetsOf('Long', [rows], { rows: 1000, chars: 250 });
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.flatMap(({ data }) => data.slice(1).flat())).toEqual(rows);
  });

  test('tables that are filled in turns each have all of their rows, in sheets in the order they were begun', async () => {
    const file = await bytesOf((take) => {
      const workbook = openWorkbook(words.en, take, { rows: 3, chars: 10_000 });
      const [first, second] = [workbook.table('A', [column]), workbook.table('B', [column, column])];
      for (const row of rows) {
        first([row]);
        second([row]);
      }
      return workbook.end();
    });
    const read = await readXlsxFile(file);
    expect(read.map(({ sheet }) => sheet)).toEqual(['A', 'B', 'A (2)', 'B (2)', 'A (3)', 'B (3)', 'A (4)', 'B (4)']);
    for (const [letter, width] of [
      ['A', 1],
      ['B', 2],
    ] as const) {
      const found = read.filter(({ sheet }) => sheet.startsWith(letter)).flatMap(({ data }) => data.slice(1));
      expect(found).toEqual(rows.map((row) => Array(width).fill(row)));
    }
  });

  test('a writer whose bytes cannot be taken rejects at the end with the reason', async () => {
    const workbook = openWorkbook(words.en, () => {
      throw new Error('the disk is full');
    });
    const add = workbook.table('A', [column]);
    for (let count = 0; count < 2000; count++) add(rows);
    await expect(workbook.end()).rejects.toThrow('the disk is full');
  });

  test('a table without rows is a sheet with a header', async () => {
    const { sheets } = await sheetsOf('Empty', []);
    expect(sheets.map(({ data }) => data)).toEqual([[[words.en.t('column_number')]]]);
  });

  test('a table may have more columns than the alphabet has letters', async () => {
    const columns = Array.from(
      { length: 60 },
      (_, place): ExportColumn<string> => ({ ...column, value: (text) => text + place }),
    );
    const file = await bytesOf((take) => {
      const workbook = openWorkbook(words.en, take);
      workbook.table('Wide', columns)(['x']);
      return workbook.end();
    });
    expect((await readSheet(file))[1]).toEqual(columns.map((_, place) => `x${place}`));
  });

  test('text that means something in the format is written as text', async () => {
    const texts = [
      '<b>&amp;"\'</b>',
      ' x ',
      '=1+1',
      '_x0041_',
      '_X000d_',
      'a\nb\t',
      ']]>',
      '',
      '\u{1F600}',
      '0012',
      '-',
    ];
    const { sheets } = await sheetsOf('<&">', [texts]);
    expect(sheets.map(({ sheet, data }) => [sheet, data.slice(1).map(([text]) => text ?? '')])).toEqual([
      ['<&">', texts],
    ]);
  });

  test('a cell that is too long says that it was cut, and where', async () => {
    const { cutCells, sheets } = await sheetsOf('Long', [['x'.repeat(32_767), '😀'.repeat(20_000)]]);
    expect(cutCells).toBe(1);
    const [, [whole] = [], [cut] = []] = sheets[0]?.data ?? [];
    expect(whole).toBe('x'.repeat(32_767));
    expect(String(cut).length).toBeLessThanOrEqual(32_767);
    expect(String(cut)).toMatch(/^(😀)+ … \[cut here: 40000 characters in all\]$/u);
  });
});
