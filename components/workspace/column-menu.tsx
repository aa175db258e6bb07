import type { Translate } from '../../lib/words/translate.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import { type ColumnId, columnIds, columnOf } from './entry-columns.tsx';

/** Which columns the table has; the address is always there. */
export function ColumnMenu(props: {
  t: Translate;
  columns: readonly ColumnId[];
  onColumns: (columns: readonly ColumnId[]) => void;
}) {
  const { t, columns, onColumns } = props;
  return (
    <ChoiceMenu
      label={t('workspace_columns')}
      options={columnIds.filter((id) => id !== 'asked').map((id) => ({ value: id, label: t(columnOf(id).header) }))}
      chosen={columns.filter((id) => id !== 'asked')}
      onChosen={(chosen) => onColumns(columnIds.filter((id) => id === 'asked' || chosen.includes(id)))}
    />
  );
}
