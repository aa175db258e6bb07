import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import type { PopupApi } from '../../lib/audits/api/popup-api.ts';
import { reportOn, type SiteReport, type TabReport } from '../../lib/checks/site-report.ts';
import type { Finding } from '../../lib/icp/finding.ts';
import type { TextKey } from '../../lib/texts/language/translate.ts';
import { findingOf, textsOf } from '../shared/fixtures.ts';
import { Popup } from './popup.tsx';

const t = textsOf('en');
const other = { canonical: '沪ICP备14003370号', raw: '沪ICP备14003370号' };

function drawn(state: TabReport, api: Partial<PopupApi> = {}) {
  const root = document.createElement('div');
  const all = {
    copy: async () => true,
    show: async () => true,
    open: vi.fn(async () => true),
    retry: vi.fn(),
    requestServerPermission: async () => true,
    removeServerPermission: vi.fn(),
    reload: vi.fn(),
    saveEvidence: async () => null,
    openWorkspace: async () => true,
    close: vi.fn(),
    ...api,
  };
  const draw = (next: TabReport): void => {
    act(() => render(<Popup t={t} tabReport={next} api={all} />, root));
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
  test.each([
    [{ state: 'scanning' }, 'Reading the page…'],
    [{ state: 'blocked', url: 'about:config' }, 'This page cannot be read'],
    [{ state: 'failed' }, 'Reading this page failed'],
    [done(), 'No registration number found'],
    [done(findingOf()), '1 number, well-formed; ICP filing has no link'],
    [done(findingOf({}, { role: 'mention' })), "No number of the site's own found"],
  ] satisfies [TabReport, string][])('%#: %s', (state, summary) => {
    expect(drawn(state).summary()).toBe(summary);
  });

  test('is read out when the report arrives', () => {
    const { draw, root, summary } = drawn({ state: 'scanning' });
    const live = root.querySelector('[role=status]');
    draw(done(findingOf()));
    expect(summary()).toBe('1 number, well-formed; ICP filing has no link');
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
    expect(headings().filter((heading) => !/^(To look into|Could not be told|In order)/.test(heading ?? ''))).toEqual([
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

  test('all have cards, even where two are alike', () => {
    const { root } = drawn(done(findingOf(), findingOf({}, { block: 2 })));
    expect(root.querySelectorAll('article')).toHaveLength(2);
  });

  test('of a page that was cut short come with a warning', () => {
    const { root } = drawn(page([findingOf()], { capped: true }));
    expect(root.textContent).toContain(t('capped'));
    expect(drawn(done(findingOf())).root.textContent).not.toContain(t('capped'));
  });

  test('that the report leaves out are counted', () => {
    const { root, summary } = drawn(page([findingOf(), findingOf(other)], { capped: true, leftOut: 5_500 }));
    expect(root.querySelector('.page-note')?.textContent).toBe(
      "This page is very large. Only 2 of its numbers are listed, the site's own first; 5500 more were read and left out, and there may be others.",
    );
    expect(summary()).toMatch(/^At least 2 numbers/);
  });

  test('are rendered in parts where there are hundreds, and the focus moves to the first new one', async () => {
    const many = Array.from({ length: 180 }, (_, place) => findingOf({ canonical: `京ICP备${20_210_000 + place}号` }));
    const { root, press } = drawn(done(...many));
    document.body.append(root);
    const cards = () => [...root.querySelectorAll('.findings .card')];
    expect(cards()).toHaveLength(50);
    expect(root.querySelector('.findings .count')?.textContent).toBe('180');
    await press(t('show_more', 130));
    expect(cards()).toHaveLength(150);
    expect(document.activeElement?.closest('.card')).toBe(cards()[50]);
    await press(t('show_more', 30));
    expect(cards()).toHaveLength(180);
    expect(root.querySelector('.show-more')).toBeNull();
    expect(cards()[179]?.textContent).toContain('京ICP备20210179号');
    root.remove();
  });

  test('have checks that are rendered in parts, too, where there are hundreds, one for each linked host', () => {
    const many = Array.from({ length: 180 }, (_, place) =>
      findingOf({ canonical: `京ICP备${20_210_000 + place}号` }, { link: `https://${place}.example.com/` }),
    );
    const { root } = drawn(done(...many));
    expect(root.querySelectorAll('section.checks details.check')).toHaveLength(3 + 50);
    expect(root.querySelector('section.checks .rest .show-more')).not.toBeNull();
  });

  test('come with a remark where frames of other sites were left out', () => {
    expect(drawn(page([findingOf()], { otherFrames: 2 })).root.textContent).toContain(t('other_frames', 2));
    expect(drawn(done(findingOf())).root.textContent).not.toContain(t('other_frames', 0));
  });

  test('come with a remark on what was checked and what was not', () => {
    const words = drawn(done(findingOf())).root.querySelector('footer')?.textContent;
    expect(words).toContain('Form, display and links were checked');
    expect(words).toContain('No registry was asked');
  });
});

describe('the checks', () => {
  const unnumbered = page([], {
    server: { state: 'seen', ip: '192.0.2.7', where: 'mainland', tableDate: '2026-11-01' },
  });

  const linked = findingOf({}, { link: 'https://beian.miit.gov.cn/' });
  const names = (headings: (string | null)[]): string[] =>
    headings.map((heading) => heading?.replace(/ \d+$/, '') ?? '');

  test('that ask for a look stand above the numbers, the others below', () => {
    const { headings, root } = drawn(done(findingOf()));
    expect(names(headings())).toEqual(['To look into', "Shown as the site's own", 'Could not be told', 'In order']);
    for (const group of root.querySelectorAll('.checks')) {
      const rows = group.querySelectorAll('details.check').length;
      expect(rows).toBeGreaterThan(0);
      expect(group.querySelector('.count')?.textContent).toBe(`${rows}`);
    }
  });

  test('have nothing to look into where all is in order, and nothing is open', () => {
    const { headings, root } = drawn(page([linked], { url: 'https://www.example.com/' }));
    expect(names(headings())).toEqual(["Shown as the site's own", 'Could not be told', 'In order']);
    expect(root.querySelector('.checks')).not.toBeNull();
    expect(root.querySelector('details[open]')).toBeNull();
  });

  test('that are many are closed but for the worst', () => {
    const police = { kind: 'psb-filing', canonical: '京公网安备11010802046193号', service: null } as const;
    const look = { fontSizePx: 6, contrast: 1.5, centred: false, belowFold: true };
    const findings = [findingOf({}, { look }), findingOf(other, { look }), findingOf(police, { look })];
    const { root } = drawn(page(findings, { url: 'https://www.example.com/' }));
    const section = root.querySelector('section.checks');
    expect([...(section?.querySelectorAll(':scope > ul .statement') ?? [])].map((e) => e.textContent)).toEqual([
      'ICP filing has no link',
      'a number in very small text',
      'a number faint on its background',
    ]);
    expect(section?.querySelector('.rest > summary')?.textContent).toBe('2 more');
    expect(section?.querySelectorAll('.rest .check')).toHaveLength(2);
  });

  test('show on a page without numbers, where they say whether one is needed', () => {
    const { headings, root, summary } = drawn(unnumbered);
    expect(headings()).toEqual(['To look into 1']);
    expect(summary()).toBe('No registration number found; mainland server, no ICP filing shown');
    expect(root.querySelector('.check')?.textContent).toContain('192.0.2.7');
    expect(root.textContent).toContain(t('none_mainland'));
  });

  test('of a page that is read again keep what is open', () => {
    const { draw, root } = drawn(done(findingOf()));
    const row = root.querySelector<HTMLDetailsElement>('details.check');
    if (row !== null) row.open = true;
    draw(done(findingOf({ ...other }, { block: 1 }), findingOf({}, { block: 2 })));
    expect(root.querySelector('details.check')).toBe(row);
    expect(row?.open).toBe(true);
  });
});

describe('the look-up of servers', () => {
  test('is requested by a click, and a refusal shows a notice', async () => {
    for (const given of [true, false]) {
      const requestServerPermission = vi.fn(async () => given);
      const { press, notice } = drawn(done(), { requestServerPermission });
      await press(t('servers_ask'));
      expect(requestServerPermission).toHaveBeenCalledOnce();
      expect(notice()).toBe(given ? '' : t('notice_servers_refused'));
    }
  });

  test('offers to reload a page that is older than the permission', async () => {
    const reload = vi.fn();
    await drawn(page([], { server: { state: 'unseen' } }), { reload }).press(t('servers_reload'));
    expect(reload).toHaveBeenCalledOnce();
  });

  test.each([
    { state: 'unseen' },
    { state: 'proxied' },
    { state: 'seen', ip: '10.0.0.1', where: 'special', tableDate: '2026-11-01' },
    { state: 'seen', ip: '192.0.2.7', where: 'outside', tableDate: '2026-11-01' },
  ] satisfies SiteReport['server'][])('can be stopped where the server is %j', async (server) => {
    const removeServerPermission = vi.fn();
    await drawn(page([], { server }), { removeServerPermission }).press(t('servers_stop'));
    expect(removeServerPermission).toHaveBeenCalledOnce();
  });
});

test.each([
  ['no number', done()],
  ['mentions alone', done(findingOf({}, { role: 'mention' }))],
])('a page with %s says what that means', (_, state) => {
  expect(drawn(state).root.textContent).toContain(t('none_mainland'));
});

describe('a page that is no web page', () => {
  const places = [
    ['about:config', 'blocked_internal', undefined],
    ['chrome://version/', 'blocked_internal', undefined],
    ['moz-extension://5f0b/workspace.html', 'blocked_internal', undefined],
    ['view-source:https://example.cn/', 'blocked_source', 'example.cn'],
    ['about:reader?url=https%3A%2F%2Fwww.example.cn%2F', 'blocked_reader', 'www.example.cn'],
    ['about:blank', 'blocked_siteless', undefined],
    ['file:///home/li/%E5%90%88%E5%90%8C.html', 'blocked_file', 'Local file: 合同.html'],
    ['https://addons.mozilla.org/', 'blocked_store', 'addons.mozilla.org'],
    ['https://example.cn/a.pdf', 'blocked_web', 'example.cn'],
    ['', 'blocked_meaning', undefined],
  ] as const;

  test.each(places)('%j cannot be read: %s', (url, meaning, name) => {
    const { root } = drawn({ state: 'blocked', url });
    expect(root.querySelector('main p')?.textContent).toBe(t(meaning));
    expect(root.querySelector('.host')?.textContent).toBe(name);
    expect(root.querySelector('main')?.textContent).not.toMatch(/\$\d|mainland/);
  });

  test.each([
    ['file:///home/li/a.html', 'none_file'],
    ['about:blank', 'none_siteless'],
    ['data:text/html,<p>a</p>', 'none_siteless'],
    ['blob:https://example.cn/5f0b', 'none_siteless'],
  ] as const)('%j without numbers shows no text on sites and servers', (url, first) => {
    const { root } = drawn(page([], { url }));
    expect(root.querySelector('main p')?.textContent).toBe(t(first));
    expect(root.querySelector('main')?.textContent).not.toMatch(/mainland|server|breaks a rule/);
    expect(root.querySelector('main button')).toBeNull();
  });
});

test('a page that failed can be tried again', async () => {
  const retry = vi.fn();
  await drawn({ state: 'failed' }, { retry }).press('Try again');
  expect(retry).toHaveBeenCalledOnce();
});

describe('actions', () => {
  test('copying a number shows a notice with the number', async () => {
    const copy = vi.fn(async () => true);
    const { press, notice, root } = drawn(done(findingOf({ ...other, raw: '沪ICP備14003370號' })), { copy });
    expect(notice()).toBe('');
    await press(t('copy'));
    expect(copy).toHaveBeenCalledExactlyOnceWith('沪ICP备14003370号');
    expect(notice()).toBe(t('notice_copied', '沪ICP备14003370号'));
    expect(root.querySelector('[aria-label=Copied]')).not.toBeNull();
  });

  test('copying that the browser forbids shows a notice', async () => {
    const { press, notice } = drawn(done(findingOf()), { copy: async () => false });
    await press(t('copy'));
    expect(notice()).toBe(t('notice_copy_failed'));
  });

  test.each([
    [true, t('notice_shown', '京ICP备2021018374号-1')],
    [false, 'No longer on the page: 京ICP备2021018374号-1. The page has changed since it was read.'],
  ])('showing on the page: %s', async (found, words) => {
    const { press, notice } = drawn(done(findingOf()), { show: async () => found });
    await press(t('show'));
    expect(notice()).toBe(words);
  });

  const queryPage = 'https://beian.miit.gov.cn/#/Integrated/recordQuery';

  test.each<[string, { copied: boolean; opened: boolean }, string[], TextKey | null]>([
    ['then the popup goes', { copied: true, opened: true }, [`open ${queryPage}`, 'close'], null],
    [
      'without leave to copy, the page opens behind and the popup stays to tell',
      { copied: false, opened: true },
      [`open ${queryPage} behind`],
      'notice_look_up_uncopied',
    ],
    ['a page that does not open is told', { copied: true, opened: false }, [`open ${queryPage}`], 'notice_open_failed'],
    ['neither', { copied: false, opened: false }, [`open ${queryPage} behind`], 'notice_open_failed'],
  ])('looking up copies first: %s', async (_, { copied, opened }, after, told) => {
    const calls: string[] = [];
    const { press, notice } = drawn(done(findingOf()), {
      copy: async (text) => {
        await Promise.resolve();
        calls.push(`copy ${text}`);
        return copied;
      },
      open: async (url, where) => {
        await Promise.resolve();
        calls.push(`open ${url}${where?.behind ? ' behind' : ''}`);
        return opened;
      },
      close: () => void calls.push('close'),
    });
    await press(t('look_up'));
    await expect.poll(() => calls).toEqual(['copy 京ICP备2021018374号-1', ...after]);
    await expect.poll(notice).toBe(told === null ? '' : t(told));
  });

  test.each<[TabReport, boolean]>([
    [done(findingOf()), true],
    [{ state: 'failed' }, true],
    [{ state: 'scanning' }, false],
  ])('opening the workspace closes the popup once it is open, and not where it does not open: %j', async (state, opened) => {
    const close = vi.fn();
    const { press, notice } = drawn(state, { openWorkspace: async () => opened, close });
    await press(t('workspace_open'));
    await expect.poll(() => close.mock.calls.length).toBe(opened ? 1 : 0);
    expect(notice()).toBe(opened ? '' : t('notice_open_failed'));
  });
});

describe('the evidence report', () => {
  const box = (root: HTMLElement) => root.querySelector<HTMLInputElement>('footer input[type=checkbox]');

  test('is offered for a page that was read, with numbers or without, and for no other', () => {
    for (const state of [done(findingOf()), done()]) expect(box(drawn(state).root)?.checked).toBe(true);
    const others = [{ state: 'scanning' }, { state: 'blocked', url: '' }, { state: 'failed' }] as const;
    for (const state of others) expect(box(drawn(state).root)).toBeNull();
  });

  test.each([
    [null, 'notice_evidence_saved'],
    ['not-asked', 'notice_evidence_saved'],
    ['changed', 'notice_evidence_changed'],
    ['not-allowed', 'notice_evidence_no_picture'],
    ['failed', 'notice_evidence_no_picture'],
    ['broken', 'notice_evidence_failed'],
  ] as const)('%s: says %s', async (none, text) => {
    const { press, notice } = drawn(done(findingOf()), { saveEvidence: async () => none });
    await press(t('evidence_save'));
    expect(notice()).toBe(t(text));
  });

  test('is saved once at a time, as asked, and says that it is being saved', async () => {
    let end = (_none: null): void => {};
    const saveEvidence = vi.fn(() => new Promise<null>((resolve) => (end = resolve)));
    const report = done(findingOf());
    const { root, press, notice } = drawn(report, { saveEvidence });
    // What is in no document is not clicked.
    await act(async () => {
      Object.assign(box(root) ?? {}, { checked: false });
      box(root)?.dispatchEvent(new Event('change'));
    });
    await press(t('evidence_save'));
    await press(t('evidence_saving'));
    expect(saveEvidence).toHaveBeenCalledExactlyOnceWith(report, false);
    expect(notice()).toBe('');
    await act(async () => end(null));
    expect(notice()).toBe(t('notice_evidence_saved'));
    await vi.waitFor(() => press(t('evidence_save')));
    expect(saveEvidence).toHaveBeenCalledTimes(2);
  });
});
