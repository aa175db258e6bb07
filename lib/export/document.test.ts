import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultOptions, optionBounds } from '../audits/bulk-audit.ts';
import type { Entry, PageOutcome } from '../audits/entry.ts';
import { barriers, pageOutcomeStates, unreachableCauses } from '../audits/entry.ts';
import { locations, type Server } from '../checks/server.ts';
import { plainKinds } from '../icp/number.ts';
import { documentFaultText } from '../texts/import-texts.ts';
import { type AuditDocument, readDocument, writeDocument } from './document.ts';
import { entryOf, gathered, reportOf, words } from './fixtures.ts';

const schema: object = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/report.schema.json'), 'utf8'));
const validate = new Ajv2020({ strict: true, formats: { 'date-time': true } }).compile(schema);

const endings: (PageOutcome | null)[] = [
  null,
  { state: 'numbers' },
  { state: 'none' },
  { state: 'blocked' },
  { state: 'not-allowed' },
  { state: 'unreachable', cause: 'http', status: 503 },
  ...unreachableCauses.map((cause) => ({ state: 'unreachable', cause, status: null }) as const),
  { state: 'redirected', to: 'https://other.example/' },
  ...barriers.map((barrier) => ({ state: 'barrier', barrier }) as const),
  { state: 'skipped' },
];
const servers: Server[] = [
  ...locations.map((where) => ({ state: 'seen', ip: '192.0.2.1', where, tableDate: '2026-11-01' }) as const),
  { state: 'proxied' },
  { state: 'unseen' },
  { state: 'not-asked' },
];
const texts = [
  '京ICP备2021018374号-1',
  '粤B2-20090191-18X',
  '京公网安备1101080204619号',
  '京网文〔2022〕2871-094号',
  '萌ICP备20250577号',
  '川ICP备10200063号',
];

function documentOf(entries: Entry[], reports: AuditDocument['reports']): AuditDocument {
  return {
    format: 'icp-lens-audit',
    version: 2,
    exportedAt: '2026-11-22T09:00:00.000Z',
    tool: { name: 'ICP Lens', version: '0.1.0' },
    audit: {
      id: 'audit-1',
      name: '竞争对手 "2026"',
      createdAt: '2026-11-22T08:00:00.000Z',
      state: 'paused',
      options: defaultOptions,
      size: entries.length,
      ...(entries.length > 1 && { repeats: 'audit-0' }),
    },
    entries,
    reports,
  };
}

const documents = fc
  .array(
    fc.record({
      shown: fc.subarray(texts),
      ending: fc.constantFrom(...endings),
      server: fc.constantFrom(...servers),
      asked: fc.string({ unit: 'binary' }),
      surroundings: fc.string(),
      further: fc.option(fc.webUrl()),
      tries: fc.nat(9),
      changes: fc.option(fc.nat(20)),
    }),
    { maxLength: 4 },
  )
  .map((sites) => {
    const reports = sites.map(({ shown, server, surroundings }, place) => {
      const report = reportOf(shown, { server });
      return {
        place,
        report: { ...report, findings: report.findings.map((finding) => ({ ...finding, surroundings })) },
      };
    });
    const entries = sites.map(({ ending, asked, further, tries, changes }, place) =>
      entryOf(place, reports[place]?.report ?? reportOf([]), {
        ending,
        asked,
        further,
        tries,
        ...(changes !== null && { changes }),
        ...(ending === null && { readAt: null, worst: null }),
      }),
    );
    return documentOf(
      entries,
      reports.filter(({ place }) => entries[place]?.ending !== null),
    );
  });

test('a document that is written and read again is the same, and fits the published schema', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      const text = await textOf(document);
      expect(readDocument(text)).toEqual({ ok: true, document });
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
    }),
  );
});

test('the sample documents hold every outcome', () => {
  expect(new Set(endings.flatMap((ending) => ending?.state ?? []))).toEqual(new Set(pageOutcomeStates));
});

const report = reportOf(texts);
const sample = documentOf([entryOf(0, report)], [{ place: 0, report }]);
const sampleText = await textOf(sample);

/** Written entry by entry, with a part that is empty. */
function textOf(document: AuditDocument): Promise<string> {
  const { entries, reports } = document;
  return gathered(writeDocument(document, [...entries.map((entry) => [entry]), []], [[], reports]));
}

/** The sample with the value at a path replaced. */
function changed(path: readonly (string | number)[], value: unknown): string {
  const copy: unknown = JSON.parse(sampleText);
  let at = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  return JSON.stringify(copy);
}

const notOfTheWeb = [
  'javascript:alert(1)',
  'chrome://version/',
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop/popup.html',
  'data:text/html,1',
  'about:blank',
  ' https://a.cn/',
  'https://',
];
const addressPaths = [
  ['entries', 0, 'address'],
  ['entries', 0, 'finalUrl'],
  ['entries', 0, 'further'],
  ['reports', 0, 'report', 'url'],
] as const;
const pathText = (path: readonly (string | number)[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1);

test('documents of older versions and of `npm run scan` are read', () => {
  const address = `https://例子.中国/${'甲'.repeat(8000)}`;
  for (const [path, value] of [
    [['entries', 0, 'address'], new URL(address).href],
    [['entries', 0, 'address'], 'http://localhost:8080/#/about'],
    [['entries', 0, 'address'], 'file:///home/me/page.html'],
    [['reports', 0, 'report', 'url'], 'https://user:secret@-a-.cn/?#甲'],
    [['audit', 'options', 'limitMs'], optionBounds.limitSeconds.max * 1000],
    [['audit', 'options', 'retries'], optionBounds.retries.max],
  ] as const) {
    expect(readDocument(changed(path, value)), path.join('.')).toMatchObject({ ok: true });
  }
});

/** A document as version 1 wrote it. It is never changed. */
const earlierText = readFileSync(join(import.meta.dirname, 'frozen/document-1.json'), 'utf8');

test('a document of version 1 is read as one of version 2', () => {
  const read = readDocument(earlierText);
  expect(read).toMatchObject({
    ok: true,
    document: {
      version: 2,
      exportedAt: '2026-11-22T09:00:00.000Z',
      audit: {
        name: '合作伙伴',
        repeats: 'audit-0',
        options: { concurrency: 4, limitMs: 20_000, retries: 2, lookFurther: true, screenshots: true },
      },
    },
  });
  if (!read.ok) return;
  const { entries, reports } = read.document;
  expect(entries.map(({ ending }) => ending)).toEqual([
    { state: 'numbers' },
    { state: 'barrier', barrier: 'login' },
    { state: 'unreachable', cause: 'http', status: 503 },
    { state: 'numbers' },
    { state: 'redirected', to: 'https://other.example/' },
    { state: 'barrier', barrier: 'challenge' },
    null,
  ]);
  expect(reports.map(({ place }) => place)).toEqual([0, 3]);
  expect(reports[0]?.report.checks.map(({ code, answer }) => `${code}: ${answer}`)).toContain(
    'filing-link: filing-link-right',
  );
});

test('what version 1 wrote is not taken for version 2', () => {
  const read = readDocument(earlierText.replace('"version": 1,', '"version": 2,'));
  expect(read).toMatchObject({ ok: false, fault: 'invalid' });
});

test('a document with any one value wrong is refused with the path and the expected value', () => {
  const leaves = (value: unknown, path: (string | number)[]): (string | number)[][] =>
    typeof value !== 'object' || value === null
      ? [path]
      : [
          path,
          ...Object.entries(value).flatMap(([key, each]) =>
            leaves(each, [...path, Array.isArray(value) ? Number(key) : key]),
          ),
        ];
  const paths = leaves(JSON.parse(sampleText), []).filter((path) => path.length > 1);
  expect(paths.length).toBeGreaterThan(200);
  for (const path of paths) {
    for (const value of [Number.MIN_VALUE, { x: [] }]) {
      const read = readDocument(changed(path, value));
      // Some are fractions of pixels.
      if (read.ok) expect(value, path.join('.')).toBe(Number.MIN_VALUE);
      else if (read.fault === 'invalid') expect(read.expected, path.join('.')).toMatch(/^(?!Invalid|undefined)\S/);
    }
  }
});

describe('readDocument', () => {
  test.each<[string, string, object]>([
    ['no JSON', 'PK\u0003\u0004', { fault: 'not-json' }],
    ['half of it', sampleText.slice(0, 900), { fault: 'not-json' }],
    ['a list', '[]', { fault: 'other-format' }],
    ['another format', changed(['format'], 'har'), { fault: 'other-format' }],
    ['no version', changed(['version'], undefined), { fault: 'other-format' }],
    ['a newer version, whatever it holds', changed(['version'], 3), { fault: 'newer-version', version: 3 }],
    [
      'a missing part',
      changed(['entries', 0, 'asked'], undefined),
      { fault: 'invalid', path: 'entries[0].asked', expected: 'string' },
    ],
    ['a wrong type', changed(['entries', 0, 'place'], '0'), { fault: 'invalid', path: 'entries[0].place' }],
    [
      'a part that we do not know',
      changed(['entries', 0, 'note'], 'x'),
      { fault: 'invalid', path: 'entries[0]', expected: 'no "note"' },
    ],
    [
      'an unknown answer',
      changed(['entries', 0, 'answers'], ['fine']),
      { fault: 'invalid', path: 'entries[0].answers[0]' },
    ],
    [
      'an unknown ending',
      changed(['entries', 0, 'ending'], { state: 'lost' }),
      { fault: 'invalid', path: 'entries[0].ending.state', expected: expect.stringContaining('"numbers", "none"') },
    ],
    [
      'a time that is none',
      changed(['exportedAt'], 'yesterday'),
      { fault: 'invalid', path: 'exportedAt', expected: 'datetime' },
    ],
    [
      'a concurrency above the bound',
      changed(['audit', 'options', 'concurrency'], 11),
      { fault: 'invalid', path: 'audit.options.concurrency', expected: '≤ 10' },
    ],
    ...Object.entries({ concurrency: [0, 11], limitMs: [999, 600_001, 10 ** 12], retries: [-1, 11, 10 ** 9] }).flatMap(
      ([option, values]) =>
        values.map((value): [string, string, object] => [
          `${option} of ${value}`,
          changed(['audit', 'options', option], value),
          { fault: 'invalid', path: `audit.options.${option}` },
        ]),
    ),
    ...addressPaths.flatMap((path) =>
      [...notOfTheWeb, 'www.example.cn'].map((address): [string, string, object] => [
        `${address} as ${path.join('.')}`,
        changed(path, address),
        { fault: 'invalid', path: pathText(path), expected: 'http://… / https://…' },
      ]),
    ),
    ...['https://user:secret@a.cn/', 'https://甲，乙.中国/ 2', `https://a.cn/${'a'.repeat(100_000)}`].map(
      (address): [string, string, object] => [
        address.slice(0, 30),
        changed(['entries', 0, 'address'], address),
        { fault: 'invalid', path: 'entries[0].address' },
      ],
    ),
    [
      'a file that is still to be opened',
      JSON.stringify({
        ...sample,
        entries: [{ ...entryOf(0, report), ending: null, address: 'file:///etc/hostname' }],
      }),
      { fault: 'invalid', path: 'entries[0].address', expected: 'http://… / https://…' },
    ],
    [
      'a kind that is none',
      changed(['entries', 0, 'numbers', 0, 'kind'], 'phone'),
      {
        fault: 'invalid',
        path: 'entries[0].numbers[0].kind',
        expected: `${plainKinds.map((kind) => `"${kind}"`).join(', ')}, "permit:…"`,
      },
    ],
    [
      'a province that is none',
      changed(['entries', 0, 'numbers', 0, 'province'], '99'),
      { fault: 'invalid', path: 'entries[0].numbers[0].province' },
    ],
    ['a report of no entry', changed(['reports', 0, 'place'], 7), { fault: 'invalid', path: 'reports[0].place' }],
    [
      'an entry of another audit',
      changed(['entries', 0, 'audit'], 'x'),
      { fault: 'invalid', path: 'entries[0].audit', expected: '"audit-1"' },
    ],
    [
      'a check of a finding that is not there',
      changed(['reports', 0, 'report', 'checks', 0, 'findings'], [99]),
      { fault: 'invalid', path: 'reports[0].report.checks[0].findings' },
    ],
  ])('refuses a document with %s', (_what, text, expected) => {
    const read = readDocument(text);
    expect(read).toMatchObject({ ok: false, ...expected });
    if (read.ok) return;
    for (const { t } of Object.values(words)) {
      const said = documentFaultText(t, read);
      expect(said).not.toMatch(/\$\d|[?？][.。]?$/);
      if (read.fault === 'invalid') expect(said).toContain(read.path);
    }
  });

  test('the published schema refuses the same documents, as far as a schema can', () => {
    expect(validate(JSON.parse(changed(['entries', 0, 'note'], 'x')))).toBe(false);
    expect(validate(JSON.parse(changed(['entries', 0, 'ending'], { state: 'lost' })))).toBe(false);
    expect(validate(JSON.parse(changed(['version'], 1)))).toBe(false);
    expect(validate(JSON.parse(changed(['version'], 3)))).toBe(false);
    expect(validate(JSON.parse(changed(['entries', 0, 'address'], 'javascript:alert(1)')))).toBe(false);
    expect(validate(JSON.parse(changed(['audit', 'options', 'limitMs'], 10 ** 12)))).toBe(false);
  });

  test('throws for no text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readDocument(text).ok).toBe(false);
      }),
    );
  });
});
