import { sitesOf } from './address-list.ts';
import type { Candidate } from './candidate.ts';
import { hasForm, readCandidates } from './read-addresses.ts';

/**
 * Puts a text of addresses below another, so that both are read: a table or a browser's export only reads as such alone, and
 * becomes a list, one address a line. Lines without an address stay, to be named to whoever gave them.
 */
export function joinAddresses(above: string, below: string): string {
  if (above.trim() === '') return below;
  return `${(hasForm(above) ? listOfAddresses(above, null) : above).trimEnd()}\n${listOfAddresses(below, null)}`;
}

/** What is read of a text of addresses, as a list. `column`: which column of a table, see `readAddresses`. */
export function listOfAddresses(text: string, column: number | null): string {
  return Array.from(readCandidates(text, column).found, lineOf).join('\n');
}

/** A row without an address in its column may have one in another: in a list it would be read, so it becomes a remark. */
function lineOf({ asked, site }: Candidate): string {
  // A cell of a table may span lines.
  const line = asked.replaceAll('\n', ' ');
  return !site.ok && sitesOf(line).some(({ site }) => site.ok) ? `# ${line}` : line;
}
