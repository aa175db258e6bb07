import './file-job-panel.css';
import { useEffect, useState } from 'preact/hooks';
import type { FileWork } from '../../../lib/audits/api/file-work.ts';
import type { FilesApi } from '../../../lib/audits/api/workspace-api.ts';
import type { AuditFormat } from '../../../lib/audits/audit-format.ts';
import { countText } from '../../../lib/texts/amount-texts.ts';
import type { TextKey, Translate } from '../../../lib/texts/language/translate.ts';
import { visibleText } from '../../../lib/texts/visible-text.ts';
import { Icon } from '../../shared/icon.tsx';
import { Why } from './why.tsx';

/** What each file is called. */
export const formatNames: Record<AuditFormat, TextKey> = {
  xlsx: 'workspace_save_xlsx',
  'csv-sites': 'workspace_save_csv_sites',
  'csv-numbers': 'workspace_save_csv_numbers',
  'csv-changes': 'workspace_save_csv_changes',
  json: 'workspace_save_json',
  evidence: 'workspace_save_evidence',
};

/** How the work on a file stands; null where there is none. */
export function useFileWork(files: FilesApi): FileWork | null {
  const [work, setWork] = useState<FileWork | null>(null);
  useEffect(() => files.subscribe(setWork), [files]);
  return work;
}

/** The file that is being written or opened, how far it is, how to stop it, and how it ended. In sight wherever one scrolls. */
export function FileWorkPanel({ t, files }: { t: Translate; files: FilesApi }) {
  const work = useFileWork(files);
  const [told, what] = work === null ? [null, null] : wordsFor(t, work);
  const isBad = work?.state === 'failed' || work?.state === 'refused';
  return (
    <section class={`file-work ${work?.state ?? 'none'}`} aria-label={work === null ? undefined : t('workspace_file')}>
      {/* There before it speaks, so that it is read out. */}
      <div role={isBad ? 'alert' : 'status'} key={isBad ? 'alert' : 'status'}>
        {work === null ? null : (
          <>
            <p>
              <Icon
                shape={isBad ? 'suspect' : work.state === 'going' || work.state === 'cancelled' ? 'note' : 'valid'}
              />
              <b>{told}</b>
            </p>
            {what === null ? null : <p>{what}</p>}
            {work.state === 'failed' ? <Why t={t} why={work.why} /> : null}
          </>
        )}
      </div>
      {work?.state === 'going' ? (
        <div class="file-work-line">
          <progress
            aria-label={told ?? ''}
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

/** What is told of the work, and what to do about it or to know besides. */
function wordsFor(t: Translate, work: FileWork): [told: string, what: string | null] {
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
