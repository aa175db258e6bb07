/** A line of `extract`'s input: a page or a fault. `line` counts from 1. */
export type PageLine =
  | { line: number; id: string; html: string }
  | { line: number; id: string | null; html: null; fault: string };

/** Parses lines of `{"id": …, "html": …}`. Blank lines are skipped. An invalid line gets a fault that says why. */
export function readPageLines(text: string): PageLine[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== '')
    .map(({ content, line }) => readLine(content, line));
}

function readLine(content: string, line: number): PageLine {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { line, id: null, html: null, fault: 'not JSON' };
  }
  const { id, html } = typeof value === 'object' && value !== null ? pageOf(value) : { id: null, html: null };
  if (id === null) return { line, id, html: null, fault: 'no "id" with a text' };
  if (html === null) return { line, id, html, fault: 'no "html" with a text' };
  return { line, id, html };
}

function pageOf(value: object): { id: string | null; html: string | null } {
  return {
    id: 'id' in value && typeof value.id === 'string' ? value.id : null,
    html: 'html' in value && typeof value.html === 'string' ? value.html : null,
  };
}
