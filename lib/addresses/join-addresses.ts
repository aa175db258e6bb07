import { sitesOf } from './address-list.ts';
import type { Candidate } from './candidate.ts';
import { isTableOrExport, readCandidates } from './read-addresses.ts';

/**
 * Appends a text of addresses to another, so that both are read. A table or a browser's export can only be read alone, so it
 * becomes a list with one address a line. Lines without an address stay, so that the user is told of them.
 */
export function joinAddresses(above: string, below: string): string {
  if (above.trim() === '') return below;
  return `${(isTableOrExport(above) ? listOfAddresses(above, null) : above).trimEnd()}\n${listOfAddresses(below, null)}`;
}

/** The addresses of a text as a list. `column`: which column of a table is read, see `readAddresses`. */
export function listOfAddresses(text: string, column: number | null): string {
  return Array.from(readCandidates(text, column).found, lineOf).join('\n');
}

/**
 * A row without an address in its column may have one in another column. A list would read that one, so the row becomes a
 * comment.
 */
function lineOf({ asked, site }: Candidate): string {
  // A table's cell may span lines.
  const line = asked.replaceAll('\n', ' ');
  return !site.ok && sitesOf(line).some(({ site }) => site.ok) ? `# ${line}` : line;
}
