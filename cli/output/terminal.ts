import { nameUnseen } from '../../lib/texts/unseen.ts';
import { explainFailure } from './explain-failure.ts';

/**
 * The one way to the terminal, and to files that it is led to, of commands that show what others wrote: pages, lists, names of
 * files. Nothing of it may move the cursor, colour, hide or reorder text, write to the clipboard or begin a line of its own.
 */

/** A line of ours with what others wrote put in: unseen characters in that are named, `[U+001B]`, ends of lines too. */
export function escapeLine(ours: TemplateStringsArray, ...others: readonly (string | number)[]): string {
  return ours.map((text, index) => text + nameUnseen(String(others[index] ?? ''))).join('');
}

/** Writes text to standard output. Line feeds, with or without a carriage return, and tabs are left in it. */
export function print(text: string): void {
  process.stdout.write(escapeControls(text));
}

/** Writes a line, or several, to standard error. */
export function printError(text: string): void {
  process.stderr.write(`${escapeControls(text)}\n`);
}

/** What `print` writes of a text. */
export function escapeControls(text: string): string {
  return text
    .split(/(\r?\n|\t)/)
    .map((part, index) => (index % 2 === 1 ? part : nameUnseen(part)))
    .join('');
}

/** Runs a command, whose exit status is what it gives, or 1 where it breaks: that is said like all else. */
export async function runMain(main: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    printError(error instanceof Error && error.stack !== undefined ? error.stack : explainFailure(error));
    process.exitCode = 1;
  }
}
