import './address-summary.css';
import type { AddressFault } from '../../../lib/addresses/site-address.ts';
import type { AddressSummary, TextLine } from '../../../lib/addresses/summarise-addresses.ts';
import { countText } from '../../../lib/texts/amount-texts.ts';
import type { TextKey, Translate } from '../../../lib/texts/language/translate.ts';
import { visibleText } from '../../../lib/texts/visible-text.ts';
import { Icon } from '../../shared/icon.tsx';
import { PageText } from '../../shared/page-text.tsx';

const reasons: Record<AddressFault, TextKey> = {
  'no-address': 'workspace_fault_no_address',
  scheme: 'workspace_fault_scheme',
  host: 'workspace_fault_host',
  password: 'workspace_fault_password',
  'too-long': 'workspace_fault_too_long',
};

/**
 * What was understood of texts of addresses: how many, which are the same, which lines are none and why. `names`: what each of
 * the texts is called where there are several. `onColumn`: another column of a table is to be read; `text` from 0.
 */
export function AddressSummaryView(props: {
  t: Translate;
  summary: AddressSummary;
  names: readonly string[];
  onColumn: (text: number, column: number) => void;
}) {
  const { t, summary, names, onColumn } = props;
  const { addresses, duplicates, invalidLines, tables } = summary;
  if (addresses + duplicates.count + invalidLines.count === 0) return null;
  const lineText = ({ text, line }: TextLine): string =>
    names.length < 2 ? t('workspace_line', line) : t('workspace_line_in', line, visibleText(names[text] ?? ''));
  const sameText = ({ text, line }: TextLine, { text: own }: TextLine): string =>
    text === own ? t('workspace_same_as', line) : t('workspace_same_as_in', line, visibleText(names[text] ?? ''));
  return (
    <div class="understood">
      <p role="status">
        <Icon shape={addresses > 0 ? 'valid' : 'suspect'} />
        <b>{t('workspace_understood', countText(t, addresses))}</b>
        {duplicates.count === 0 ? null : <span>{t('workspace_duplicates', countText(t, duplicates.count))}</span>}
        {invalidLines.count === 0 ? null : <span>{t('workspace_rubbish', countText(t, invalidLines.count))}</span>}
      </p>
      {tables.map((table) => (
        <ColumnChoice
          key={table.text}
          t={t}
          table={table}
          name={names.length < 2 ? null : visibleText(names[table.text] ?? '')}
          onColumn={(column) => onColumn(table.text, column)}
        />
      ))}
      {invalidLines.count === 0 ? null : (
        <details>
          <summary>{t('workspace_rubbish_show')}</summary>
          <ul>
            {invalidLines.first.map(({ at, content, reason }, place) => (
              <li key={`${at.text} ${at.line} ${place}`}>
                <b>{lineText(at)}</b> <PageText text={content} class="part" /> {t(reasons[reason])}
              </li>
            ))}
          </ul>
          <More t={t} count={invalidLines.count} named={invalidLines.first.length} />
        </details>
      )}
      {duplicates.count === 0 ? null : (
        <details>
          <summary>{t('workspace_duplicates_show')}</summary>
          <ul>
            {duplicates.first.map(({ at, asked, sameAs }, place) => (
              <li key={`${at.text} ${at.line} ${place}`}>
                <b>{lineText(at)}</b> <PageText text={asked} class="part" /> {sameText(sameAs, at)}
              </li>
            ))}
          </ul>
          <More t={t} count={duplicates.count} named={duplicates.first.length} />
        </details>
      )}
    </div>
  );
}

/** Says which column of a table was read; where others hold addresses too, another can be chosen. `name`: the table's. */
function ColumnChoice(props: {
  t: Translate;
  table: AddressSummary['tables'][number];
  name: string | null;
  onColumn: (column: number) => void;
}) {
  const { t, table, name, onColumn } = props;
  const columnText = ({ column, name }: { column: number; name: string }): string =>
    name === ''
      ? t('workspace_column', countText(t, column + 1))
      : t('workspace_column_named', countText(t, column + 1), visibleText(name));
  const read = columnText(table.columns.find(({ column }) => column === table.column) ?? { ...table, name: '' });
  return (
    <p class="column-choice">
      <span role="status">
        {name === null ? t('workspace_column_read', read) : t('workspace_column_read_in', read, name)}
      </span>
      {table.columns.length < 2 ? null : (
        <label>
          {t('workspace_column_other')}
          <select value={table.column} onChange={({ currentTarget }) => onColumn(Number(currentTarget.value))}>
            {table.columns.map((each) => (
              <option key={each.column} value={each.column}>
                {columnText(each)}
              </option>
            ))}
          </select>
        </label>
      )}
    </p>
  );
}

function More({ t, count, named }: { t: Translate; count: number; named: number }) {
  return count > named ? <p>{t('list_more', countText(t, count - named))}</p> : null;
}
