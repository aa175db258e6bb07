import { useMemo } from 'preact/hooks';
import type { Entry } from '../../../lib/audits/entry.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { type ColumnId, columnOf } from './entry-columns.tsx';

/** A row of the table: one site. */
export function EntryRow(props: {
  t: Translate;
  entry: Entry;
  columns: readonly ColumnId[];
  index: number;
  startPx: number;
  /** Whether the Tab key focuses this row. */
  isActive: boolean;
  isChosen: boolean;
  /** These three must be stable functions. */
  onFocus: (index: number) => void;
  onToggle: (entry: Entry) => void;
  onOpen: (entry: Entry) => void;
}) {
  const { t, entry, columns, index, startPx, isActive, isChosen, onFocus, onToggle, onOpen } = props;
  const cells = useMemo(
    () =>
      columns.map((id, place) => (
        // biome-ignore lint/a11y/useSemanticElements: a table element cannot leave rows out.
        // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus.
        <div role="gridcell" key={id} aria-colindex={place + 2} class={id}>
          {columnOf(id).cell(t, entry)}
        </div>
      )),
    [t, columns, entry],
  );
  // Few of the rows in sight change at a time. Unchanged ones are not rendered again.
  return useMemo(
    () => (
      // biome-ignore lint/a11y/useSemanticElements: a table element cannot leave rows out.
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of all rows.
      <div
        role="row"
        class="grid-row"
        data-row={index}
        tabIndex={isActive ? 0 : -1}
        aria-rowindex={index + 2}
        aria-selected={isChosen}
        style={{ translate: `0 ${startPx}px` }}
        onFocus={() => onFocus(index)}
        onClick={() => onOpen(entry)}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus. */}
        <div role="gridcell" aria-colindex={1} class="pick">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('workspace_pick', entry.asked)}
            checked={isChosen}
            onClick={(event) => event.stopPropagation()}
            onChange={() => onToggle(entry)}
          />
        </div>
        {cells}
      </div>
    ),
    [t, cells, entry, index, startPx, isActive, isChosen, onFocus, onToggle, onOpen],
  );
}
