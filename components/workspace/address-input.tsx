import { useEffect, useRef, useState } from 'preact/hooks';
import { joinAddresses } from '../../lib/audit/join-addresses.ts';
import type { Translate } from '../../lib/words/translate.ts';
import { countText } from './amounts.ts';
import type { BookmarkFolder, SourceDeeds } from './deeds.ts';
import { type Dropped, followDrops } from './drops.ts';
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
  const field = useRef<HTMLTextAreaElement>(null);
  // A file takes a while to read; what is written meanwhile stays.
  const latest = useRef(text);
  latest.current = text;

  const add = (more: string): void => onText(joinAddresses(latest.current, more));
  const addAll = (addresses: readonly string[] | null): void => {
    tell(
      addresses === null ? t('workspace_source_refused') : t('workspace_source_taken', countText(t, addresses.length)),
    );
    if (addresses !== null && addresses.length > 0) add(addresses.join('\n'));
  };
  const addFiles = async (files: readonly File[]): Promise<void> => {
    const read = await Promise.allSettled(files.map((file) => sources.readFile(file)));
    const texts = read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    if (texts.length > 0) add(texts.reduce(joinAddresses));
    const named = (state: 'fulfilled' | 'rejected'): string =>
      files.flatMap(({ name }, index) => (read[index]?.status === state ? [name] : [])).join(', ');
    const told = [
      [named('fulfilled'), 'workspace_source_file'],
      [named('rejected'), 'workspace_source_unreadable'],
    ] as const;
    tell(told.flatMap(([names, key]) => (names === '' ? [] : [t(key, names)])).join(' '));
  };

  // What is dropped beside the field is meant for it; else the browser would leave this page for what was dropped.
  const take = useRef<(dropped: Dropped) => void>(() => {});
  take.current = ({ files, text }) => {
    if (files.length > 0) void addFiles(files);
    else add(text);
  };
  useEffect(() => followDrops(field.current, setOver, (dropped) => take.current(dropped)), []);

  return (
    <div class="address-input">
      <label for="addresses">{t('workspace_addresses_label')}</label>
      <textarea
        ref={field}
        id="addresses"
        class={isOver ? 'over' : undefined}
        rows={10}
        spellcheck={false}
        translate={false}
        value={text}
        placeholder={'example.cn\nhttps://www.example.com/about\n例子.中国'}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      <div class="actions">
        <FileButton
          label={t('workspace_source_open_file')}
          accept=".txt,.csv,.tsv,.html,.htm,text/*"
          onFile={(file) => void addFiles([file])}
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
