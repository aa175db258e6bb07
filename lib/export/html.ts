/** Markup that is safe to put into a page: made by `html` alone, or text that `html` has escaped. */
export type Html = { readonly markup: string };

type Part = Html | string | number | null | readonly Part[];

/**
 * A template of markup. What is put in is escaped, in texts and in quoted attributes alike, unless it was made here; null
 * puts in nothing. There is no other way to make markup, so that no text of a page can become any.
 */
export function html(template: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: template.map((text, index) => text + markupOf(parts[index] ?? null)).join('') };
}

function markupOf(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(markupOf).join('');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
