import { useState } from 'preact/hooks';
import type { Translate } from '../../lib/words/translate.ts';
import { countText } from './amounts.ts';
import type { BookmarkFolder, SourceDeeds } from './deeds.ts';
import { FileButton } from './file-button.tsx';
import { FolderChoice } from './folder-choice.tsx';

/** Where addresses are pasted or dropped, or taken from files, tabs and bookmarks. What is taken is put below what is there. */
export function AddressInput(props: {
  t: Translate;
  sources: SourceDeeds;
  text: string;
  onText: (text: string) => void;
}) {
  const { t, sources, text, onText } = props;
  const [folders, setFolders] = useState<BookmarkFolder[] | null>(null);
  const [told, tell] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);

  const add = (more: string): void => onText(text.trim() === '' ? more : `${text.trimEnd()}\n${more}`);
  const addAll = (addresses: readonly string[] | null): void => {
    tell(
      addresses === null ? t('workspace_source_refused') : t('workspace_source_taken', countText(t, addresses.length)),
    );
    if (addresses !== null && addresses.length > 0) add(addresses.join('\n'));
  };
  const addFile = async (file: File): Promise<void> => {
    add(await sources.readFile(file));
    tell(t('workspace_source_file', file.name));
  };

  return (
    <div class="address-input">
      <label for="addresses">{t('workspace_addresses_label')}</label>
      <textarea
        id="addresses"
        class={isOver ? 'over' : undefined}
        rows={10}
        spellcheck={false}
        translate={false}
        value={text}
        placeholder={'example.cn\nhttps://www.example.com/about\n例子.中国'}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false);
          const [file] = event.dataTransfer?.files ?? [];
          // A text that is dropped, the field takes by itself.
          if (file === undefined) return;
          event.preventDefault();
          void addFile(file);
        }}
      />
      <div class="actions">
        <FileButton
          label={t('workspace_source_open_file')}
          accept=".txt,.csv,.tsv,.html,.htm,text/*"
          onFile={(file) => void addFile(file)}
        />
        <button type="button" onClick={() => void sources.tabs('all').then(addAll)}>
          {t('workspace_source_tabs')}
        </button>
        <button type="button" onClick={() => void sources.tabs('window').then(addAll)}>
          {t('workspace_source_window')}
        </button>
        <button
          type="button"
          onClick={() =>
            void sources.bookmarks().then((found) => {
              setFolders(found);
              tell(found === null ? t('workspace_source_refused') : null);
            })
          }
        >
          {t('workspace_source_bookmarks')}
        </button>
        {text === '' ? null : (
          <button type="button" onClick={() => onText('')}>
            {t('workspace_source_clear')}
          </button>
        )}
      </div>
      {folders === null ? null : (
        <FolderChoice
          t={t}
          folders={folders}
          onChoose={(folder) => {
            addAll(folder.addresses);
            setFolders(null);
          }}
        />
      )}
      <p role="status" class="soft">
        {told}
      </p>
    </div>
  );
}
