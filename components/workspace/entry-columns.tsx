import type { ComponentChild } from 'preact';
import type { Entry } from '../../lib/audit/entry.ts';
import type { SortColumn } from '../../lib/audit/entry-table.ts';
import { subjectsOf } from '../../lib/audit/group-holders.ts';
import { isOwn } from '../../lib/icp/finding.ts';
import { provinceName } from '../../lib/report/columns.ts';
import { endingDetail } from '../../lib/report/ending-words.ts';
import { answerTexts } from '../answer-texts.ts';
import { looks } from '../check-row.tsx';
import { Icon } from '../icon.tsx';
import { kindName } from '../kind-texts.ts';
import { PageText } from '../page-text.tsx';
import { statusTexts } from '../status-badge.tsx';
import type { TextKey, Translate } from '../texts.ts';
import { countText, momentText } from './amounts.ts';
import { entryStateName } from './entry-state-name.ts';

/** A column of the table. */
type EntryColumn = {
  header: TextKey;
  /** What it is sorted by; null: it is not. */
  sort: SortColumn | null;
  /** How wide it is: a track of a CSS grid. */
  track: string;
  cell: (t: Translate, entry: Entry) => ComponentChild;
};

/** Every column of the table, in the order in which they stand. */
export const entryColumns = {
  place: { header: 'column_row', sort: 'place', track: '4.5rem', cell: (t, { place }) => countText(t, place + 1) },
  asked: {
    header: 'column_asked',
    sort: 'address',
    track: 'minmax(12rem, 2fr)',
    cell: (_, { asked }) => <PageText text={asked} class="address" />,
  },
  ending: {
    header: 'column_ending',
    sort: 'ending',
    track: 'minmax(11rem, 1fr)',
    cell: (t, { ending }) => (
      <span class={`ended ${ending?.state ?? 'waiting'}`}>{entryStateName(t, ending?.state ?? 'waiting')}</span>
    ),
  },
  detail: {
    header: 'column_ending_detail',
    sort: null,
    track: 'minmax(10rem, 1fr)',
    cell: (t, { ending }) => text(endingDetail(t, ending)),
  },
  numbers: {
    header: 'column_numbers',
    sort: 'number',
    track: 'minmax(14rem, 2fr)',
    cell: (_, { numbers }) => text(joined(numbers.filter(isOwn).map(({ number }) => number))),
  },
  count: {
    header: 'column_own_count',
    sort: 'numbers',
    track: '6.5rem',
    cell: (t, { ending, numbers }) => (ending === null ? null : countText(t, numbers.filter(isOwn).length)),
  },
  kinds: {
    header: 'column_kind',
    sort: 'kind',
    track: 'minmax(13rem, 1.5fr)',
    cell: (t, { numbers }) => text(joined(numbers.filter(isOwn).map((number) => kindName(t, number)))),
  },
  province: {
    header: 'column_province',
    sort: 'province',
    track: '8rem',
    cell: (t, { numbers }) =>
      text(joined(numbers.filter(isOwn).flatMap(({ province }) => provinceName(t, province) ?? []))),
  },
  status: {
    header: 'column_status',
    sort: 'status',
    track: '9rem',
    cell: (t, { numbers }) => text(joined(numbers.filter(isOwn).map(({ status }) => t(statusTexts[status])))),
  },
  worst: {
    header: 'column_worst',
    sort: 'worst',
    track: '9rem',
    cell: (t, { worst }) =>
      worst === null ? null : (
        <span class={`outcome ${worst}`}>
          <Icon shape={looks[worst].shape} />
          {t(looks[worst].word)}
        </span>
      ),
  },
  answers: {
    header: 'column_answers',
    sort: null,
    track: 'minmax(13rem, 2fr)',
    cell: (t, { answers }) => text(joined(answers.map((answer) => t(answerTexts[answer][0])))),
  },
  holder: {
    header: 'column_subjects',
    sort: 'holder',
    track: 'minmax(12rem, 1fr)',
    cell: (_, entry) => text(joined([...subjectsOf(entry)])),
  },
  others: {
    header: 'column_other_numbers',
    sort: null,
    track: 'minmax(14rem, 1fr)',
    cell: (_, { numbers }) => text(joined(numbers.filter((number) => !isOwn(number)).map(({ number }) => number))),
  },
  finalUrl: {
    header: 'column_final_url',
    sort: 'finalUrl',
    track: 'minmax(14rem, 1.5fr)',
    cell: (_, { finalUrl }) => text(finalUrl),
  },
  further: {
    header: 'column_further',
    sort: null,
    track: 'minmax(12rem, 1fr)',
    cell: (_, { further }) => text(further),
  },
  readAt: {
    header: 'workspace_column_read_at',
    sort: 'readAt',
    track: '11rem',
    cell: (t, { readAt }) => (readAt === null ? null : <time dateTime={readAt}>{momentText(t, readAt)}</time>),
  },
  tries: {
    header: 'column_tries',
    sort: 'tries',
    track: '8rem',
    cell: (t, { tries }) => countText(t, tries),
  },
} as const satisfies Record<string, EntryColumn>;

/** The name of a column. */
export type ColumnId = keyof typeof entryColumns;

/** Every column's name, in the order in which they stand. */
export const columnIds: readonly ColumnId[] = [
  'place',
  'asked',
  'ending',
  'detail',
  'numbers',
  'count',
  'kinds',
  'province',
  'status',
  'worst',
  'answers',
  'holder',
  'others',
  'finalUrl',
  'further',
  'readAt',
  'tries',
];

/** The columns that are shown unless the reader chooses others. */
export const usualColumns: readonly ColumnId[] = [
  'place',
  'asked',
  'ending',
  'numbers',
  'province',
  'worst',
  'answers',
];

/** A column by its name. */
export function columnOf(id: ColumnId): EntryColumn {
  return entryColumns[id];
}

function text(value: string | null): ComponentChild {
  return value === null || value === '' ? null : <PageText text={value} />;
}

/** What several numbers have in common is said once. */
function joined(values: readonly string[]): string {
  return [...new Set(values)].join('; ');
}
