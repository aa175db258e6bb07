import './export-bar.css';
import type { FilesApi } from '../../../lib/audits/api/workspace-api.ts';
import { type AuditFormat, auditFormats } from '../../../lib/audits/audit-format.ts';
import { countText } from '../../../lib/texts/amount-texts.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { formatNames, useFileWork } from '../shared/file-job-panel.tsx';

/** Files to take away: of the sites that were picked, else of all that are shown. One is written at a time. */
export function ExportBar(props: {
  t: Translate;
  count: number;
  isPicked: boolean;
  /** Whether anything could be held against a report before. */
  hasChanges: boolean;
  files: FilesApi;
  onSave: (format: AuditFormat) => void;
}) {
  const { t, count, isPicked, hasChanges, files, onSave } = props;
  const isBusy = useFileWork(files)?.state === 'going';
  return (
    <div class="export">
      <span class="soft">{t(isPicked ? 'workspace_save_picked' : 'workspace_save_shown', countText(t, count))}</span>
      {(hasChanges ? auditFormats : withoutChanges).map((format) => (
        <button type="button" key={format} disabled={count === 0 || isBusy} onClick={() => onSave(format)}>
          {t(formatNames[format])}
        </button>
      ))}
    </div>
  );
}

const withoutChanges = auditFormats.filter((format) => format !== 'csv-changes');
