import { useState } from 'preact/hooks';
import type { BookmarkFolder } from '../../../lib/audits/api/address-sources.ts';
import { countText } from '../../../lib/texts/amount-texts.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { visibleText } from '../../../lib/texts/visible-text.ts';

/** Which folder of bookmarks to take. */
export function FolderChoice(props: {
  t: Translate;
  folders: readonly BookmarkFolder[];
  onChoose: (folder: BookmarkFolder) => void;
}) {
  const { t, folders, onChoose } = props;
  const [place, setPlace] = useState(0);
  const chosen = folders[place];
  if (chosen === undefined) return <p class="soft">{t('workspace_folders_none')}</p>;
  return (
    <div class="actions">
      <label>
        {t('workspace_folder')}{' '}
        <select value={place} onChange={({ currentTarget }) => setPlace(Number(currentTarget.value))}>
          {folders.map(({ id, path, addresses }, place) => (
            <option key={id} value={place}>
              {visibleText(path.join(' / '))} ({countText(t, addresses.length)})
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => onChoose(chosen)}>
        {t('workspace_folder_take')}
      </button>
    </div>
  );
}
