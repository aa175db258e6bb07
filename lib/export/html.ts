/** Markup that is safe in a page: only `html` makes it. */
export type Html = { readonly markup: string };

type Part = Html | string | number | null | readonly Part[];

/**
 * A template of markup. Values are escaped, in text and in quoted attributes, unless `html` made them. Null adds nothing. No
 * other function makes markup, so text of a page can never become markup.
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
