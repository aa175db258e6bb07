import './popup.css';
import { useState } from 'preact/hooks';
import type { PopupApi } from '../../lib/audits/api/popup-api.ts';
import type { NoScreenshot } from '../../lib/audits/page-screenshot.ts';
import type { SiteReport, TabReport } from '../../lib/checks/site-report.ts';
import type { Finding } from '../../lib/icp/finding.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { shownNumber } from '../report/number-card.tsx';
import { NumbersPage } from '../report/numbers-page.tsx';
import { type ActionOutcome, Notice } from '../shared/notice.tsx';
import { BlockedPage } from './blocked-page.tsx';
import { EvidenceSave } from './evidence-save.tsx';
import { FailedPage } from './failed-page.tsx';
import { Summary } from './summary.tsx';

/** The whole popup: a summary of the page, its numbers and checks, and the outcome of the reader's last action. */
export function Popup({ t, tabReport, api }: { t: Translate; tabReport: TabReport; api: PopupApi }) {
  const [notice, setNotice] = useState<{ outcome: ActionOutcome; number: string } | null>(null);

  /** Closes the popup once another page is opened in front, because the popup is not about that page. */
  async function leaveFor(opening: Promise<boolean>): Promise<void> {
    if (await opening) api.close();
    else setNotice({ outcome: 'open-failed', number: '' });
  }

  const actions = {
    async copy(finding: Finding) {
      const number = shownNumber(finding);
      setNotice({ outcome: (await api.copy(number)) ? 'copied' : 'copy-failed', number });
    },
    async show(finding: Finding) {
      setNotice({ outcome: (await api.show(finding)) ? 'shown' : 'gone', number: shownNumber(finding) });
    },
    async lookUp(finding: Finding, url: string) {
      const number = shownNumber(finding);
      // The popup closes when the tab opens, so the number has to be on the clipboard before.
      if (await api.copy(number)) await leaveFor(api.open(url));
      // Copying failed: the page opens behind, so that the popup still shows the number, with a notice.
      else setNotice({ outcome: (await api.open(url, { behind: true })) ? 'look-up-uncopied' : 'open-failed', number });
    },
  };

  const servers = {
    async requestPermission() {
      // Must be the first call: browsers accept a permission request only straight from a click.
      if (!(await api.requestServerPermission())) setNotice({ outcome: 'servers-refused', number: '' });
    },
    removePermission: api.removeServerPermission,
    reload: api.reload,
  };

  async function saveEvidence(report: SiteReport, withScreenshot: boolean): Promise<void> {
    setNotice(null);
    setNotice({ outcome: outcomeOf(await api.saveEvidence(report, withScreenshot)), number: '' });
  }

  const workspace = (
    <button type="button" onClick={() => void leaveFor(api.openWorkspace())}>
      {t('workspace_open')}
    </button>
  );

  return (
    <>
      <Summary t={t} tabReport={tabReport} />
      <main>
        {tabReport.state === 'done' ? (
          <NumbersPage
            t={t}
            report={tabReport}
            copied={notice?.outcome === 'copied' ? notice.number : null}
            actions={actions}
            servers={servers}
          />
        ) : null}
        {tabReport.state === 'blocked' ? <BlockedPage t={t} url={tabReport.url} /> : null}
        {tabReport.state === 'failed' ? <FailedPage t={t} onRetry={api.retry} /> : null}
      </main>
      <footer>
        <Notice t={t} notice={notice} />
        <p class="promise">
          {t(tabReport.state === 'done' && tabReport.findings.length > 0 ? 'what_was_checked' : 'stays_here')}
        </p>
        <div class="actions">
          {tabReport.state === 'done' ? (
            <EvidenceSave t={t} onSave={(withScreenshot) => saveEvidence(tabReport, withScreenshot)}>
              {workspace}
            </EvidenceSave>
          ) : (
            workspace
          )}
        </div>
      </footer>
    </>
  );
}

function outcomeOf(none: NoScreenshot | null | 'broken'): ActionOutcome {
  switch (none) {
    case 'broken':
      return 'evidence-failed';
    case 'changed':
      return 'evidence-changed';
    case null:
    case 'not-asked':
      return 'evidence-saved';
    default:
      return 'evidence-no-screenshot';
  }
}
