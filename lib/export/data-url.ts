/** Images that run nothing; SVG may. */
const harmless: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Reads an image, as what stands in a page (a data URL) and as what it is; null for what is none, or of another sort. */
export async function readImage(image: Blob): Promise<{ url: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  if (!harmless.has(image.type) || image.size === 0) return null;
  const bytes = new Uint8Array(await image.arrayBuffer());
  return { url: `data:${image.type};base64,${base64(bytes)}`, bytes };
}

/** Base64 of bytes, with its padding. */
export function base64(bytes: Uint8Array): string {
  // A function takes no more arguments than that everywhere.
  const step = 0x8000;
  const pieces = Array.from({ length: Math.ceil(bytes.length / step) }, (_, index) =>
    String.fromCharCode(...bytes.subarray(index * step, (index + 1) * step)),
  );
  return btoa(pieces.join(''));
}
