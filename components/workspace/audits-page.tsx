import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../icon.tsx';
import { AuditList } from './audit-list.tsx';
import { Banner } from './banner.tsx';
import { FileButton } from './file-button.tsx';
import { hrefOf } from './route.ts';
import { useLoaded } from './use-loaded.ts';
import type { PageProps } from './workspace.tsx';

/** All audits, and how to begin one or to take one in from a file. */
export function AuditsPage({ t, deeds }: PageProps) {
  const [audits, reload] = useLoaded(deeds.audits.list);
  const [why, setWhy] = useState<string | null>(null);
  useEffect(
    () =>
      deeds.audits.follow(({ name }) => {
        if (name === 'audits') reload();
      }),
    [deeds, reload],
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
            onFile={async (file) => {
              const imported = await deeds.audits.import(file);
              setWhy(imported.ok ? null : imported.why);
              reload();
            }}
          />
        </div>
      </div>
      <div role="alert">{why === null ? null : <Banner sort="bad">{why}</Banner>}</div>
      {audits === null ? null : audits.length === 0 ? (
        <section class="panel empty">
          <Icon shape="note" />
          <p>{t('workspace_audits_none')}</p>
          <p>{t('workspace_audits_meaning')}</p>
        </section>
      ) : (
        <AuditList t={t} deeds={deeds} audits={audits} onDelete={reload} />
      )}
    </>
  );
}
