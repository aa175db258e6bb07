import './audits-page.css';
import { useEffect } from 'preact/hooks';
import { Icon } from '../../shared/icon.tsx';
import { FileButton } from '../shared/file-button.tsx';
import { useFileWork } from '../shared/file-job-panel.tsx';
import type { PageProps } from '../shared/page-props.ts';
import { hrefOf } from '../shared/route.ts';
import { useLoaded } from '../shared/use-loaded.ts';
import { AuditList } from './audit-list.tsx';

/** The list of all audits, with buttons to create one or to import one from a file. */
export function AuditsPage({ t, api }: PageProps) {
  const [audits, reload] = useLoaded(api.audits.list);
  const work = useFileWork(api.files);
  // Also after a cancelled job: its audit may have been imported just before.
  useEffect(reload, [work?.state, reload]);
  useEffect(
    () =>
      api.audits.subscribe(({ name }) => {
        if (name === 'audits' || name === 'full' || name === 'broken') reload();
      }),
    [api, reload],
  );
  return (
    <>
      <div class="heading">
        <h1>{t('workspace_audits')}</h1>
        <div class="actions">
          <a class="button primary" href={hrefOf({ section: 'audits', audit: 'new' })}>
            {t('workspace_new_audit')}
          </a>
          <FileButton
            label={t('workspace_import')}
            accept=".json,application/json"
            disabled={work?.state === 'going'}
            onFile={api.audits.import}
          />
        </div>
      </div>
      {audits === null ? null : audits.length === 0 ? (
        <section class="panel empty">
          <Icon shape="note" />
          <p>{t('workspace_audits_none')}</p>
          <p>{t('workspace_audits_meaning')}</p>
        </section>
      ) : (
        <AuditList t={t} api={api} audits={audits} onDelete={reload} />
      )}
    </>
  );
}
