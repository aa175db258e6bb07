import type { Change } from '../audits/compare-reports.ts';
import { type Entry, type EntryNumber, ownCountOf } from '../audits/entry.ts';
import { subjectsOf } from '../audits/group-holders.ts';
import { isOwn } from '../icp/finding.ts';
import { isFormKnown } from '../icp/known-form.ts';
import { changeText } from '../texts/change-texts.ts';
import type { TextKey } from '../texts/language/translate.ts';
import { pageOutcomeDetailText, pageOutcomeText } from '../texts/page-outcome-texts.ts';
import { provinceText } from '../texts/part-texts.ts';
import type { ReportTexts } from '../texts/report-texts.ts';
import { roleTexts } from '../texts/role-texts.ts';

/** A value of a table. Dates are times, shown in UTC; null is an empty cell. */
export type Value = string | number | Date | null;

/** The type of a column's values, for formats that have types. Registration numbers are text: they may begin with any sign. */
export type ValueType = 'text' | 'count' | 'date';

/** A column of an export, for every format that has columns. */
export type ExportColumn<Row> = {
  /** Its name for programs. It stays when the words change. */
  code: string;
  header: TextKey;
  type: ValueType;
  /** Usual width of its values, in Latin characters. */
  width: number;
  value: (row: Row, words: ReportTexts) => Value;
};

/** A number with the site it stands on. */
export type NumberRow = { entry: Entry; number: EntryNumber };

/** A change of a site, with the times of its two reports (ISO 8601 in UTC). */
export type ChangeRow = { address: string; olderAt: string; newerAt: string; change: Change };

/** The separator of several values in one cell. */
const separator = '; ';

/** The columns of a table with one row for each site. */
export const siteColumns: readonly ExportColumn<Entry>[] = [
  { code: 'row', header: 'column_row', type: 'count', width: 6, value: ({ place }) => place + 1 },
  { code: 'asked', header: 'column_asked', type: 'text', width: 30, value: ({ asked }) => asked },
  { code: 'final_url', header: 'column_final_url', type: 'text', width: 36, value: ({ finalUrl }) => finalUrl },
  {
    code: 'ending',
    header: 'column_ending',
    type: 'text',
    width: 18,
    value: ({ ending }, { t }) => pageOutcomeText(t, ending),
  },
  {
    code: 'ending_detail',
    header: 'column_ending_detail',
    type: 'text',
    width: 24,
    value: ({ ending }, { t }) => pageOutcomeDetailText(t, ending),
  },
  {
    code: 'own_count',
    header: 'column_own_count',
    type: 'count',
    width: 9,
    value: ownCountOf,
  },
  {
    code: 'numbers',
    header: 'column_numbers',
    type: 'text',
    width: 44,
    value: ({ numbers }) => joined(numbers.filter(isOwn).map(({ number }) => number)),
  },
  {
    code: 'subjects',
    header: 'column_subjects',
    type: 'text',
    width: 26,
    value: (entry) => joined([...subjectsOf(entry)]),
  },
  {
    code: 'other_numbers',
    header: 'column_other_numbers',
    type: 'text',
    width: 30,
    value: ({ numbers }) => joined(numbers.filter((number) => !isOwn(number)).map(({ number }) => number)),
  },
  {
    code: 'worst',
    header: 'column_worst',
    type: 'text',
    width: 12,
    value: ({ worst }, { overall }) => (worst === null ? null : overall(worst)),
  },
  {
    code: 'answers',
    header: 'column_answers',
    type: 'text',
    width: 44,
    value: ({ answers }, { statement }) => joined(answers.map(statement)),
  },
  {
    code: 'changes',
    header: 'column_changes',
    type: 'count',
    width: 12,
    value: ({ changes }) => changes ?? null,
  },
  { code: 'read_at', header: 'column_read_at', type: 'date', width: 20, value: ({ readAt }) => moment(readAt) },
  { code: 'further', header: 'column_further', type: 'text', width: 24, value: ({ further }) => further },
  { code: 'tries', header: 'column_tries', type: 'count', width: 8, value: ({ tries }) => tries },
];

/** The columns of a table with one row for each number. */
export const numberColumns: readonly ExportColumn<NumberRow>[] = [
  { code: 'row', header: 'column_row', type: 'count', width: 6, value: ({ entry }) => entry.place + 1 },
  { code: 'asked', header: 'column_asked', type: 'text', width: 30, value: ({ entry }) => entry.asked },
  { code: 'final_url', header: 'column_final_url', type: 'text', width: 36, value: ({ entry }) => entry.finalUrl },
  { code: 'number', header: 'column_number', type: 'text', width: 30, value: ({ number }) => number.number },
  { code: 'kind', header: 'column_kind', type: 'text', width: 34, value: ({ number }, { kind }) => kind(number) },
  {
    code: 'province',
    header: 'column_province',
    type: 'text',
    width: 14,
    value: ({ number: { province } }, { t }) => (province === null ? null : provinceText(t, province)),
  },
  {
    code: 'status',
    header: 'column_status',
    type: 'text',
    width: 14,
    value: ({ number }, { status }) => status(number.status, isFormKnown(number.kind)),
  },
  {
    code: 'role',
    header: 'column_role',
    type: 'text',
    width: 18,
    value: ({ entry, number }, { t }) => t(standingOf(entry, number)),
  },
  {
    code: 'on_screen',
    header: 'column_on_screen',
    type: 'text',
    width: 10,
    value: ({ number }, { t }) => t(number.hidden ? 'report_no' : 'report_yes'),
  },
  { code: 'subject', header: 'column_subject', type: 'text', width: 26, value: ({ number }) => number.subject },
  { code: 'read_at', header: 'column_read_at', type: 'date', width: 20, value: ({ entry }) => moment(entry.readAt) },
];

/** The columns of a table with one row for each change. */
export const changeColumns: readonly ExportColumn<ChangeRow>[] = [
  { code: 'address', header: 'column_final_url', type: 'text', width: 36, value: ({ address }) => address },
  {
    code: 'change',
    header: 'column_change',
    type: 'text',
    width: 30,
    value: ({ change }, words) => changeText(words, change).what,
  },
  {
    code: 'subject',
    header: 'column_changed',
    type: 'text',
    width: 30,
    value: ({ change }, words) => changeText(words, change).subject,
  },
  {
    code: 'before',
    header: 'column_before',
    type: 'text',
    width: 34,
    value: ({ change }, words) => changeText(words, change).before,
  },
  {
    code: 'after',
    header: 'column_after',
    type: 'text',
    width: 34,
    value: ({ change }, words) => changeText(words, change).after,
  },
  { code: 'older_at', header: 'column_older_at', type: 'date', width: 20, value: ({ olderAt }) => moment(olderAt) },
  { code: 'newer_at', header: 'column_newer_at', type: 'date', width: 20, value: ({ newerAt }) => moment(newerAt) },
];

function standingOf({ ending }: Entry, { role }: EntryNumber): TextKey {
  if (ending?.state === 'redirected') return 'report_elsewhere';
  return roleTexts[role];
}

/** One row for each number of some entries, in the entries' order. */
export function numberRows(entries: readonly Entry[]): NumberRow[] {
  return entries.flatMap((entry) => entry.numbers.map((number) => ({ entry, number })));
}

function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(separator);
}

function moment(time: string | null): Date | null {
  return time === null ? null : new Date(time);
}
