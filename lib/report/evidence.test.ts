import { createHash } from 'node:crypto';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { checks } from '../audit/checks.ts';
import { block, pageOf } from '../audit/fixtures.ts';
import { reportOn } from '../audit/site-report.ts';
import { canonicalJson } from './canonical-json.ts';
import { type EvidenceFrame, type EvidenceSite, writeEvidence } from './evidence.ts';
import { reportOf, words } from './fixtures.ts';
import { readPicture } from './picture.ts';

const frame: EvidenceFrame = {
  madeAt: '2026-11-22T09:00:00.000Z',
  tool: { name: 'ICP Lens', version: '0.1.0' },
  zone: 'Asia/Shanghai',
  offsetMinutes: () => 480,
};
const onePixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const texts = [
  '版权所有 京ICP备2021018374号-1 京公网安备1101080204619号 联系我们',
  '萌ICP备20250577号',
  '京网文〔2022〕2871-094号',
];
const site: EvidenceSite = {
  asked: 'example.cn',
  readAt: '2026-11-22T20:30:00.000Z',
  report: reportOf(texts),
  picture: onePixel,
};

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

function parse(page: string) {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } });
  document.write(page);
  return document;
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
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
    for (const { number } of site.report.findings) wanted.push(number.raw, words[language].kind(number));
    for (const { check, answer } of site.report.checks)
      wanted.push(
        words[language].check(check).name,
        words[language].check(check).rule,
        words[language].statement(answer),
      );
    for (const each of wanted) expect(text).toContain(each);
    const advised = site.report.checks.flatMap((check) => words[language].answer(check).advice ?? []);
    expect(advised.length).toBeGreaterThan(2);
    for (const advice of advised) expect(text).toContain(advice);
    for (const { check } of site.report.checks) expect(text).toContain(words[language].rule(checks[check]));
    expect(text).not.toMatch(/\$\d|undefined|\[object/);
  });

  test('marks each number in its surroundings', async () => {
    const document = parse(await writeEvidence([site], frame, words[language]));
    const marks = [...document.querySelectorAll('mark')].map((mark) => [
      mark.textContent,
      mark.parentElement?.textContent,
    ]);
    expect(marks).toContainEqual(['京ICP备2021018374号-1', site.report.findings[0]?.surroundings]);
    expect(marks).toContainEqual(['京公网安备1101080204619号', site.report.findings[1]?.surroundings]);
    expect(marks.length).toBe(site.report.findings.length);
  });
});

test('the digest is that of the text that stands there, and the text holds all that is known', async () => {
  const document = parse(await writeEvidence([site], frame, words.en));
  const content = document.querySelector('pre')?.textContent ?? '';
  expect(document.body.textContent).toContain(sha256(content));
  const bytes = Buffer.from(onePixel.split(',')[1] ?? '', 'base64');
  expect(document.body.textContent).toContain(sha256(bytes));
  const { asked, readAt, report } = site;
  expect(JSON.parse(content)).toEqual({ asked, readAt, report, picture: sha256(bytes), tool: frame.tool });
});

test('runs nothing, asks for nothing, and forbids both', async () => {
  const page = await writeEvidence([site], frame, words.en);
  const document = parse(page);
  expect(document.querySelectorAll('script, link, iframe, object, embed, form, base').length).toBe(0);
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
  const style = document.querySelector('style')?.textContent ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect([...document.querySelectorAll('img')].map(({ src }) => src)).toEqual([onePixel]);
  expect(style).not.toMatch(/url\(|@import/);
  expect(style).toContain('break-before: page');
});

describe('hostile pages', () => {
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
    report,
    picture: `data:image/svg+xml,${hostile}`,
  };

  test('become text', async () => {
    const page = await writeEvidence([hostileSite, site], frame, words.en);
    const document = parse(page);
    expect(findings.length).toBe(1);
    expect(document.querySelectorAll('script, [onerror]').length).toBe(0);
    expect(document.querySelectorAll('img').length).toBe(1);
    expect(document.querySelectorAll('section').length).toBe(2);
    expect(document.querySelectorAll('nav a').length).toBe(2);
    const [content] = [...document.querySelectorAll('pre')].map((pre) => pre.textContent);
    expect(JSON.parse(content ?? '')).toMatchObject({ asked: hostile, picture: null, report });
    expect(document.body.textContent).toContain(sha256(content ?? ''));
    expect(document.body.textContent).toContain('<script>alert(1)</script>');
  });

  test('can neither hide nor reorder anything', async () => {
    const page = await writeEvidence([hostileSite], frame, words.en);
    // Line ends are ours; the two marks that keep a piece's direction to itself are the only others.
    expect(page.replace(/[\n\u2068\u2069]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(page).toContain('[U+202E][U+2066]');
    expect(parse(page).body.textContent).toContain('cut here');
  });
});

describe('pictures', () => {
  test.each([
    'data:image/svg+xml;base64,PHN2Zy8+',
    'data:text/html;base64,PGI+',
    'https://example.cn/a.png',
    'data:image/png;base64,',
    'data:image/png;base64,A',
    'data:image/png;base64,AAAA"onload="x',
    '',
  ])('%j is none', (url) => {
    expect(readPicture(url)).toBeNull();
  });
});

describe('canonical JSON', () => {
  test.each<[unknown, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ 京: '备 案' }, '{"京":"备 案"}'],
    ['\u202e\u200b\u00a0\u2028\ud800\ue000', '"\\u202e\\u200b\\u00a0\\u2028\\ud800\\ue000"'],
    ['\u{e0001}', '"\\udb40\\udc01"'],
    ['😀"\n', '"😀\\"\\n"'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
    expect(JSON.parse(text)).toEqual(value);
  });
});
