import { hasForm, readCandidates } from './read-addresses.ts';

/**
 * Puts a text of addresses below another, so that both are read: a table or a browser's export only reads as such alone, and
 * becomes a list, one address a line. Lines without an address stay, to be named to whoever gave them.
 */
export function joinAddresses(above: string, below: string): string {
  if (above.trim() === '') return below;
  return `${(hasForm(above) ? listOf(above) : above).trimEnd()}\n${listOf(below)}`;
}

function listOf(text: string): string {
  // A cell of a table may span lines.
  return Array.from(readCandidates(text), ({ asked }) => asked.replaceAll('\n', ' ')).join('\n');
}
