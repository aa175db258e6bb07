import Table from 'cli-table3';
import type { Outcome } from '../../lib/checks/outcome.ts';
import { nameUnseen } from '../../lib/texts/unseen.ts';
import type { PrintedNumber } from './printed-numbers.ts';

/** The kinds in the terms of the glossary. The kind of a permit is its official name. */
const kindNames: Record<Exclude<PrintedNumber['kind'], `permit:${string}`>, string> = {
  'icp-filing': 'ICP filing',
  'icp-licence': 'ICP commercial licence',
  'telecom-licence': 'telecom licence',
  'psb-filing': 'police filing',
};

/**
 * A page of the table. `remark`: the text in place of numbers if there are none. `worst`: the worst outcome of its checks; null if
 * no check was made.
 */
export type TableEntry = {
  name: string;
  numbers: readonly PrintedNumber[];
  remark: string;
  worst: Outcome | null;
};

/** Formats pages and their numbers as a table for the terminal, with one number in each row. */
export function numberTable(entries: readonly TableEntry[]): string {
  const table = new Table({
    head: ['page', 'kind', 'number', 'form', 'on the page', 'checks'],
    // No colours, because the table also goes to logs and files.
    style: { head: [], border: [], compact: true },
  });
  for (const { name, numbers, remark, worst } of entries) {
    const title = printable(name);
    const checks = worst ?? '';
    if (numbers.length === 0) table.push([title, { colSpan: 4, content: printable(remark) }, checks]);
    numbers.forEach((number, index) => {
      const [page, outcome] = index === 0 ? [title, checks] : ['', ''];
      table.push([page, kindName(number), shown(number), number.status, standing(number), outcome]);
    });
  }
  return table.toString();
}

function kindName({ kind }: PrintedNumber): string {
  return isPermit(kind) ? kind.slice('permit:'.length) : kindNames[kind];
}

function isPermit(kind: PrintedNumber['kind']): kind is `permit:${string}` & PrintedNumber['kind'] {
  return kind.startsWith('permit:');
}

function shown({ canonical, raw }: PrintedNumber): string {
  return printable(canonical ?? raw);
}

function standing({ hidden, role }: PrintedNumber): string {
  const place = role === 'claim' ? 'its own' : 'mentioned';
  return hidden ? `${place}, hidden` : place;
}

/** Text of a page without control characters, because a page must not control the terminal. */
function printable(text: string): string {
  return nameUnseen(text.replace(/\s+/g, ' '));
}
