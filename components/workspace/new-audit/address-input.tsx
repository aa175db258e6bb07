import './address-input.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { joinAddresses, listOfAddresses } from '../../../lib/addresses/join-addresses.ts';
import type { BookmarkFolder } from '../../../lib/audits/api/address-sources.ts';
import type { SourcesApi } from '../../../lib/audits/api/workspace-api.ts';
import { bytesText, countText } from '../../../lib/texts/amount-texts.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { visibleText } from '../../../lib/texts/visible-text.ts';
import { Icon } from '../../shared/icon.tsx';
import { PageText } from '../../shared/page-text.tsx';
import { type Dropped, subscribeToDrops } from '../shared/drops.ts';
import { FileButton } from '../shared/file-button.tsx';
import { FolderChoice } from './folder-choice.tsx';

/**
 * How much stands in the field, in characters: about five thousand lines. Browsers lay out the whole of a field anew at each
 * key, a tenth of a second for so much and half a minute for a million lines.
 */
const maxFieldChars = 200_000;

/** A text that is too long for the field. */
export type TextPiece = { id: string; name: string; file: Blob };

/**
 * Where addresses are pasted or dropped, or taken from files, tabs and bookmarks. What is taken is put below what is there;
 * what is too long for the field is listed beneath it. `column`: the one that is wanted of a table in the field, null for the
 * likeliest; `unreadable`: the pieces whose file cannot be read.
 */
export function AddressInput(props: {
  t: Translate;
  sources: SourcesApi;
  text: string;
  onText: (text: string) => void;
  pieces: readonly TextPiece[];
  onPieces: (change: (pieces: readonly TextPiece[]) => readonly TextPiece[]) => void;
  column: number | null;
  unreadable: ReadonlySet<string>;
}) {
  const { t, sources, text, onText, pieces, onPieces, column, unreadable } = props;
  const [folders, setFolders] = useState<BookmarkFolder[] | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  // A file takes a while to read; what is written meanwhile stays.
  const latest = useRef(text);
  latest.current = text;

  const addPiece = (name: string, file: Blob): void =>
    onPieces((pieces) => [...pieces, { id: crypto.randomUUID(), name, file }]);
  const isLong = (more: string): boolean => latest.current.length + more.length > maxFieldChars;
  const add = (more: string, name: string): void => {
    if (isLong(more)) addPiece(name, new Blob([more]));
    else onText(joinAddresses(column === null ? latest.current : listOfAddresses(latest.current, column), more));
  };
  const addAll = (addresses: readonly string[] | null): void => {
    setNotice(
      addresses === null ? t('workspace_source_refused') : t('workspace_source_taken', countText(t, addresses.length)),
    );
    if (addresses !== null && addresses.length > 0) add(addresses.join('\n'), t('workspace_source_tabs'));
  };
  const addFiles = async (dropped: readonly File[]): Promise<void> => {
    for (const file of dropped) if (file.size > maxFieldChars) addPiece(file.name, file);
    const files = dropped.filter(({ size }) => size <= maxFieldChars);
    const read = await Promise.allSettled(files.map((file) => sources.readFile(file)));
    const texts = read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    if (texts.length > 0) add(texts.reduce(joinAddresses), files.map(({ name }) => name).join(', '));
    const named = (state: 'fulfilled' | 'rejected'): string =>
      files.flatMap(({ name }, index) => (read[index]?.status === state ? [name] : [])).join(', ');
    const told = [
      [named('fulfilled'), 'workspace_source_file'],
      [named('rejected'), 'workspace_source_unreadable'],
    ] as const;
    setNotice(told.flatMap(([names, key]) => (names === '' ? [] : [t(key, names)])).join(' '));
  };

  // What is dropped beside the field is meant for it; else the browser would leave this page for what was dropped.
  const take = useRef<(dropped: Dropped) => void>(() => {});
  take.current = ({ files, text }) => {
    if (files.length > 0) void addFiles(files);
    else add(text, t('workspace_piece_pasted'));
  };
  useEffect(() => subscribeToDrops(field.current, setOver, (dropped) => take.current(dropped)), []);

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
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? '';
          if (!isLong(pasted)) return;
          event.preventDefault();
          addPiece(t('workspace_piece_pasted'), new Blob([pasted]));
        }}
      />
      {pieces.length === 0 ? null : (
        <div class="pieces">
          <p class="soft" id="pieces">
            {t('workspace_pieces')}
          </p>
          <ul aria-labelledby="pieces">
            {pieces.map(({ id, name, file }) => (
              <li key={id}>
                <Icon shape={unreadable.has(id) ? 'suspect' : 'note'} />
                <PageText text={name} />
                <span class="soft">{bytesText(t, file.size)}</span>
                {unreadable.has(id) ? <span>{t('workspace_piece_unreadable')}</span> : null}
                <button
                  type="button"
                  aria-label={t('workspace_piece_remove', visibleText(name))}
                  onClick={() => onPieces((pieces) => pieces.filter((piece) => piece.id !== id))}
                >
                  {t('workspace_piece_remove_short')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
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
              setNotice(found === null ? t('workspace_source_refused') : null);
            })
          }
        >
          {t('workspace_source_bookmarks')}
        </button>
        {text === '' && pieces.length === 0 ? null : (
          <button
            type="button"
            onClick={() => {
              onText('');
              onPieces(() => []);
            }}
          >
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
        {notice}
      </p>
    </div>
  );
}
