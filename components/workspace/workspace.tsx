import './workspace.css';
import './panel.css';
import './form.css';
import './state.css';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WorkspaceApi } from '../../lib/audits/api/workspace-api.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { Notice } from '../shared/notice.tsx';
import { AuditPage } from './audit/audit-page.tsx';
import { AuditsPage } from './audit/audits-page.tsx';
import { AuditStopNotice } from './audit-stop-notice.tsx';
import { CheckAnything } from './check/check-anything.tsx';
import { HistoryPage } from './history/history-page.tsx';
import { SitePage } from './history/site-page.tsx';
import { NewAudit } from './new-audit/new-audit.tsx';
import { type Draft, noDraft } from './new-audit/use-draft.ts';
import { SectionNav } from './section-nav.tsx';
import { SettingsPage } from './settings/settings-page.tsx';
import { refuseDrops } from './shared/drops.ts';
import { FileWorkPanel } from './shared/file-job-panel.tsx';
import type { PageProps } from './shared/page-props.ts';
import { hrefOf, type Route } from './shared/route.ts';
import { StoreNotice } from './store-notice.tsx';

/** The whole workspace: the links to its sections, the section shown, and the outcome of the reader's last action. */
export function Workspace({ t, route, api }: { t: Translate; route: Route; api: WorkspaceApi }) {
  const [copied, setCopied] = useState<{ number: string; done: boolean } | null>(null);
  const draft = useRef<Draft>(noDraft);
  const main = useRef<HTMLElement>(null);
  const shown = hrefOf(route);
  const before = useRef(shown);
  // A new route is like a new page: it is shown and read from the top.
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
        <AuditStopNotice t={t} api={api} />
        <Section route={route} {...common} draft={draft} key={shown} />
        <FileWorkPanel t={t} files={api.files} />
      </main>
      <footer>
        <Notice
          t={t}
          notice={copied === null ? null : { outcome: copied.done ? 'copied' : 'copy-failed', number: copied.number }}
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
