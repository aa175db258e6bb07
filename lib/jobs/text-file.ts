/** The longest file that is read as one text, in bytes. It is the length limit of a string in Chromium; a character has at least one byte. */
export const maxTextBytes = 0x1fff_ffe8;

/**
 * The text of a file that a person made: UTF-8 or UTF-16 by its mark, UTF-8 where it is valid, else GB 18030, in which Chinese
 * spreadsheets write CSV. Null for a file longer than a text can be. Rejects where the browser cannot read the file.
 */
export async function readTextFile(file: Blob): Promise<string | null> {
  if (file.size > maxTextBytes) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
