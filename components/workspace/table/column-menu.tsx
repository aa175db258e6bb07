import { useCallback, useMemo } from 'preact/hooks';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { ChoiceMenu } from '../shared/choice-menu.tsx';
import { type ColumnId, columnIds, columnOf } from './entry-columns.tsx';

/** A menu for the columns of the table; the address is always shown. */
export function ColumnMenu(props: {
  t: Translate;
  columns: readonly ColumnId[];
  onColumns: (columns: readonly ColumnId[]) => void;
}) {
  const { t, columns, onColumns } = props;
  const options = useMemo(
    () => columnIds.filter((id) => id !== 'asked').map((id) => ({ value: id, label: t(columnOf(id).header) })),
    [t],
  );
  const chosen = useMemo(() => columns.filter((id) => id !== 'asked'), [columns]);
  const choose = useCallback(
    (chosen: readonly ColumnId[]) => onColumns(columnIds.filter((id) => id === 'asked' || chosen.includes(id))),
    [onColumns],
  );
  return <ChoiceMenu label={t('workspace_columns')} options={options} chosen={chosen} onChosen={choose} />;
}
