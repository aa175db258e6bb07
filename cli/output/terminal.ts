import { nameUnseen } from '../../lib/texts/unseen.ts';
import { explainFailure } from './explain-failure.ts';

/**
 * Escapes untrusted text in the output of commands: text of pages, lists and file names. All output of the commands goes through
 * this file. Untrusted text must not move the cursor, colour, hide or reorder text, write to the clipboard or begin a new line.
 */

/** A template tag: inserts untrusted values into our text. Their unseen characters and line ends become names such as `[U+001B]`. */
export function escapeLine(ours: TemplateStringsArray, ...others: readonly (string | number)[]): string {
  return ours.map((text, index) => text + nameUnseen(String(others[index] ?? ''))).join('');
}

/** Writes text to standard output. Escapes control characters except line ends (LF and CRLF) and tabs. */
export function print(text: string): void {
  process.stdout.write(escapeControls(text));
}

/** Writes one or more lines to standard error, escaped as in `print`. */
export function printError(text: string): void {
  process.stderr.write(`${escapeControls(text)}\n`);
}

/** The text that `print` writes. */
export function escapeControls(text: string): string {
  return text
    .split(/(\r?\n|\t)/)
    .map((part, index) => (index % 2 === 1 ? part : nameUnseen(part)))
    .join('');
}

/** Runs a command and sets the exit status to its result. If it throws, the error is printed and the exit status is 1. */
export async function runMain(main: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    printError(error instanceof Error && error.stack !== undefined ? error.stack : explainFailure(error));
    process.exitCode = 1;
  }
}
