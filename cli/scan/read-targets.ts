import { readFile, stat } from 'node:fs/promises';
import { type ReadAddresses, readAddressTexts } from '../../lib/addresses/read-addresses.ts';
import { type AddressFault, readSiteAddress } from '../../lib/addresses/site-address.ts';
import { readTextFile } from '../../lib/jobs/text-file.ts';

/** An address or a file that `scan` reads, or why it cannot. `asked`: as the user wrote it. */
export type Target =
  | { asked: string; address: string }
  | { asked: string; file: string }
  | { asked: string; fault: string };

/** `targets`: the pages that the arguments name, each once, in order. `remarks`: messages about the lists, as sentences. */
export type Targets = { targets: Target[]; remarks: string[] };

const faults: Record<AddressFault, string> = {
  'no-address': 'no address of a website',
  scheme: 'an address, but not of a page on the web',
  host: 'a name or a port that cannot exist',
  password: 'holds a user name or a password, which would end up in what is written',
  'too-long': 'longer than any address can be',
};

/** An argument: a local page, a fault, or a text with addresses. `name`: the name of a list; null for a single address. */
type Reference = { target: Target } | { text: string; name: string | null };

/**
 * Returns the targets that the arguments name: addresses, local pages, lists of addresses, and `-` for a list on standard input.
 * A list is parsed as in the workspace: one address a line, a table, sentences or bookmarks. Of duplicates, the first counts. A
 * line without an address becomes a target with a fault.
 */
export async function readTargets(args: readonly string[], stdin: () => Promise<Blob>): Promise<Targets> {
  const references: Reference[] = [];
  for (const asked of args) references.push(await referenceOf(asked, stdin));
  const texts = references.map((reference) => ('text' in reference ? reference.text : ''));
  const read = readAddressTexts(texts);
  const files = new Set<string>();
  const targets: Target[] = [];
  const remarks: string[] = [];
  for (const [index, reference] of references.entries()) {
    if ('target' in reference) {
      const { target } = reference;
      if (!('file' in target && files.has(target.file))) targets.push(target);
      if ('file' in target) files.add(target.file);
      continue;
    }
    const found = read[index];
    if (found === undefined) continue;
    for (const target of targetsOf(found, reference.name)) targets.push(target);
    for (const remark of remarksOn(found, reference.name ?? reference.text)) remarks.push(remark);
  }
  return { targets, remarks };
}

async function referenceOf(asked: string, stdin: () => Promise<Blob>): Promise<Reference> {
  if (asked === '-') return listOf('stdin', await stdin());
  const found = await stat(asked).catch(() => null);
  if (found?.isFile()) {
    if (/\.html?$/i.test(asked)) return { target: { asked, file: asked } };
    return readFile(asked).then(
      (bytes) => listOf(asked, new Blob([bytes])),
      () => ({ target: { asked, fault: 'the file cannot be read' } }),
    );
  }
  const site = readSiteAddress(asked);
  if (site.ok) return { text: asked, name: null };
  if (found !== null) return { target: { asked, fault: 'not a file' } };
  const fault = site.fault === 'no-address' ? 'no such file, and no address of a website' : faults[site.fault];
  return { target: { asked: withoutPassword(asked, site.fault), fault } };
}

async function listOf(name: string, file: Blob): Promise<Reference> {
  const text = await readTextFile(file);
  return text === null ? { target: { asked: name, fault: 'longer than a text can be' } } : { text, name };
}

/** The targets of a list, in the order of its lines. */
function targetsOf({ addresses, invalidLines }: ReadAddresses, name: string | null): Target[] {
  const placed = [
    ...addresses.map(({ line, asked, address }) => ({ line, target: { asked, address } })),
    ...invalidLines.map(({ line, text, reason }) => ({
      line,
      target: { asked: withoutPassword(text, reason), fault: `${faults[reason]} (${name}:${line})` },
    })),
  ];
  return placed.sort((a, b) => a.line - b.line).map(({ target }) => target);
}

/** Masks the user name and the password of an address, because output may be stored or shared. */
function withoutPassword(text: string, fault: AddressFault): string {
  return fault === 'password' ? text.replace(/^([^/\\]*[/\\]*)[^/\\]*@/, '$1…@') : text;
}

function* remarksOn({ duplicates, table }: ReadAddresses, name: string): Generator<string> {
  const column = table?.columns.find(({ column }) => column === table.column);
  if (column !== undefined) {
    yield `${name}: column ${column.column + 1}${column.name === '' ? '' : `, ${column.name},`} was read.`;
  }
  if (duplicates.length > 0) {
    const lines = duplicates.slice(0, maxLines).map(({ line }) => line);
    const more = duplicates.length > maxLines ? ' …' : '';
    yield `${name}: named before and merged: ${duplicates.length} (line ${lines.join(', ')}${more}).`;
  }
}

/** How many line numbers of duplicates are printed at most. */
const maxLines = 20;
