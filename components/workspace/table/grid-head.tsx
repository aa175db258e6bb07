import './grid-head.css';
import { useMemo } from 'preact/hooks';
import type { EntrySort } from '../../../lib/audits/entry-table.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { type ColumnId, columnOf } from './entry-columns.tsx';

/** The header of the table: the names of the columns, which sort it, and a checkbox that selects all rows. */
export function GridHead(props: {
  t: Translate;
  columns: readonly ColumnId[];
  sort: EntrySort;
  /** These two must be stable functions. */
  onSort: (sort: EntrySort) => void;
  onAll: () => void;
  /** Whether every row is selected. */
  all: boolean;
}) {
  const { t, columns, sort, onSort, all, onAll } = props;
  return useMemo(
    () => (
      // biome-ignore lint/a11y/useSemanticElements: the grid's rows are no table rows.
      <div role="rowgroup" class="grid-head">
        {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: what is in its cells takes the focus. */}
        <div role="row" aria-rowindex={1} class="grid-row">
          {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: as above. */}
          <div role="columnheader" aria-colindex={1} class="pick">
            <input type="checkbox" aria-label={t('workspace_pick_all')} checked={all} onChange={onAll} />
          </div>
          {columns.map((id, place) => {
            const { header, sort: column } = columnOf(id);
            const isSorted = column !== null && sort.column === column;
            const order = sort.descending ? 'descending' : 'ascending';
            return (
              // biome-ignore lint/a11y/useSemanticElements: as above.
              // biome-ignore lint/a11y/useFocusableInteractive: as above.
              <div role="columnheader" key={id} aria-colindex={place + 2} aria-sort={isSorted ? order : undefined}>
                {column === null ? (
                  <span>{t(header)}</span>
                ) : (
                  <button
                    type="button"
                    class="sort"
                    onClick={() => onSort({ column, descending: isSorted && !sort.descending })}
                  >
                    {t(header)}
                    <span aria-hidden="true" class="arrow">
                      {isSorted ? (sort.descending ? '▼' : '▲') : ''}
                    </span>
                  </button>
                )}
              </div>
            );
          })}
        </div>
      </div>
    ),
    [t, columns, sort, onSort, all, onAll],
  );
}
