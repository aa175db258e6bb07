import './workspace.css';
import './panel.css';
import './form.css';
import './state.css';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WorkspaceApi } from '../../lib/audit/workspace-api.ts';
import type { Translate } from '../../lib/words/translate.ts';
import { Notice } from '../notice.tsx';
import { AuditPage } from './audit-page.tsx';
import { AuditsPage } from './audits-page.tsx';
import { CheckAnything } from './check-anything.tsx';
import { refuseDrops } from './drops.ts';
import { FileWorkPanel } from './file-work-panel.tsx';
import { HistoryPage } from './history-page.tsx';
import { NewAudit } from './new-audit.tsx';
import type { PageProps } from './page-props.ts';
import { hrefOf, type Route } from './route.ts';
import { SectionNav } from './section-nav.tsx';
import { SettingsPage } from './settings-page.tsx';
import { SitePage } from './site-page.tsx';
import { StoreNotice } from './store-notice.tsx';
import { Trouble } from './trouble.tsx';
import { type Draft, noDraft } from './use-draft.ts';

/** The whole workspace: its sections, the one that is shown, and what came of the reader's last action. */
export function Workspace({ t, route, api }: { t: Translate; route: Route; api: WorkspaceApi }) {
  const [copied, setCopied] = useState<{ number: string; done: boolean } | null>(null);
  const draft = useRef<Draft>(noDraft);
  const main = useRef<HTMLElement>(null);
  const shown = hrefOf(route);
  const before = useRef(shown);
  // Another part of the workspace is another page: it is read from its beginning.
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    setCopied(null);
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [shown]);

  useEffect(refuseDrops, []);

  const copy = async (number: string): Promise<void> => {
    setCopied({ number, done: await api.copy(number) });
  };
  const common = { t, api, copy, copied: copied?.done === true ? copied.number : null };

  return (
    <>
      <SectionNav t={t} section={route.section} />
      <main tabIndex={-1} ref={main}>
        <StoreNotice t={t} store={api.store} />
        <Trouble t={t} api={api} />
        <Section route={route} {...common} draft={draft} key={shown} />
        <FileWorkPanel t={t} files={api.files} />
      </main>
      <footer>
        <Notice
          t={t}
          told={copied === null ? null : { outcome: copied.done ? 'copied' : 'copy-failed', number: copied.number }}
        />
        <p class="promise">{t('workspace_promise')}</p>
      </footer>
    </>
  );
}

function Section({ route, draft, ...common }: PageProps & { route: Route; draft: RefObject<Draft> }) {
  switch (route.section) {
    case 'audits':
      if (route.audit === 'new') return <NewAudit {...common} draft={draft} />;
      return route.audit === null ? <AuditsPage {...common} /> : <AuditPage {...common} id={route.audit} />;
    case 'check':
      return <CheckAnything {...common} />;
    case 'history':
      return route.site === null ? <HistoryPage {...common} /> : <SitePage {...common} site={route.site} />;
    case 'settings':
      return <SettingsPage {...common} />;
  }
}
