import { jsonEscape } from './json-text.ts';

/**
 * A value as JSON in exactly one way: keys in order of their UTF-16 units, no blanks (RFC 8785). Characters that are invisible,
 * that reorder others or that copying may change are escaped, so that printing, showing and copying keep the text.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value)).replace(/[\p{C}\p{Z}]/gu, (character) =>
    character === ' ' ? character : jsonEscape(character),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

/** SHA-256 of bytes, or of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
