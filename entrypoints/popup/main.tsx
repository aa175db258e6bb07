import { render } from 'preact';
import { Popup } from '../../components/popup.tsx';
import type { SiteReport, TabReport } from '../../lib/audit/site-report.ts';
import type { Finding } from '../../lib/icp/finding.ts';
import { t } from '../../lib/platform/i18n.ts';
import { activeTabId, copyText, inspect, openPage, showOnPage } from '../../lib/platform/popup-port.ts';
import { keepOnScreen } from '../../lib/platform/popup-room.ts';
import { readReport, watchReport } from '../../lib/platform/reports.ts';
import { askForServers, reloadTab, stopAskingForServers } from '../../lib/platform/server-permission.ts';
import { openWorkspace } from '../../lib/platform/workspace-port.ts';
import { languageOf } from '../../lib/words/translate.ts';

document.documentElement.lang = languageOf(t) === 'zh' ? 'zh-CN' : 'en';
document.title = t('extension_name');
keepOnScreen();

const app = document.getElementById('app');
const tabId = await activeTabId();

const deeds = {
  copy: copyText,
  show: async ({ block, number: { start, end } }: Finding) =>
    tabId !== null && showOnPage(tabId, { block, start, end }),
  open: openPage,
  retry: () => {
    draw(null);
    read();
  },
  askForServers: async () => {
    const given = await askForServers().catch(() => false);
    read();
    return given;
  },
  stopAskingForServers: () => void stopAskingForServers().then(read),
  saveEvidence: async (report: SiteReport, withPicture: boolean) => {
    if (tabId === null) return 'broken' as const;
    try {
      // With all the words of a report, it is larger than the popup itself.
      const { saveEvidence } = await import('../../lib/platform/save-evidence.ts');
      return await saveEvidence(tabId, { report, readAt: shownAt.toISOString() }, withPicture, t, () => new Date());
    } catch {
      return 'broken' as const;
    }
  },
  openWorkspace: () =>
    openWorkspace().then(
      () => true,
      () => false,
    ),
  close: () => window.close(),
  reload: () => {
    if (tabId !== null) void reloadTab(tabId);
  },
};

/** When what is shown came. */
let shownAt = new Date();

/** Shows a report; null: the page is being read. */
function draw(report: TabReport | null): void {
  shownAt = new Date();
  if (app !== null) render(<Popup t={t} state={report ?? { state: 'scanning' }} deeds={deeds} />, app);
}

/** Has the page read and shows what comes of it. */
function read(): void {
  if (tabId === null) {
    draw({ state: 'blocked', url: '' });
    return;
  }
  inspect(tabId)
    .then(draw)
    .catch(() => draw({ state: 'failed' }));
}

draw(null);
if (tabId !== null) {
  watchReport(tabId, (report) => {
    draw(report);
    // The tab went to another page.
    if (report === null) read();
  });
  readReport(tabId).then(draw, () => draw(null));
}
read();
