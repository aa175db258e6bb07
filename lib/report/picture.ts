/** A picture, as what stands in a page and as what it is. */
export type Picture = { url: string; bytes: Uint8Array<ArrayBuffer> };

/** Reads a picture from a data URL; null for what is no picture in Base64 of a sort that runs nothing (SVG may). */
export function readPicture(url: string): Picture | null {
  const [, base64] = /^data:image\/(?:png|jpeg|webp);base64,([A-Za-z\d+/]+={0,2})$/.exec(url) ?? [];
  if (base64 === undefined) return null;
  try {
    return { url, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) };
  } catch {
    return null;
  }
}
