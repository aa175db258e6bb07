import type { Page } from '@playwright/test';
import type { BrowserSession } from '../../cli/browser/open-browser.ts';
import type { Entry } from '../../lib/audits/entry.ts';
import { type TextKey, textsOf } from '../../tests/support/texts.ts';
import { fillAudit, filledAudit, filledEntry, rows } from './filled-audit.ts';
import { openWorkspace } from './open-workspace.ts';
import { costBetween, costMeter } from './page-cost.ts';
import { type Result, round, target } from './result.ts';

const maxMs = 100;
/** How long loading may keep the page from answering. */
const maxTaskMs = 200;
/** Below this Chromium tells of no interaction, of no task and of no frame. */
const minInteractionMs = 16;
const minTaskMs = 50;
/** Changes that an audit tells of while the table is looked at: how many at a time, and how often. */
const changed = 20;
const changes = 5;

const { text } = textsOf('en');

/** What a page notes of itself. */
type Timings = { events: number[]; tasks: number[]; frames: number[]; firstRowMs: number | null };

/**
 * What a table of a hundred thousand rows costs people: how long until it is there, how long an interaction takes until it is
 * painted (the browser's own Event Timing), and how long an audit's changes keep the page when they are drawn. `cpuMs` is what
 * the processor spent in the page's main thread for a step: all its interactions, and what drives them.
 */
export async function benchTable(browser: BrowserSession, print: (result: Result) => void): Promise<void> {
  const other = await openWorkspace(browser, '#audits');
  await other.getByRole('heading', { level: 1 }).waitFor();
  await fillAudit(other);
  const page = await openWorkspace(browser, `#audits/${filledAudit.id}`, recordTimings);
  await page.locator('.grid-body [role=row]').first().waitFor();
  await waitUntilPainted(page);
  const loading = await takeTimings(page);
  const longestMs = longestOf(loading.tasks, minTaskMs);
  print({
    bench: 'loading a table',
    rows,
    firstRowMs: loading.firstRowMs === null ? null : round(loading.firstRowMs),
    tasksOver50Ms: loading.tasks.length,
    target: target('longest task in ms', longestMs, maxTaskMs),
  });
  const spent = await costMeter(page);
  let told = 0;
  for (const [step, act] of Object.entries(stepsOn(page))) {
    const before = await spent();
    await act();
    await waitUntilPainted(page);
    const { cpuMs } = costBetween(before, await spent());
    const { events } = await takeTimings(page);
    told += events.length;
    // What took less than the browser's least is not told.
    const slowest = longestOf(events, minInteractionMs);
    print({
      bench: 'interaction with the table',
      rows,
      step,
      told: events.length,
      cpuMs: round(cpuMs),
      target: target('ms', slowest, maxMs),
    });
  }
  if (told === 0) throw new Error('The browser told of no interaction with the table.');
  await benchChanges(page, other, print);
  await page.close();
  await other.close();
}

/** How long drawing what changed keeps the page, while another page works on the audit and this one shows it. */
async function benchChanges(page: Page, other: Page, print: (result: Result) => void): Promise<void> {
  await sortBy(page, 'column_numbers');
  await waitUntilPainted(page);
  await takeTimings(page);
  const first = page.locator('.grid-body [role=row]').first();
  await first.waitFor();
  const drawn: number[] = [];
  for (let change = 0; change < changes; change++) {
    // Some become the first of the order, then some the last.
    const number = change % 2 === 0 ? '云ICP备00000000号' : null;
    const entries = Array.from({ length: changed }, (_, index): Entry => {
      const entry = filledEntry((index * 4999) % rows);
      return { ...entry, numbers: entry.numbers.map((each) => ({ ...each, number: number ?? each.number })) };
    });
    const whenDrawn = first.evaluate(
      (row) =>
        new Promise<void>((resolve) => {
          const body = row.parentElement;
          if (body !== null)
            new MutationObserver(() => resolve()).observe(body, {
              childList: true,
              subtree: true,
              characterData: true,
            });
        }),
    );
    await other.evaluate((entries) => {
      const channel = new BroadcastChannel('icp-lens-audits');
      for (const entry of entries) channel.postMessage({ name: 'entry', entry, isOpen: false });
      channel.close();
    }, entries);
    await whenDrawn;
    await waitUntilPainted(page);
    const { frames, tasks } = await takeTimings(page);
    drawn.push(longestOf([...frames, ...tasks], 0));
  }
  print({
    bench: 'changes of an audit drawn',
    rows,
    changed,
    changes,
    told: drawn.filter((ms) => ms > 0).length,
    target: target('longest frame in ms', longestOf(drawn, minTaskMs), maxMs),
  });
}

/** The longest of some times, and no less than `least`. */
function longestOf(times: readonly number[], least: number): number {
  return times.reduce((longest, ms) => Math.max(longest, ms), least);
}

/** What people do with the table. Each step may be several interactions, of which the slowest counts. */
function stepsOn(page: Page): Record<string, () => Promise<void>> {
  const search = page.getByPlaceholder(text('workspace_search'));
  const rowBoxes = page.locator('.grid-body [role=row] input');
  const all = page.getByLabel(text('workspace_pick_all'));
  const group = page.getByLabel(text('workspace_group'));
  const view = (key: TextKey) => page.locator('.switch').getByText(text(key));
  const choose = (menu: TextKey, choice: string) => async (): Promise<void> => {
    const summary = page.locator('summary', { hasText: text(menu) });
    await summary.click();
    const box = summary.locator('..').getByRole('checkbox', { name: choice, exact: true });
    await box.click();
    await box.click();
    await summary.click();
  };
  return {
    'sort by a text': () => sortBy(page, 'column_asked'),
    'sort by it again': () => sortBy(page, 'column_asked'),
    'sort by another text': () => sortBy(page, 'column_numbers'),
    'sort by a state': () => sortBy(page, 'column_ending'),
    'sort by a province': () => sortBy(page, 'column_province'),
    'search, letter by letter': () => search.pressSequentially('site-4'),
    'search for another word': () => search.press('Control+a').then(() => search.pressSequentially('备2021100')),
    'clear the search': () => search.press('Control+a').then(() => search.press('Delete')),
    'filter by ending': choose('column_ending', text('ending_none')),
    'filter by kind': choose('column_kind', text('kind_icp_filing')),
    'filter by province': choose('column_province', 'Sichuan'),
    'filter by status': choose('column_status', text('status_valid')),
    'filter by worst check': choose('column_worst', text('outcome_warn')),
    'filter by a check': choose('column_answers', text('answer_filing_link_outdated')),
    'pick a row': () => rowBoxes.first().click(),
    'pick all': () => all.click(),
    'drop one of all': () => rowBoxes.first().click(),
    'drop all': () => all.click().then(() => all.click()),
    'open a row': async () => {
      await page.locator('.grid-body [role=row] .asked').first().click();
      await page.getByRole('dialog').getByRole('heading').first().waitFor();
      await page.keyboard.press('Escape');
    },
    'down the table': async () => {
      await page.locator('.grid-body [role=row]').first().focus();
      await page.keyboard.press('End');
    },
    'down by a page, up by a page': () => page.keyboard.press('PageUp').then(() => page.keyboard.press('PageDown')),
    'up the table': () => page.keyboard.press('Home'),
    'choose a column': choose('workspace_columns', text('column_tries')),
    'charts and back': () =>
      view('workspace_view_charts')
        .click()
        .then(() => view('workspace_view_table').click()),
    'group by holder': () => group.click(),
    'search in groups': () => search.pressSequentially('99'),
    'clear it in groups': () => search.press('Control+a').then(() => search.press('Delete')),
    ungroup: () => group.click(),
  };
}

async function sortBy(page: Page, column: TextKey): Promise<void> {
  await page
    .getByRole('columnheader')
    .getByRole('button', { name: text(column) })
    .click();
}

/** Has a page note from its beginning what the browser tells of it. */
async function recordTimings(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const notes: Timings = { events: [], tasks: [], frames: [], firstRowMs: null };
    Object.assign(globalThis, { notes });
    const lists = { event: notes.events, longtask: notes.tasks, 'long-animation-frame': notes.frames };
    for (const [type, durations] of Object.entries(lists)) {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          // Of events, only those of which an interaction is made.
          if (!('interactionId' in entry) || Number(entry.interactionId) > 0) durations.push(entry.duration);
        }
      }).observe({ type, durationThreshold: 16 } as PerformanceObserverInit);
    }
    const rows = new MutationObserver(() => {
      if (document.querySelector('.grid-body [role=row]') === null) return;
      rows.disconnect();
      requestAnimationFrame(() => {
        notes.firstRowMs = performance.now();
      });
    });
    rows.observe(document, { childList: true, subtree: true });
  });
}

/** What a page noted since it was last asked. */
async function takeTimings(page: Page): Promise<Timings> {
  return page.evaluate(() => {
    const { notes } = globalThis as unknown as { notes: Timings };
    const { events, tasks, frames, firstRowMs } = notes;
    return { events: events.splice(0), tasks: tasks.splice(0), frames: frames.splice(0), firstRowMs };
  });
}

/** Until what was done is painted and the browser has told of it. */
async function waitUntilPainted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // The second frame begins when the first, with what changed, has been painted.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => requestIdleCallback(resolve));
  });
}
