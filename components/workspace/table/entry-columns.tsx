import './entry-columns.css';
import type { ComponentChild } from 'preact';
import type { BulkAudit } from '../../../lib/audits/bulk-audit.ts';
import { type Entry, ownCountOf } from '../../../lib/audits/entry.ts';
import type { SortColumn } from '../../../lib/audits/entry-table.ts';
import { changeStateOf } from '../../../lib/audits/filter-entries.ts';
import { subjectsOf } from '../../../lib/audits/group-holders.ts';
import { isOwn } from '../../../lib/icp/finding.ts';
import { keysOf } from '../../../lib/icp/keys-of.ts';
import { countText, momentText } from '../../../lib/texts/amount-texts.ts';
import { answerTexts } from '../../../lib/texts/answer-texts.ts';
import { changeStateTexts } from '../../../lib/texts/change-state-texts.ts';
import { kindText } from '../../../lib/texts/kind-texts.ts';
import type { TextKey, Translate } from '../../../lib/texts/language/translate.ts';
import { overallTexts } from '../../../lib/texts/outcome-texts.ts';
import { entryStateText, pageOutcomeDetailText } from '../../../lib/texts/page-outcome-texts.ts';
import { provinceText } from '../../../lib/texts/part-texts.ts';
import { statusTexts } from '../../../lib/texts/status-texts.ts';
import { outcomeShapes } from '../../report/check-row.tsx';
import { Icon } from '../../shared/icon.tsx';
import { PageText } from '../../shared/page-text.tsx';

/** A column of the table. */
type EntryColumn = {
  header: TextKey;
  /** What it is sorted by; null: it is not. */
  sort: SortColumn | null;
  /** How wide it is at least, in the size of the page's text, and its share of what room is left. */
  rem: number;
  grow: number;
  cell: (t: Translate, entry: Entry) => ComponentChild;
};

/** Every column of the table, in the order in which they stand. */
export const entryColumns = {
  place: { header: 'column_row', sort: 'place', rem: 4.5, grow: 0, cell: (t, { place }) => countText(t, place + 1) },
  asked: {
    header: 'column_asked',
    sort: 'address',
    rem: 12,
    grow: 2,
    cell: (_, { asked }) => <PageText text={asked} class="address" />,
  },
  ending: {
    header: 'column_ending',
    sort: 'ending',
    rem: 11,
    grow: 1,
    cell: (t, { ending }) => (
      <span class={`ended ${ending?.state ?? 'waiting'}`}>{entryStateText(t, ending?.state ?? 'waiting')}</span>
    ),
  },
  changes: {
    header: 'workspace_column_changes',
    sort: 'changes',
    rem: 9,
    grow: 0,
    cell: (t, entry) => {
      const state = changeStateOf(entry);
      if (state === 'unknown') return null;
      return (
        <span class={`change ${state}`}>
          {state === 'same' ? t(changeStateTexts.same) : t('workspace_change_count', countText(t, entry.changes ?? 0))}
        </span>
      );
    },
  },
  detail: {
    header: 'column_ending_detail',
    sort: null,
    rem: 10,
    grow: 1,
    cell: (t, { ending }) => text(pageOutcomeDetailText(t, ending)),
  },
  numbers: {
    header: 'column_numbers',
    sort: 'number',
    rem: 14,
    grow: 2,
    cell: (_, { numbers }) => text(joined(numbers.filter(isOwn).map(({ number }) => number))),
  },
  count: {
    header: 'column_own_count',
    sort: 'numbers',
    rem: 6.5,
    grow: 0,
    cell: (t, entry) => countOf(t, ownCountOf(entry)),
  },
  kinds: {
    header: 'column_kind',
    sort: 'kind',
    rem: 13,
    grow: 1.5,
    cell: (t, { numbers }) => text(joined(numbers.filter(isOwn).map((number) => kindText(t, number)))),
  },
  province: {
    header: 'column_province',
    sort: 'province',
    rem: 8,
    grow: 0,
    cell: (t, { numbers }) =>
      text(
        joined(numbers.filter(isOwn).flatMap(({ province }) => (province === null ? [] : provinceText(t, province)))),
      ),
  },
  status: {
    header: 'column_status',
    sort: 'status',
    rem: 9,
    grow: 0,
    cell: (t, { numbers }) => text(joined(numbers.filter(isOwn).map(({ status }) => t(statusTexts[status])))),
  },
  worst: {
    header: 'column_worst',
    sort: 'worst',
    rem: 9,
    grow: 0,
    cell: (t, { worst }) =>
      worst === null ? null : (
        <span class={`outcome ${worst}`}>
          <Icon shape={outcomeShapes[worst]} />
          {t(overallTexts[worst])}
        </span>
      ),
  },
  answers: {
    header: 'column_answers',
    sort: null,
    rem: 13,
    grow: 2,
    cell: (t, { answers }) => text(joined(answers.map((answer) => t(answerTexts[answer][0])))),
  },
  holder: {
    header: 'column_subjects',
    sort: 'holder',
    rem: 12,
    grow: 1,
    cell: (_, entry) => text(joined([...subjectsOf(entry)])),
  },
  others: {
    header: 'column_other_numbers',
    sort: null,
    rem: 14,
    grow: 1,
    cell: (_, { numbers }) => text(joined(numbers.filter((number) => !isOwn(number)).map(({ number }) => number))),
  },
  finalUrl: {
    header: 'column_final_url',
    sort: 'finalUrl',
    rem: 14,
    grow: 1.5,
    cell: (_, { finalUrl }) => text(finalUrl),
  },
  further: {
    header: 'column_further',
    sort: null,
    rem: 12,
    grow: 1,
    cell: (_, { further }) => text(further),
  },
  readAt: {
    header: 'workspace_column_read_at',
    sort: 'readAt',
    rem: 11,
    grow: 0,
    cell: (t, { readAt }) => (readAt === null ? null : <time dateTime={readAt}>{momentText(t, readAt)}</time>),
  },
  tries: {
    header: 'column_tries',
    sort: 'tries',
    rem: 8,
    grow: 0,
    cell: (t, { tries }) => countText(t, tries),
  },
} as const satisfies Record<string, EntryColumn>;

/** The name of a column. */
export type ColumnId = keyof typeof entryColumns;

/** Every column's name, in the order in which they stand. */
export const columnIds: readonly ColumnId[] = keysOf(entryColumns);

/** The columns that are shown unless the reader chooses others. */
const usualColumns: readonly ColumnId[] = ['place', 'asked', 'ending', 'numbers', 'province', 'worst', 'answers'];

/**
 * The columns with which an audit is shown: those that the reader chose last, the address among them, else the usual ones, and
 * what changed in the place of the province where the audit was made to know that.
 */
export function columnsOf(
  { repeats }: Pick<BulkAudit, 'repeats'>,
  chosen: readonly string[] | null,
): readonly ColumnId[] {
  if (chosen !== null) return columnIds.filter((id) => id === 'asked' || chosen.includes(id));
  if (repeats === undefined) return usualColumns;
  return columnIds.filter((id) => id === 'changes' || (id !== 'province' && usualColumns.includes(id)));
}

/** The box that picks a row. */
const pickRem = 2.5;

/** How wide columns are together: tracks of a CSS grid, and how wide that is at least. */
export function layOut(columns: readonly ColumnId[]): { tracks: string; minSize: string } {
  const laidOut = columns.map(columnOf);
  const tracks = laidOut.map(({ rem, grow }) => (grow === 0 ? `${rem}rem` : `minmax(${rem}rem, ${grow}fr)`));
  const rem = laidOut.reduce((sum, { rem }) => sum + rem, pickRem);
  return { tracks: [`${pickRem}rem`, ...tracks].join(' '), minSize: `${rem}rem` };
}

/** A column by its name. */
export function columnOf(id: ColumnId): EntryColumn {
  return entryColumns[id];
}

function countOf(t: Translate, count: number | null): ComponentChild {
  return count === null ? null : countText(t, count);
}

function text(value: string | null): ComponentChild {
  return value === null || value === '' ? null : <PageText text={value} />;
}

/** What several numbers have in common is said once. */
function joined(values: readonly string[]): string {
  return [...new Set(values)].join('; ');
}
