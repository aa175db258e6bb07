import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuditedPage } from './audited-page.ts';
import { answers, type Check, checks } from './catalogue.ts';
import { block, checksOf, pageOf } from './fixtures.ts';
import { outcomes, worstOf } from './outcome.ts';
import { runChecks } from './run-checks.ts';

const filing = '京ICP备2021018374号-1';
const licence = '京B2-20213086';
const police = '京公网安备11010802046193号';

test('the checks come worst first, then as people read them', () => {
  const page = pageOf([block(filing), block(police), block('京ICP备12345678号')]);
  const found = runChecks(page);
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
      for (const { code, answer, outcome, findings } of runChecks(page)) {
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
    const found = runChecks({ ...others, findings });
    expect(found.find(({ code }) => code === 'form')?.findings).toEqual(many.map((_, place) => place));
    return looked;
  };
  expect(looks(100)).toBeGreaterThan(100);
  expect(looks(400)).toBeLessThan(looks(100) * 5);
});
