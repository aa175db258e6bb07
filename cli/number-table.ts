import Table from 'cli-table3';
import type { Outcome } from '../lib/checks/outcome.ts';
import { nameUnseen } from '../lib/texts/unseen.ts';
import type { PlainNumber } from './plain-numbers.ts';

/** The kinds in the words of the glossary; a permit's kind is its official name. */
const kindNames: Record<Exclude<PlainNumber['kind'], `permit:${string}`>, string> = {
  'icp-filing': 'ICP filing',
  'icp-licence': 'ICP commercial licence',
  'telecom-licence': 'telecom licence',
  'psb-filing': 'police filing',
};

/**
 * One page of the table: its name, its numbers or what to say in their place, and the worst that a check of it came to; null
 * where none was made.
 */
export type TableEntry = {
  name: string;
  numbers: readonly PlainNumber[];
  remark: string;
  worst: Outcome | null;
};

/** Pages and their numbers as a table for the terminal, one number a line. */
export function numberTable(entries: readonly TableEntry[]): string {
  const table = new Table({
    head: ['page', 'kind', 'number', 'form', 'on the page', 'checks'],
    // Without colours: the table is read in logs and files too.
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

function kindName({ kind }: PlainNumber): string {
  return isPermit(kind) ? kind.slice('permit:'.length) : kindNames[kind];
}

function isPermit(kind: PlainNumber['kind']): kind is `permit:${string}` & PlainNumber['kind'] {
  return kind.startsWith('permit:');
}

function shown({ canonical, raw }: PlainNumber): string {
  return printable(canonical ?? raw);
}

function standing({ hidden, role }: PlainNumber): string {
  const place = role === 'claim' ? 'its own' : 'mentioned';
  return hidden ? `${place}, hidden` : place;
}

/** Pages choose their text: nothing of it may steer the terminal. */
function printable(text: string): string {
  return nameUnseen(text.replace(/\s+/g, ' '));
}
