import type { PopupApi } from '../audits/api/popup-api.ts';
import {
  reloadTab,
  removeServerPermission,
  requestServerPermission,
} from '../browser/permissions/server-permission.ts';
import { copyText, openPage, requestReport, showOnPage } from '../browser/popup-actions.ts';
import { readReport, watchReport } from '../browser/tab-reports.ts';
import { openWorkspace } from '../browser/workspace-actions.ts';
import type { TabReport } from '../checks/site-report.ts';
import type { Translate } from '../texts/language/translate.ts';

/** What a popup's session depends on. `draw`: draws the popup with the tab's report and the popup's API. */
type Page = {
  t: Translate;
  now: () => Date;
  draw: (state: TabReport, api: PopupApi) => void;
};

/**
 * The states of an open popup:
 *
 *   scanning ──stored report──▶ done, blocked, failed ──report of the new scan──▶ done, blocked, failed
 *      ▲                                │
 *      └──── retry, or the tab went to another page
 *
 * `tabId` null: the browser gives no tab, so the state is `blocked`. Calls `draw` at once and after each change.
 */
export function openPopupSession(tabId: number | null, { t, now, draw }: Page): void {
  let shown: TabReport | null = null;
  let shownAt = now();

  const show = (report: TabReport | null): void => {
    shown = report;
    shownAt = now();
    draw(report ?? { state: 'scanning' }, api);
  };
  const read = (): void => {
    if (tabId === null) {
      show({ state: 'blocked', url: '' });
      return;
    }
    requestReport(tabId)
      .then(show)
      .catch(() => show({ state: 'failed' }));
  };

  const api: PopupApi = {
    copy: copyText,
    show: async ({ block, number: { start, end } }) => tabId !== null && showOnPage(tabId, { block, start, end }),
    open: openPage,
    retry() {
      show(null);
      read();
    },
    async requestServerPermission() {
      const given = await requestServerPermission().catch(() => false);
      read();
      return given;
    },
    removeServerPermission: () => void removeServerPermission().then(read),
    async saveEvidence(report, withScreenshot) {
      if (tabId === null) return 'broken';
      try {
        // Loaded on demand: with all texts of a report, it is larger than the popup itself.
        const { saveEvidence } = await import('./save-evidence.ts');
        return await saveEvidence(tabId, { report, readAt: shownAt.toISOString() }, withScreenshot, t, now);
      } catch {
        return 'broken';
      }
    },
    openWorkspace: () =>
      openWorkspace().then(
        () => true,
        () => false,
      ),
    close: () => window.close(),
    reload() {
      if (tabId !== null) void reloadTab(tabId);
    },
  };

  show(null);
  if (tabId !== null) {
    watchReport(tabId, (report) => {
      show(report);
      // The tab went to another page.
      if (report === null) read();
    });
    readReport(tabId).then(
      (kept) => {
        // The report of the new scan may have come first.
        if (shown === null && kept !== null) show(kept);
      },
      () => {},
    );
  }
  read();
}
