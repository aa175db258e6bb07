import './entry-grid.css';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../../lib/audits/entry.ts';
import type { EntrySort } from '../../../lib/audits/entry-table.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { type ColumnId, layOut } from './entry-columns.tsx';
import { EntryRow } from './entry-row.tsx';
import { GridHead } from './grid-head.tsx';
import type { GridRows } from './grid-rows.ts';
import { HolderRow } from './holder-row.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';

/** The heights of a row and of the header, in rem. */
const rowRem = 2.25;
const headRem = 2.5;
/** How many rows Page Up and Page Down move. */
const pageRows = 15;

/**
 * The table of an audit, of any length: only the rows in sight are drawn. One row at a time takes the focus; arrows, page keys,
 * Home and End move it, Enter opens the row, Space selects it.
 */
export function EntryGrid(props: {
  t: Translate;
  name: string;
  rows: GridRows;
  columns: readonly ColumnId[];
  sort: EntrySort;
  onSort: (sort: EntrySort) => void;
  /** Changes the selected entries, given by their indexes in the audit. */
  chosen: ReadonlySet<number>;
  onChosen: (change: (chosen: ReadonlySet<number>) => ReadonlySet<number>) => void;
  /** Whether every entry shown is selected. */
  all: boolean;
  /** Selects all entries shown, or none. */
  onAll: () => void;
  onOpen: (entry: Entry) => void;
}) {
  // Stable values for rows and header, so that they are not rendered again.
  const { t, name, rows, columns, sort, onSort, chosen, onChosen, all, onAll, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [rootPx] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  const active = Math.min(current, Math.max(0, rows.count - 1));
  const { drawn, totalPx, reveal } = useVirtualRows(box, {
    count: rows.count,
    rowPx: rowRem * rootPx,
    headPx: headRem * rootPx,
    always: active,
  });
  // The row that a key moves to may not be rendered yet. This effect may still be one of an earlier rendering.
  const movesTo = useRef<number | null>(null);
  useEffect(() => {
    if (movesTo.current === null) return;
    const row = box.current?.querySelector<HTMLElement>(`[data-row="${movesTo.current}"]`);
    if (row === null || row === undefined) return;
    movesTo.current = null;
    row.focus();
  });

  const toggle = useCallback(
    ({ place }: Entry): void =>
      onChosen((chosen) => {
        const next = new Set(chosen);
        if (!next.delete(place)) next.add(place);
        return next;
      }),
    [onChosen],
  );
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(rows.count - 1, to));
    movesTo.current = next;
    setCurrent(next);
    reveal(next);
  };
  const press = (event: KeyboardEvent): void => {
    const target = event.target;
    if (!(target instanceof HTMLElement) || target.dataset['row'] === undefined) return;
    const row = rows.at(active);
    const steps: Record<string, () => void> = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      PageDown: () => move(active + pageRows),
      PageUp: () => move(active - pageRows),
      Home: () => move(0),
      End: () => move(rows.count - 1),
      Enter: () => row?.row === 'entry' && onOpen(row.entry),
      ' ': () => row?.row === 'entry' && toggle(row.entry),
    };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step();
  };

  const { tracks, minSize } = layOut(columns);
  return (
    <div class="grid-box" ref={box}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table element cannot leave rows out. */}
      <div
        role="grid"
        class="entries"
        tabIndex={-1}
        aria-label={name}
        aria-rowcount={rows.count + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        style={{ '--tracks': tracks, minInlineSize: `max(100%, ${minSize})` }}
        onKeyDown={press}
      >
        <GridHead t={t} columns={columns} sort={sort} onSort={onSort} all={all} onAll={onAll} />
        {rows.count === 0 ? null : (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          <div role="rowgroup" class="grid-body" style={{ blockSize: `${totalPx}px` }}>
            {drawn.map(({ index, startPx }) => {
              const row = rows.at(index);
              if (row === null) return null;
              const common = { t, index, startPx, isActive: index === active, onFocus: setCurrent };
              return row.row === 'heading' ? (
                <HolderRow
                  key={row.key}
                  {...common}
                  group={row.group}
                  count={row.count}
                  columnCount={columns.length + 1}
                />
              ) : (
                <EntryRow
                  key={row.key}
                  {...common}
                  entry={row.entry}
                  columns={columns}
                  isChosen={chosen.has(row.entry.place)}
                  onToggle={toggle}
                  onOpen={onOpen}
                />
              );
            })}
          </div>
        )}
      </div>
      {rows.count === 0 ? <p class="empty">{t('workspace_rows_none')}</p> : null}
    </div>
  );
}
