import './popup.css';
import { useState } from 'preact/hooks';
import type { NoPicture } from '../lib/audit/page-picture.ts';
import type { SiteReport, TabReport } from '../lib/audit/site-report.ts';
import type { Finding } from '../lib/icp/finding.ts';
import type { Translate } from '../lib/words/translate.ts';
import { BlockedPage } from './blocked-page.tsx';
import { EvidenceSave } from './evidence-save.tsx';
import { FailedPage } from './failed-page.tsx';
import { Notice, type Outcome } from './notice.tsx';
import { shownNumber } from './number-card.tsx';
import { NumbersPage } from './numbers-page.tsx';
import { Summary } from './summary.tsx';

/** What the popup has others do. */
export type PopupDeeds = {
  /** Puts a text on the clipboard. `false`: the browser did not allow it. */
  copy: (text: string) => Promise<boolean>;
  /** Has the page scroll to a number and mark it. `false`: it is gone. */
  show: (finding: Finding) => Promise<boolean>;
  /** Opens an address in a new tab, in front unless told. `false`: the browser did not. */
  open: (url: string, where?: { behind: boolean }) => Promise<boolean>;
  /** Reads the page anew. */
  retry: () => void;
  /** Asks the browser to let servers be looked at. `false`: it did not. */
  askForServers: () => Promise<boolean>;
  /** Has servers no longer looked at. */
  stopAskingForServers: () => void;
  /** Loads the page anew. */
  reload: () => void;
  /** Saves the page's evidence report. Gives why there is no picture in it, null where there is one; `broken`: nothing was saved. */
  saveEvidence: (report: SiteReport, withPicture: boolean) => Promise<NoPicture | null | 'broken'>;
  /** Opens the workspace in front. `false`: the browser did not. */
  openWorkspace: () => Promise<boolean>;
  /** Closes the popup. */
  close: () => void;
};

/** The whole popup: what the page holds, the numbers, and what came of the reader's last action. */
export function Popup({ t, state, deeds }: { t: Translate; state: TabReport; deeds: PopupDeeds }) {
  const [told, tell] = useState<{ outcome: Outcome; number: string } | null>(null);

  /** What stands in front now has nothing to do with what the popup shows, so the popup goes. */
  async function leaveFor(opening: Promise<boolean>): Promise<void> {
    if (await opening) deeds.close();
    else tell({ outcome: 'open-failed', number: '' });
  }

  const actions = {
    async copy(finding: Finding) {
      const number = shownNumber(finding);
      tell({ outcome: (await deeds.copy(number)) ? 'copied' : 'copy-failed', number });
    },
    async show(finding: Finding) {
      tell({ outcome: (await deeds.show(finding)) ? 'shown' : 'gone', number: shownNumber(finding) });
    },
    async lookUp(finding: Finding, url: string) {
      const number = shownNumber(finding);
      // The popup closes when the tab opens, so the number has to be on the clipboard before.
      if (await deeds.copy(number)) await leaveFor(deeds.open(url));
      // Without it, the reader still needs the number, and to be told so.
      else tell({ outcome: (await deeds.open(url, { behind: true })) ? 'look-up-uncopied' : 'open-failed', number });
    },
  };

  const servers = {
    async ask() {
      // Nothing may come before the question: browsers want it to come straight from the click.
      if (!(await deeds.askForServers())) tell({ outcome: 'servers-refused', number: '' });
    },
    stop: deeds.stopAskingForServers,
    reload: deeds.reload,
  };

  async function saveEvidence(report: SiteReport, withPicture: boolean): Promise<void> {
    tell(null);
    tell({ outcome: outcomeOf(await deeds.saveEvidence(report, withPicture)), number: '' });
  }

  const workspace = (
    <button type="button" onClick={() => void leaveFor(deeds.openWorkspace())}>
      {t('workspace_open')}
    </button>
  );

  return (
    <>
      <Summary t={t} state={state} />
      <main>
        {state.state === 'done' ? (
          <NumbersPage
            t={t}
            report={state}
            copied={told?.outcome === 'copied' ? told.number : null}
            actions={actions}
            servers={servers}
          />
        ) : null}
        {state.state === 'blocked' ? <BlockedPage t={t} url={state.url} /> : null}
        {state.state === 'failed' ? <FailedPage t={t} onRetry={deeds.retry} /> : null}
      </main>
      <footer>
        <Notice t={t} told={told} />
        <p class="promise">
          {t(state.state === 'done' && state.findings.length > 0 ? 'what_was_checked' : 'stays_here')}
        </p>
        <div class="actions">
          {state.state === 'done' ? (
            <EvidenceSave t={t} onSave={(withPicture) => saveEvidence(state, withPicture)}>
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

function outcomeOf(none: NoPicture | null | 'broken'): Outcome {
  switch (none) {
    case 'broken':
      return 'evidence-failed';
    case 'changed':
      return 'evidence-changed';
    case null:
    case 'not-asked':
      return 'evidence-saved';
    default:
      return 'evidence-no-picture';
  }
}
