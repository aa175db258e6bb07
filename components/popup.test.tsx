import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { reportOn, type SiteReport, type TabReport } from '../lib/audit/site-report.ts';
import type { Finding } from '../lib/icp/finding.ts';
import { findingOf, textsOf } from './fixtures.ts';
import { Popup, type PopupDeeds } from './popup.tsx';

const t = textsOf('en');
const other = { canonical: '沪ICP备14003370号', raw: '沪ICP备14003370号' };

function drawn(state: TabReport, deeds: Partial<PopupDeeds> = {}) {
  const root = document.createElement('div');
  const all = { copy: async () => true, show: async () => true, open: vi.fn(), retry: vi.fn(), ...deeds };
  const draw = (next: TabReport): void => {
    act(() => render(<Popup t={t} state={next} deeds={all} />, root));
  };
  draw(state);
  const press = (name: string): Promise<void> =>
    act(async () => {
      const buttons = [...root.querySelectorAll('button')];
      const found = buttons.find((b) => (b.getAttribute('aria-label') ?? b.textContent) === name);
      if (found === undefined) throw new Error(`There is no button ${name}.`);
      found.click();
    });
  return {
    root,
    draw,
    press,
    summary: () => root.querySelector('h1')?.textContent,
    headings: () => [...root.querySelectorAll('h2')].map((h) => h.textContent),
    notice: () => root.querySelector('footer [role=status]')?.textContent,
  };
}

const page = (findings: Finding[], change: Partial<SiteReport> = {}): TabReport => ({
  state: 'done',
  ...reportOn({
    url: 'https://www.example.com/about',
    findings,
    capped: false,
    otherFrames: 0,
    server: { state: 'not-asked' },
    ...change,
  }),
});
const done = (...findings: Finding[]): TabReport => page(findings);

describe('the summary', () => {
  const faulty = findingOf({ ...other, status: 'suspect', problems: [{ code: 'province-alternate', part: '川' }] });

  test.each([
    [{ state: 'scanning' }, 'Reading the page…'],
    [{ state: 'blocked' }, 'This page cannot be read'],
    [{ state: 'failed' }, 'Reading this page failed'],
    [done(), 'No registration number found'],
    [done(findingOf()), '1 number; no fault in the form'],
    [done(findingOf(), faulty), '2 numbers; 1 has a fault'],
    [done(faulty, { ...faulty, block: 2 }), '2 numbers; 2 have a fault'],
    [done(findingOf({}, { role: 'mention' })), "No number of the site's own found"],
    [done(findingOf(), { ...faulty, hidden: true }, { ...faulty, role: 'mention' }), '1 number; no fault in the form'],
  ] satisfies [TabReport, string][])('%#: %s', (state, summary) => {
    expect(drawn(state).summary()).toBe(summary);
  });

  test('is read out when the report arrives', () => {
    const { draw, root, summary } = drawn({ state: 'scanning' });
    const live = root.querySelector('[role=status]');
    draw(done(findingOf()));
    expect(summary()).toBe('1 number; no fault in the form');
    expect(root.querySelector('[role=status]')).toBe(live);
    expect(live?.textContent).toContain('www.example.com');
  });
});

describe('the numbers', () => {
  test("come in order: the site's own, mentioned ones, hidden ones", () => {
    const { headings, root } = drawn(
      done(
        findingOf({}, { hidden: true, role: 'mention' }),
        findingOf({ ...other }, { role: 'mention' }),
        findingOf({ canonical: '粤ICP备20027343号' }),
      ),
    );
    expect(headings()).toEqual([
      "Shown as the site's own 1",
      'Mentioned on the page, not shown as its own 1',
      'In the source, but not on screen 1',
    ]);
    expect([...root.querySelectorAll('.number')].map((n) => n.textContent)).toEqual([
      '粤ICP备20027343号',
      '沪ICP备14003370号',
      '京ICP备2021018374号-1',
    ]);
  });

  test('keep their cards when the page is read again and gets new handles', () => {
    const { draw, root } = drawn(done(findingOf()));
    const card = root.querySelector('article');
    draw(done(findingOf({ ...other }, { block: 1 }), findingOf({}, { block: 2 })));
    expect(root.querySelectorAll('article')[1]).toBe(card);
    const ids = [...root.querySelectorAll('.number')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  test('all show, even where two are alike', () => {
    const { root } = drawn(done(findingOf(), findingOf({}, { block: 2 })));
    expect(root.querySelectorAll('article')).toHaveLength(2);
  });

  test('of a page that was cut short come with a warning', () => {
    const { root } = drawn(page([findingOf()], { capped: true }));
    expect(root.textContent).toContain(t('capped'));
    expect(drawn(done(findingOf())).root.textContent).not.toContain(t('capped'));
  });

  test('frames of other sites that were left out', () => {
    expect(drawn(page([findingOf()], { otherFrames: 2 })).root.textContent).toContain(t('other_frames', 2));
    expect(drawn(done(findingOf())).root.textContent).not.toContain(t('other_frames', 0));
  });

  test('come with the word that only their form was checked', () => {
    expect(drawn(done(findingOf())).root.querySelector('footer')?.textContent).toContain('Only the form');
  });
});

test.each([
  ['no number', done()],
  ['mentions alone', done(findingOf({}, { role: 'mention' }))],
])('a page with %s is told what that means', (_, state) => {
  expect(drawn(state).root.textContent).toContain(t('none_mainland'));
});

test('a page that failed can be tried again', async () => {
  const retry = vi.fn();
  await drawn({ state: 'failed' }, { retry }).press('Try again');
  expect(retry).toHaveBeenCalledOnce();
});

describe('actions', () => {
  test('copying tells what was copied', async () => {
    const copy = vi.fn(async () => true);
    const { press, notice, root } = drawn(done(findingOf({ ...other, raw: '沪ICP備14003370號' })), { copy });
    expect(notice()).toBe('');
    await press('Copy');
    expect(copy).toHaveBeenCalledExactlyOnceWith('沪ICP备14003370号');
    expect(notice()).toBe('Copied: 沪ICP备14003370号');
    expect(root.querySelector('[aria-label=Copied]')).not.toBeNull();
  });

  test('copying that the browser forbids says so', async () => {
    const { press, notice } = drawn(done(findingOf()), { copy: async () => false });
    await press('Copy');
    expect(notice()).toBe(t('notice_copy_failed'));
  });

  test.each([
    [true, 'Marked on the page: 京ICP备2021018374号-1'],
    [false, 'No longer on the page: 京ICP备2021018374号-1. The page has changed since it was read.'],
  ])('showing on the page: %s', async (found, words) => {
    const { press, notice } = drawn(done(findingOf()), { show: async () => found });
    await press('Show on page');
    expect(notice()).toBe(words);
  });

  test('looking up copies first, and opens the page even where copying is forbidden', async () => {
    for (const allowed of [true, false]) {
      const calls: string[] = [];
      const { press } = drawn(done(findingOf()), {
        copy: async (text) => {
          await Promise.resolve();
          calls.push(`copy ${text}`);
          return allowed;
        },
        open: (url) => calls.push(`open ${url}`),
      });
      await press('Copy and look up');
      await expect
        .poll(() => calls)
        .toEqual(['copy 京ICP备2021018374号-1', 'open https://beian.miit.gov.cn/#/Integrated/recordQuery']);
    }
  });
});
