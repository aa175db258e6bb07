import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findingOf, textsOf } from '../../components/shared/fixtures.ts';
import type { PopupApi } from '../audits/api/popup-api.ts';
import { writeReport } from '../browser/tab-reports.ts';
import { reportOn, type TabReport } from '../checks/site-report.ts';
import { settled } from '../jobs/fixtures.ts';
import { openPopupSession } from './popup-session.ts';

const page = { findings: [], capped: false, otherFrames: 0, server: { state: 'not-asked' } as const };
const done = (url: string): Extract<TabReport, { state: 'done' }> => ({
  state: 'done',
  ...reportOn({ url, ...page }),
});
const kept = done('https://example.cn/kept');
const fresh = done('https://example.cn/fresh');

const sendMessage = vi.fn();
const request = vi.fn();
const create = vi.fn();
const reload = vi.fn();

/** A popup over a tab: what it has shown so far, and what it may ask for. */
function open(tabId: number | null = 7) {
  const shown: TabReport[] = [];
  let api: PopupApi | null = null;
  openPopupSession(tabId, {
    t: textsOf('en'),
    now: () => new Date('2026-11-27T12:00:00.000Z'),
    draw(state, given) {
      shown.push(state);
      api = given;
    },
  });
  if (api === null) throw new Error('Nothing was shown at once.');
  return { shown, api: api as PopupApi };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.resetAllMocks();
  Object.assign(fakeBrowser.runtime, {
    sendMessage,
    getManifest: () => ({}),
    getURL: (path: string) => `extension://id${path}`,
  });
  Object.assign(fakeBrowser.permissions, { request, remove: async () => true });
  Object.assign(fakeBrowser.tabs, { create, reload });
  Object.assign(fakeBrowser.windows, { getCurrent: async () => ({ incognito: false }) });
  sendMessage.mockResolvedValue(fresh);
});

test('first the page counts as being read, then the kept report is shown, then that of the page as it is now', async () => {
  await writeReport(7, kept);
  let answer: (report: TabReport) => void = () => {};
  sendMessage.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const { shown } = open();
  expect(shown).toEqual([{ state: 'scanning' }]);
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(kept));
  answer(fresh);
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(fresh));
  expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ name: 'inspect', data: { tabId: 7 } });
});

test('a kept report that comes after that of the page as it is now is not shown', async () => {
  await writeReport(7, kept);
  const get = fakeBrowser.storage.session.get;
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const slowGet = vi.spyOn(fakeBrowser.storage.session, 'get').mockImplementation(async (key) => {
    await held;
    return get(key);
  });
  const { shown } = open();
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(fresh));
  release();
  await Promise.all(slowGet.mock.results.map(({ value }) => value));
  await settled();
  expect(shown.at(-1)).toEqual(fresh);
  slowGet.mockRestore();
});

test('where the background breaks, the page counts as failed, and the user can have it read again', async () => {
  sendMessage.mockRejectedValueOnce(new Error('The background is gone.'));
  const { shown, api } = open();
  await vi.waitFor(() => expect(shown.at(-1)).toEqual({ state: 'failed' }));
  api.retry();
  expect(shown.at(-1)).toEqual({ state: 'scanning' });
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(fresh));
});

test('where the browser names no tab, the page counts as blocked, and nothing is asked of it', async () => {
  const { shown, api } = open(null);
  await settled();
  expect(shown).toEqual([{ state: 'scanning' }, { state: 'blocked', url: '' }]);
  expect(await api.show(findingOf())).toBe(false);
  expect(await api.saveEvidence(fresh, true)).toBe('broken');
  api.reload();
  expect(reload).not.toHaveBeenCalled();
  expect(sendMessage).not.toHaveBeenCalled();
});

test('a report that changes is shown; one that is forgotten has the page read again', async () => {
  const { shown } = open();
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(fresh));
  await writeReport(7, kept);
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(kept));
  expect(sendMessage).toHaveBeenCalledOnce();
  await writeReport(7, null);
  await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(2));
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(fresh));
  expect(shown.slice(-2)).toEqual([{ state: 'scanning' }, fresh]);
});

test.each([
  ['is given', () => request.mockResolvedValue(true), true],
  ['is refused', () => request.mockResolvedValue(false), false],
  ['cannot be asked for', () => request.mockRejectedValue(new Error('No click.')), false],
])('when the permission to see servers %s, the result is returned and the page is scanned again', async (_what, set, given) => {
  const { shown, api } = open();
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(fresh));
  set();
  expect(await api.requestServerPermission()).toBe(given);
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

test('when the permission to see servers is given back, the page is read again', async () => {
  const { api } = open();
  api.removeServerPermission();
  await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(2));
});

test('an evidence report that cannot be made counts as not saved', async () => {
  const { shown, api } = open();
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(fresh));
  sendMessage.mockRejectedValue(new Error('The background is gone.'));
  expect(await api.saveEvidence(fresh, false)).toBe('broken');
});

test('openWorkspace returns whether the browser opened the workspace', async () => {
  const { api } = open();
  create.mockResolvedValueOnce({}).mockRejectedValueOnce(new Error('No window.'));
  expect(await api.openWorkspace()).toBe(true);
  expect(await api.openWorkspace()).toBe(false);
});

test('the tab of the popup is loaded again when that is asked for', () => {
  open().api.reload();
  expect(reload).toHaveBeenCalledExactlyOnceWith(7);
});
