import type { PopupApi } from '../audits/api/popup-api.ts';
import { askForServers, reloadTab, stopAskingForServers } from '../browser/permissions/server-permission.ts';
import { copyText, inspect, openPage, showOnPage } from '../browser/popup-actions.ts';
import { readReport, watchReport } from '../browser/tab-reports.ts';
import { openWorkspace } from '../browser/workspace-actions.ts';
import type { TabReport } from '../checks/site-report.ts';
import type { Translate } from '../texts/language/translate.ts';

/** What an open popup brings along. `draw`: shows what is known of the page in the tab, with what the popup may ask for. */
type Page = {
  t: Translate;
  now: () => Date;
  draw: (state: TabReport, api: PopupApi) => void;
};

/**
 * What an open popup shows, and when:
 *
 *   scanning ──report that is kept──▶ done, blocked, failed ──report of the page as it is now──▶ done, blocked, failed
 *      ▲                                        │
 *      └──────────── retry, or the tab went to another page
 *
 * `tabId` null: the browser names no tab, so its page counts as blocked. Calls `draw` at once and at each step.
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
    inspect(tabId)
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
    async askForServers() {
      const given = await askForServers().catch(() => false);
      read();
      return given;
    },
    stopAskingForServers: () => void stopAskingForServers().then(read),
    async saveEvidence(report, withScreenshot) {
      if (tabId === null) return 'broken';
      try {
        // With all the words of a report, it is larger than the popup itself.
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
        // A report of the page as it is now may have come first.
        if (shown === null && kept !== null) show(kept);
      },
      () => {},
    );
  }
  read();
}
