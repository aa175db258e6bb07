import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../icp/finding.ts';
import type { AuditedPage } from './audited-page.ts';
import { type AnswerCode, answers, type Check, checks, outcomes, worstOf } from './catalogue.ts';
import { isHomePage } from './display.ts';
import { answersOf, block, checksOf, pageOf } from './fixtures.ts';
import { audit } from './run-checks.ts';
import type { Server } from './server.ts';

const filing = '京ICP备2021018374号-1';
const licence = '京B2-20213086';
const police = '京公网安备11010802046193号';
const look = { fontSizePx: 12, contrast: 7, centred: true, belowFold: true };

describe('the form', () => {
  test.each<[string[], AnswerCode[], string]>([
    [[filing, police], ['form-right'], 'both right'],
    [[filing, '川ICP备10200063号'], ['form-doubtful'], "not the ministry's character"],
    [[filing, '京公网安备1101080204619号'], ['form-wrong'], 'a digit is missing'],
    [['京ICP备12345678号'], ['form-placeholder'], 'filler'],
    [['京ICP备12345678号', '京公网安备1101080204619号'], ['form-placeholder', 'form-wrong'], 'each fault'],
    [['萌ICP备20250577号'], ['form-unofficial'], 'a joke alone'],
    [['萌ICP备20250577号', filing], ['form-right'], 'a joke beside an official number is harmless'],
    [[], [], 'no number'],
  ])('%j', (texts, expected, _why) => {
    expect(answersOf(pageOf(texts.map((text) => block(text))), 'form')).toEqual(expected);
  });

  test("a famous site's number is another matter than its form", () => {
    const page = pageOf([block('京ICP证030173号')]);
    expect(audit(page).map(({ answer }) => answer)).toEqual(expect.arrayContaining(['copied', 'form-right']));
    expect(answersOf(page, 'copied')).toEqual(['copied']);
  });
});

describe('the display', () => {
  test.each<[string, boolean, string]>([
    ['https://example.cn/', true, 'the root'],
    ['https://example.cn/?from=search#top', true, 'with what follows'],
    ['https://example.cn/index.html', true, 'an index file'],
    ['https://example.cn/Default.aspx', true, 'an index file'],
    ['https://example.cn/zh-cn/', true, 'a language'],
    ['https://example.cn/en/index.php', true, 'a language and an index file'],
    ['https://example.cn/about', false, 'another page'],
    ['https://example.cn/index/5', false, 'a list'],
    ['https://example.cn/news/index.html', false, 'the first page of a part'],
    ['about:blank', false, 'no site'],
    ['file:///index.html', false, 'a file'],
    ['', false, 'no address'],
  ])('%s is the home page: %s', (url, expected, _why) => {
    expect(isHomePage(url)).toBe(expected);
  });

  test.each<[string, Block[], AnswerCode[]]>([
    ['seen', [block(filing)], ['visible']],
    ['seen, and hidden elsewhere', [block(filing), block(licence, null, { hidden: true, look: null })], ['visible']],
    ['in the source alone', [block(filing, null, { hidden: true, look: null })], ['hidden-only']],
    ['a mention', [block(filing, null, { place: 'article' })], []],
    ['nothing', [], []],
  ])('%s', (_what, blocks, expected) => {
    expect(answersOf(pageOf(blocks), 'visibility')).toEqual(expected);
  });

  test.each<[string, Block[], AnswerCode[]]>([
    ['in the footer', [block(filing)], ['position-bottom']],
    ['aside', [block(filing, null, { look: { ...look, centred: false } })], ['position-bottom-aside']],
    ['elsewhere', [block(filing, null, { place: 'main' })], ['position-elsewhere']],
    ['there and elsewhere', [block(licence, null, { place: 'main' }), block(filing)], ['position-bottom']],
    ['no filing', [block(police)], []],
  ])('the place: %s', (_what, blocks, expected) => {
    expect(answersOf(pageOf(blocks), 'position')).toEqual(expected);
  });

  test.each<[Partial<typeof look>, AnswerCode[]]>([
    [{}, ['readable']],
    [{ fontSizePx: 10 }, ['readable']],
    [{ fontSizePx: 9.9 }, ['text-small']],
    [{ contrast: 3 }, ['readable']],
    [{ contrast: 2.9 }, ['contrast-low']],
    [{ fontSizePx: 8, contrast: 1.5 }, ['text-small', 'contrast-low']],
  ])('how it reads: %j', (change, expected) => {
    expect(answersOf(pageOf([block(filing, null, { look: { ...look, ...change } })]), 'readability')).toEqual(expected);
  });

  test('on a picture, the contrast is not known', () => {
    const onPicture = block(filing, null, { look: { ...look, contrast: null } });
    expect(answersOf(pageOf([onPicture]), 'readability')).toEqual(['contrast-unknown']);
  });

  test('cannot fail on a page that may not be the home page', () => {
    const hidden = block(filing, null, { hidden: true, look: null });
    const at = (url: string) => checksOf(pageOf([hidden], { url }), 'visibility').map(({ outcome }) => outcome);
    expect(at('https://example.cn/')).toEqual(['fail']);
    expect(at('https://example.cn/about')).toEqual(['warn']);
  });
});

describe('the holders', () => {
  test.each<[string[], string[], string]>([
    [[filing, '京ICP备2021018374号-2A'], ['one-holder', '京ICP备2021018374号'], 'services of one holder'],
    [
      [filing, '粤ICP备2022087316号-3'],
      ['several-holders', '京ICP备2021018374号', '粤ICP备2022087316号'],
      'two filings',
    ],
    [[filing, licence], ['one-holder', '京ICP备2021018374号'], 'a licence is no filing'],
    [[filing, '粤B2-20090191-18'], ['one-holder', '京ICP备2021018374号'], 'may be the same holder, numbered anew'],
    [['粤B2-20090191-18'], ['one-holder', '粤B2-20090191'], 'a licence that stands in for a filing'],
  ])('%j', (texts, expected, _why) => {
    const [check] = checksOf(pageOf(texts.map((text) => block(text))), 'holders');
    expect([check?.answer, ...(check?.parts ?? [])]).toEqual(expected);
  });

  test('numbers that cannot be read name none', () => {
    expect(answersOf(pageOf([block('京ICP备12345678号')]), 'holders')).toEqual([]);
  });

  test.each<[string[], string[], string]>([
    [['蜀ICP备19027381号-2', '川B2-20190462', '川公网安备51010402001873号'], ['provinces-agree', '51'], 'Sichuan'],
    [[filing, '粤公网安备44030502009417号'], ['provinces-differ', '11', '44'], 'a branch'],
    [['新ICP备2024015133号-4', '兵公网安备66080002000195号'], ['provinces-agree', '65'], 'the XPCC lies in Xinjiang'],
  ])('provinces: %j', (texts, expected, _why) => {
    const [check] = checksOf(pageOf(texts.map((text) => block(text))), 'provinces');
    expect([check?.answer, ...(check?.parts ?? [])]).toEqual(expected);
  });

  test('numbers of one kind are not set against each other by province', () => {
    expect(answersOf(pageOf([block(filing)]), 'provinces')).toEqual([]);
  });

  test.each<[string[], AnswerCode[]]>([
    [[filing], ['service-number']],
    [['京ICP备2021018374号'], ['subject-number']],
    [
      ['京ICP备2021018374号', '京ICP备2021018374号-2A'],
      ['subject-number', 'app-beside-site'],
    ],
    [
      [filing, '京ICP备2021018374号-3X'],
      ['service-number', 'app-beside-site'],
    ],
    [['京ICP备2021018374号-2A'], ['app-only']],
    [[police], []],
  ])('services: %j', (texts, expected) => {
    expect(answersOf(pageOf(texts.map((text) => block(text))), 'service')).toEqual(expected);
  });
});

describe('where the server stands', () => {
  const seen = (where: 'mainland' | 'outside' | 'special'): Server => ({
    state: 'seen',
    ip: '192.0.2.1',
    where,
    tableDate: '2026-11-01',
  });
  test.each<[Server, string[], string[]]>([
    [seen('mainland'), [filing], ['mainland-shown', '192.0.2.1', '2026-11-01']],
    [seen('mainland'), [], ['mainland-none', '192.0.2.1', '2026-11-01']],
    [seen('mainland'), [police], ['mainland-none', '192.0.2.1', '2026-11-01']],
    [seen('mainland'), ['萌ICP备20250577号'], ['mainland-none', '192.0.2.1', '2026-11-01']],
    [seen('mainland'), ['京ICP备12345678号'], ['mainland-none', '192.0.2.1', '2026-11-01']],
    [seen('outside'), [], ['outside-none', '192.0.2.1', '2026-11-01']],
    [seen('outside'), [licence], ['outside-shown', '192.0.2.1', '2026-11-01']],
    [seen('special'), [filing], ['server-special', '192.0.2.1']],
    [{ state: 'proxied' }, [filing], ['server-proxied']],
    [{ state: 'unseen' }, [filing], ['server-unseen']],
    [{ state: 'not-asked' }, [], ['server-not-asked']],
  ])('%j %j', (server, texts, expected) => {
    const page = pageOf(
      texts.map((text) => block(text)),
      { server },
    );
    expect(checksOf(page, 'hosting').map(({ answer, parts }) => [answer, ...parts])).toEqual([expected]);
  });
});

test.each([
  'file:///home/li/a.html',
  'about:blank',
  'data:text/html,a',
  'blob:https://example.cn/5f0b',
])('of a server nothing is said where there is none: %s', (url) => {
  expect(checksOf(pageOf([block(filing)], { url }), 'hosting')).toEqual([]);
  expect(checksOf(pageOf([], { url, server: { state: 'unseen' } }), 'hosting')).toEqual([]);
});

describe('what else a site may need', () => {
  const news = '互联网新闻信息服务许可证：11220210037';
  const culture = '京网文〔2022〕2871-094号';
  test.each<[string[], AnswerCode[], AnswerCode[], string[]]>([
    [[filing], ['police-none'], ['commercial-filing'], ['fields-none']],
    [[filing, police], ['police-shown'], ['commercial-filing'], ['fields-none']],
    [[filing, licence], ['police-none'], ['commercial-both'], ['fields-none']],
    [[licence], ['police-none'], ['commercial-licence'], ['fields-none']],
    [[police], ['police-shown'], [], []],
    [[filing, news, culture], ['police-none'], ['commercial-filing'], ['fields-shown', 'news', 'culture']],
    [[], [], [], []],
  ])('%j', (texts, ofPolice, ofCommerce, ofFields) => {
    const page = pageOf(texts.map((text) => block(text)));
    expect(answersOf(page, 'police-filing')).toEqual(ofPolice);
    expect(answersOf(page, 'commercial')).toEqual(ofCommerce);
    expect(checksOf(page, 'pre-approval').flatMap(({ answer, parts }) => [answer, ...parts])).toEqual(ofFields);
  });
});

test('the checks come worst first, then as people read them', () => {
  const page = pageOf([block(filing), block(police), block('京ICP备12345678号')]);
  const found = audit(page);
  const places = found.map(({ outcome }) => outcomes.indexOf(outcome));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  const codes = Object.keys(checks);
  for (const outcome of outcomes) {
    const ranks = found.filter((check) => check.outcome === outcome).map(({ code }) => codes.indexOf(code));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  }
  expect(worstOf(found)).toBe('fail');
  expect(worstOf([])).toBe('pass');
});

test('a check tells which findings it is about, by their place in the report', () => {
  const page = pageOf([block('提到的京ICP备2021018374号-1是别人的', null, { place: 'article' }), block(police)]);
  expect(checksOf(page, 'police-link')).toMatchObject([{ answer: 'police-link-none', findings: [1] }]);
});

test('whatever a page says and links to, checks have an outcome of their answer and name findings that are there', () => {
  const text = fc.oneof(
    fc.constantFrom(filing, licence, police, '京ICP备12345678号', '萌ICP备20250577号'),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );
  const href = fc.oneof(fc.constant(null), fc.webUrl(), fc.string());
  const pages = fc.array(fc.tuple(text, href, fc.boolean()), { maxLength: 6 });
  fc.assert(
    fc.property(pages, fc.oneof(fc.webUrl(), fc.string()), (parts, url) => {
      const blocks = parts.map(([text, href, hidden]) => block(text, href, hidden ? { hidden, look: null } : {}));
      const page: AuditedPage = pageOf(blocks, { url });
      for (const { code, answer, outcome, findings } of audit(page)) {
        expect(answers[answer].check).toBe(code);
        const softened: Check['outcome'] = answers[answer].outcome === 'fail' ? 'warn' : answers[answer].outcome;
        expect([answers[answer].outcome, softened]).toContain(outcome);
        for (const place of findings) expect(page.findings[place]).toBeDefined();
      }
    }),
  );
});

test('twice as many numbers are twice the work', () => {
  /** How often one of so many findings is taken out of their list. */
  const looks = (count: number): number => {
    const { findings: one, ...others } = pageOf([block(filing)]);
    let looked = 0;
    const many = Array.from({ length: count }, () => one.map((finding) => ({ ...finding }))).flat();
    const findings = new Proxy(many, {
      get: (target, name, receiver) => {
        if (typeof name === 'string' && /^\d+$/.test(name)) looked += 1;
        return Reflect.get(target, name, receiver);
      },
    });
    const found = audit({ ...others, findings });
    expect(found.find(({ code }) => code === 'form')?.findings).toEqual(many.map((_, place) => place));
    return looked;
  };
  expect(looks(100)).toBeGreaterThan(100);
  expect(looks(400)).toBeLessThan(looks(100) * 5);
});
