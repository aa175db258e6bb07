import { useState } from 'preact/hooks';
import type { TextKey, Translate } from '../../lib/words/translate.ts';
import { countText } from './amounts.ts';
import type { FileFormat } from './deeds.ts';

const formats: Record<FileFormat, TextKey> = {
  xlsx: 'workspace_save_xlsx',
  'csv-sites': 'workspace_save_csv_sites',
  'csv-numbers': 'workspace_save_csv_numbers',
  json: 'workspace_save_json',
  evidence: 'workspace_save_evidence',
};

/** Files to take away: of the sites that were picked, else of all that are shown. */
export function ExportBar(props: {
  t: Translate;
  count: number;
  isPicked: boolean;
  onSave: (format: FileFormat) => Promise<void>;
}) {
  const { t, count, isPicked, onSave } = props;
  const [told, tell] = useState<TextKey | null>(null);
  const save = (format: FileFormat): void => {
    tell('workspace_save_going');
    onSave(format).then(
      () => tell('workspace_save_done'),
      () => tell('workspace_save_failed'),
    );
  };
  return (
    <div class="export">
      <span class="soft">{t(isPicked ? 'workspace_save_picked' : 'workspace_save_shown', countText(t, count))}</span>
      {formatList.map((format) => (
        <button type="button" key={format} disabled={count === 0} onClick={() => save(format)}>
          {t(formats[format])}
        </button>
      ))}
      <span role="status" class="soft">
        {told === null ? null : t(told)}
      </span>
    </div>
  );
}

const formatList: readonly FileFormat[] = ['xlsx', 'csv-sites', 'csv-numbers', 'json', 'evidence'];
