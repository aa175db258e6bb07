import { render } from 'preact';
import { Popup } from '../../components/popup.tsx';
import type { Finding } from '../../lib/icp/finding.ts';
import { t, textLanguage } from '../../lib/platform/i18n.ts';
import { activeTabId, inspect, openPage, showOnPage } from '../../lib/platform/popup-port.ts';
import type { TabReport } from '../../lib/platform/report.ts';
import { readReport, watchReport } from '../../lib/platform/reports.ts';

document.documentElement.lang = textLanguage() === 'zh' ? 'zh-CN' : 'en';
document.title = t('extension_name');

/** Shows a tab's report and keeps it up to date for as long as the popup is open. */
function open(tabId: number, app: HTMLElement): void {
  const deeds = {
    copy: (text: string) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    show: ({ block, number: { start, end } }: Finding) => showOnPage(tabId, { block, start, end }),
    open: (url: string) => void openPage(url),
    retry: () => {
      draw(null);
      read();
    },
  };

  const draw = (report: TabReport | null): void => {
    render(<Popup t={t} state={report ?? { state: 'scanning' }} deeds={deeds} />, app);
  };

  // The store tells of changes alone, so what inspecting led to is read back even where nothing changed.
  const read = (): void => {
    inspect(tabId)
      .then(() => readReport(tabId))
      .then(draw)
      .catch(() => draw({ state: 'failed' }));
  };

  watchReport(tabId, (report) => {
    draw(report);
    // The tab went to another page.
    if (report === null) read();
  });
  readReport(tabId).then(draw, () => draw(null));
  read();
}

const app = document.getElementById('app');
const tabId = await activeTabId();
if (app !== null && tabId !== null) open(tabId, app);
