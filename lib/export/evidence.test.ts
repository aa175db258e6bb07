import { createHash } from 'node:crypto';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import type { NoScreenshot } from '../audits/page-screenshot.ts';
import { checks } from '../checks/catalogue.ts';
import { block, pageOf } from '../checks/fixtures.ts';
import { reportOn } from '../checks/site-report.ts';
import { languages, type TextKey } from '../texts/language/translate.ts';
import { canonicalJson } from './canonical-json.ts';
import { readImage } from './data-url.ts';
import { type EvidenceFrame, type EvidenceSite, writeEvidence as piecesOf } from './evidence.ts';
import { reportOf, words } from './fixtures.ts';

const frame: EvidenceFrame = {
  madeAt: '2026-11-22T09:00:00.000Z',
  tool: { name: 'ICP Lens', version: '0.1.0' },
  zone: 'Asia/Shanghai',
  offsetMinutes: () => 480,
  waiting: 0,
};
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const texts = [
  '版权所有 京ICP备2021018374号-1 京公网安备1101080204619号 联系我们',
  '萌ICP备20250577号',
  '京网文〔2022〕2871-094号',
];
const report = reportOf(texts);
const site: EvidenceSite = {
  asked: 'example.cn',
  readAt: '2026-11-22T20:30:00.000Z',
  ending: { state: 'numbers' },
  finalUrl: 'https://www.example.cn/',
  further: null,
  report,
  screenshot: {
    image: new Blob([Buffer.from(onePixel, 'base64')], { type: 'image/png' }),
    takenAt: '2026-11-22T20:30:01.000Z',
    widthPx: 1,
    heightPx: 1,
    view: 'number',
  },
};

async function writeEvidence(...given: Parameters<typeof piecesOf>): Promise<string> {
  let page = '';
  for await (const piece of piecesOf(...given)) page += piece;
  return page;
}
const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

function parse(page: string) {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } });
  document.write(page);
  return document;
}

describe.each(languages)('the evidence report in %s', (language) => {
  const t = words[language].t;

  test('says what was read, when, how it was judged and what was not looked at', async () => {
    const page = await writeEvidence([site], frame, words[language]);
    const document = parse(page);
    expect(document.documentElement.lang).toBe(language === 'zh' ? 'zh-CN' : 'en');
    const text = document.body.textContent;
    const wanted = [
      'example.cn',
      'https://www.example.cn/',
      '2026-11-22 20:30:00',
      '2026-11-23 04:30:00 UTC+08:00 (Asia/Shanghai)',
      '2026-11-22 09:00:00',
      'ICP Lens 0.1.0',
      t('report_not_checked_registry'),
      t('report_not_checked_server'),
    ];
    for (const { number } of report.findings) wanted.push(number.raw, words[language].kind(number));
    for (const { code, answer } of report.checks)
      wanted.push(
        words[language].check(code).name,
        words[language].check(code).rule,
        words[language].statement(answer),
      );
    for (const each of wanted) expect(text).toContain(each);
    const advised = report.checks.flatMap((check) => words[language].answer(check).advice ?? []);
    expect(advised.length).toBeGreaterThan(2);
    for (const advice of advised) expect(text).toContain(advice);
    for (const { code } of report.checks) expect(text).toContain(words[language].rule(checks[code]));
    expect(text).not.toMatch(/\$\d|undefined|\[object/);
  });

  test('marks each number in its surroundings', async () => {
    const document = parse(await writeEvidence([site], frame, words[language]));
    const marks = [...document.querySelectorAll('mark')].map((mark) => [
      mark.textContent,
      mark.parentElement?.textContent,
    ]);
    expect(marks).toContainEqual(['京ICP备2021018374号-1', report.findings[0]?.surroundings]);
    expect(marks).toContainEqual(['京公网安备1101080204619号', report.findings[1]?.surroundings]);
    expect(marks.length).toBe(report.findings.length);
  });
});

test('the digest of a site is that of the JSON in the report, and the JSON holds all that is known', async () => {
  const document = parse(await writeEvidence([site], frame, words.en));
  const content = document.querySelector('pre')?.textContent ?? '';
  expect(document.body.textContent).toContain(sha256(content));
  const bytes = Buffer.from(onePixel, 'base64');
  expect(document.querySelector('figcaption')?.textContent).toContain(sha256(bytes));
  expect(document.body.textContent).toContain(words.en.t('report_digest_picture'));
  const { asked, ending, further, readAt } = site;
  const screenshot = {
    sha256: sha256(bytes),
    type: 'image/png',
    takenAt: '2026-11-22T20:30:01.000Z',
    widthPx: 1,
    heightPx: 1,
    view: 'number',
  };
  expect(JSON.parse(content)).toEqual({ asked, ending, further, readAt, report, screenshot, tool: frame.tool });
});

test('an evidence report has no script and no outside resource, and its policy forbids both', async () => {
  const page = await writeEvidence([site], frame, words.en);
  const document = parse(page);
  expect(document.querySelectorAll('script, link, iframe, object, embed, form, base').length).toBe(0);
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
  const style = document.querySelector('style')?.textContent ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect([...document.querySelectorAll('img')].map(({ src }) => src)).toEqual([`data:image/png;base64,${onePixel}`]);
  expect(style).not.toMatch(/url\(|@import/);
  expect(style).toContain('break-before: page');
});

describe('a hostile page in an evidence report', () => {
  const hostile = [
    '</pre><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    `"'\u202e\u2066&lt;`,
    '\u0000\u200b$1$2',
    '</style></title>',
  ].join('');
  const blocks = [
    block(`${hostile} 京ICP备2021018374号-1 ${hostile}`, `https://evil.example/${hostile}${'x'.repeat(5000)}`),
  ];
  const { findings } = pageOf(blocks);
  const report = reportOn({
    url: `https://www.example.cn/?${hostile}`,
    findings: [...findings],
    capped: true,
    otherFrames: 3,
    server: { state: 'unseen' },
  });
  const hostileSite: EvidenceSite = {
    asked: hostile,
    readAt: site.readAt,
    ending: { state: 'numbers' },
    finalUrl: `https://www.example.cn/?${hostile}`,
    further: null,
    report,
    screenshot: {
      image: new Blob([`<svg xmlns="http://www.w3.org/2000/svg">${hostile}</svg>`], { type: 'image/svg+xml' }),
      takenAt: site.readAt,
      widthPx: 1,
      heightPx: 1,
      view: 'top',
    },
  };

  test('becomes text', async () => {
    const page = await writeEvidence([hostileSite, site], frame, words.en);
    const document = parse(page);
    expect(findings.length).toBe(1);
    expect(document.querySelectorAll('script, [onerror]').length).toBe(0);
    expect(document.querySelectorAll('img').length).toBe(1);
    expect(document.querySelectorAll('section').length).toBe(2);
    expect(document.querySelectorAll('nav a').length).toBe(2);
    const [content] = [...document.querySelectorAll('pre')].map((pre) => pre.textContent);
    expect(JSON.parse(content ?? '')).toMatchObject({ asked: hostile, screenshot: { none: 'failed' }, report });
    expect(document.body.textContent).toContain(sha256(content ?? ''));
    expect(document.body.textContent).toContain('<script>alert(1)</script>');
  });

  test('can neither hide nor reorder text', async () => {
    const page = await writeEvidence([hostileSite], frame, words.en);
    // Line ends are ours; the two marks that keep a piece's direction to itself are the only others.
    expect(page.replace(/[\n\u2068\u2069]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(page).toContain('[U+202E][U+2066]');
    expect(parse(page).body.textContent).toContain('cut here');
  });
});

describe('the outcome of a reading in an evidence report', () => {
  const t = words.en.t;
  const elsewhere: EvidenceSite = { ...site, ending: { state: 'redirected', to: 'https://other.example/' } };
  const unread: EvidenceSite = {
    ...site,
    asked: 'gone.example',
    ending: { state: 'unreachable', cause: 'dns', status: null },
    finalUrl: null,
    report: null,
    screenshot: { none: 'not-asked' },
  };
  const textOf = async (...sites: EvidenceSite[]): Promise<string> =>
    parse(await writeEvidence(sites, frame, words.en)).body.textContent;

  test('a site of which nothing was read stands in the report, with its result and a digest', async () => {
    const document = parse(await writeEvidence([unread], frame, words.en));
    for (const each of ['gone.example', t('ending_unreachable'), t('ending_cause_dns'), t('report_nothing_read')])
      expect(document.body.textContent).toContain(each);
    expect(document.body.textContent).not.toContain(t('report_no_numbers'));
    const content = document.querySelector('pre')?.textContent ?? '';
    expect(JSON.parse(content)).toMatchObject({ ending: unread.ending, report: null, screenshot: null });
    expect(document.body.textContent).toContain(sha256(content));
  });

  test("the numbers of a site that the address led to are neither called the asked site's own nor judged", async () => {
    const text = await textOf(elsewhere);
    for (const each of [t('report_elsewhere_about'), t('report_elsewhere'), t('report_no_checks'), 'other.example'])
      expect(text).toContain(each);
    expect(text).not.toContain(`${t('report_claim')} ·`);
    for (const { code } of report.checks) expect(text).not.toContain(words.en.check(code).rule);
  });

  test('a page with a log-in form is not judged', async () => {
    const text = await textOf({ ...site, ending: { state: 'barrier', barrier: 'login' } });
    for (const each of [t('ending_wall_login'), t('report_wall_about'), t('report_no_checks')])
      expect(text).toContain(each);
  });

  test('a home page without a number is reported, whether another page shows one or not', async () => {
    const further = 'https://www.example.cn/about';
    expect(await textOf({ ...site, further })).toContain(`${t('report_home_bare')} https://www.example.cn/`);
    const bare = { ...site, further, report: reportOf([]), ending: { state: 'none' as const } };
    expect(await textOf(bare)).toContain(`${t('report_further_bare')} ${further}`);
  });

  test('the report begins with a line for each site and the number of sites that are not read yet', async () => {
    const document = parse(await writeEvidence([site, elsewhere, unread], { ...frame, waiting: 7 }, words.en));
    const rows = [...document.querySelectorAll('.contents tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    );
    expect(rows.map(([, , result]) => result)).toEqual([
      t('ending_numbers'),
      `${t('ending_redirected')}: https://other.example/`,
      `${t('ending_unreachable')}: ${t('ending_cause_dns')}`,
    ]);
    expect(rows.map(([, , , numbers]) => numbers)).toEqual([expect.stringContaining('京ICP备2021018374号-1'), '', '']);
    expect(rows.map(([, , , , checks]) => checks === '')).toEqual([false, true, true]);
    expect(document.querySelector('header')?.textContent).toContain(`${t('report_waiting')}7`);
  });
});

describe('screenshots', () => {
  test.each(['image/svg+xml', 'text/html', '', 'image/png;x'])('what calls itself %j is none', async (type) => {
    expect(await readImage(new Blob(['x'], { type }))).toBeNull();
  });

  test('an empty one is none', async () => {
    expect(await readImage(new Blob([], { type: 'image/jpeg' }))).toBeNull();
  });

  test.each([1, 2, 3, 0x8000, 0x8001, 200_000])('of %d bytes come out as they went in', async (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, place) => (place * 7) % 256);
    const read = await readImage(new Blob([bytes], { type: 'image/jpeg' }));
    expect(read?.bytes).toEqual(bytes);
    expect(read?.url).toBe(`data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`);
  });

  const t = words.en.t;

  test('say when they were taken, how large they are and what they show', async () => {
    const document = parse(await writeEvidence([site], frame, words.en));
    const caption = document.querySelector('figcaption')?.textContent ?? '';
    for (const each of ['2026-11-23 04:30:01', t('report_picture_pixels', 1, 1), t('report_picture_number')])
      expect(caption).toContain(each);
  });

  test.each<[NoScreenshot, TextKey]>([
    ['not-asked', 'report_no_picture_not_asked'],
    ['not-allowed', 'report_no_picture_not_allowed'],
    ['changed', 'report_no_picture_changed'],
    ['closed', 'report_no_picture_closed'],
    ['covered', 'report_no_picture_covered'],
    ['failed', 'report_no_picture_failed'],
    ['no-room', 'report_no_picture_no_room'],
    ['history', 'report_no_picture_history'],
    ['file', 'report_no_picture_file'],
  ])('where there is none (%s), the report and its content say why', async (none, text) => {
    const document = parse(await writeEvidence([{ ...site, screenshot: { none } }], frame, words.en));
    expect(document.querySelectorAll('figure, img')).toHaveLength(0);
    expect(document.body.textContent).toContain(t('report_no_picture', t(text)));
    expect(document.body.textContent).not.toContain(t('report_digest_picture'));
    expect(JSON.parse(document.querySelector('pre')?.textContent ?? '').screenshot).toEqual({ none });
  });
});

describe('canonical JSON', () => {
  test.each<[unknown, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ 京: '备 案' }, '{"京":"备 案"}'],
    ['\u202e\u200b\u00a0\u2028\ud800\ue000', '"\\u202e\\u200b\\u00a0\\u2028\\ud800\\ue000"'],
    ['\u{e0001}', '"\\udb40\\udc01"'],
    ['😀"\n', '"😀\\"\\n"'],
  ])('writes %j as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
    expect(JSON.parse(text)).toEqual(value);
  });
});
