import './file-job-panel.css';
import { useEffect, useState } from 'preact/hooks';
import type { FileWork } from '../../../lib/audits/api/file-work.ts';
import type { FilesApi } from '../../../lib/audits/api/workspace-api.ts';
import type { AuditFormat } from '../../../lib/audits/audit-format.ts';
import { countText } from '../../../lib/texts/amount-texts.ts';
import type { TextKey, Translate } from '../../../lib/texts/language/translate.ts';
import { visibleText } from '../../../lib/texts/visible-text.ts';
import { Icon } from '../../shared/icon.tsx';
import { ErrorDetail } from './error-detail.tsx';

/** The name of each file format. */
export const formatNames: Record<AuditFormat, TextKey> = {
  xlsx: 'workspace_save_xlsx',
  'csv-sites': 'workspace_save_csv_sites',
  'csv-numbers': 'workspace_save_csv_numbers',
  'csv-changes': 'workspace_save_csv_changes',
  json: 'workspace_save_json',
  evidence: 'workspace_save_evidence',
};

/** The state of the file job; null where there is none. */
export function useFileWork(files: FilesApi): FileWork | null {
  const [work, setWork] = useState<FileWork | null>(null);
  useEffect(() => files.subscribe(setWork), [files]);
  return work;
}

/** A panel for the file job: its progress, a button to cancel it, and its outcome. It stays in sight while the page scrolls. */
export function FileWorkPanel({ t, files }: { t: Translate; files: FilesApi }) {
  const work = useFileWork(files);
  const [headline, detail] = work === null ? [null, null] : describeWork(t, work);
  const isBad = work?.state === 'failed' || work?.state === 'refused';
  return (
    <section class={`file-work ${work?.state ?? 'none'}`} aria-label={work === null ? undefined : t('workspace_file')}>
      {/* Rendered before it has a text, so that screen readers announce the text. */}
      <div role={isBad ? 'alert' : 'status'} key={isBad ? 'alert' : 'status'}>
        {work === null ? null : (
          <>
            <p>
              <Icon
                shape={isBad ? 'suspect' : work.state === 'going' || work.state === 'cancelled' ? 'note' : 'valid'}
              />
              <b>{headline}</b>
            </p>
            {detail === null ? null : <p>{detail}</p>}
            {work.state === 'failed' ? <ErrorDetail t={t} why={work.why} /> : null}
          </>
        )}
      </div>
      {work?.state === 'going' ? (
        <div class="file-work-line">
          <progress
            aria-label={headline ?? ''}
            {...(work.all === null ? {} : { value: work.done, max: Math.max(1, work.all) })}
          />
          <span class="soft">
            {work.all === null ? null : t('workspace_progress_value', countText(t, work.done), countText(t, work.all))}
          </span>
          <button type="button" onClick={files.cancel}>
            {t('workspace_file_cancel')}
          </button>
        </div>
      ) : null}
      {work === null || work.state === 'going' ? null : (
        <button type="button" onClick={files.dismiss}>
          {t('workspace_close')}
        </button>
      )}
    </section>
  );
}

/** The texts for a file job: its state, and advice or a remark. */
function describeWork(t: Translate, work: FileWork): [headline: string, detail: string | null] {
  switch (work.state) {
    case 'going':
      return work.task === 'import'
        ? [t('workspace_file_opening', visibleText(work.subject)), null]
        : [t('workspace_file_writing', t(formatNames[work.task]), visibleText(work.subject)), t('workspace_file_one')];
    case 'saved':
      return [
        t('workspace_file_saved', visibleText(work.file)),
        work.cutCells === 0 ? null : t('workspace_file_cut', countText(t, work.cutCells)),
      ];
    case 'imported':
      return [t('workspace_file_imported', visibleText(work.audit.name)), null];
    case 'cancelled':
      return [t(work.task === 'import' ? 'workspace_file_import_cancelled' : 'workspace_file_save_cancelled'), null];
    case 'refused':
      return [t('workspace_file_import_failed'), work.why];
    case 'failed':
      if (work.task === 'import') {
        return [
          t(work.why === null ? 'workspace_file_import_lost' : 'workspace_file_import_failed'),
          t('workspace_file_import_advice'),
        ];
      }
      return [
        t(work.why === null ? 'workspace_file_save_lost' : 'workspace_file_save_failed'),
        t('workspace_file_save_advice'),
      ];
  }
}
