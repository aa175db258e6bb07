/** Types of images that run no code. SVG may run some. */
const harmless: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Reads an image, as a data URL for a page and as bytes. Null for a file of another type, or whose bytes are no such image. */
export async function readImage(image: Blob): Promise<{ url: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  if (!harmless.has(image.type) || image.size === 0) return null;
  const bytes = new Uint8Array(await image.arrayBuffer());
  return { url: `data:${image.type};base64,${base64(bytes)}`, bytes };
}

/** Base64 of bytes, with its padding. */
export function base64(bytes: Uint8Array): string {
  // A function takes no more arguments than this in every browser.
  const step = 0x8000;
  const pieces = Array.from({ length: Math.ceil(bytes.length / step) }, (_, index) =>
    String.fromCharCode(...bytes.subarray(index * step, (index + 1) * step)),
  );
  return btoa(pieces.join(''));
}
