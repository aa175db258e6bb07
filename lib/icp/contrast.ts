/**
 * The contrast of two colours after WCAG 2 (relative luminance, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio): from 1 for
 * equal colours to 21 for black on white. Takes colours as browsers compute them, `rgb(118, 118, 118)`. Null for a transparent
 * colour, which would have to be mixed with what is behind it, and for another colour space, which would have to be converted.
 */
export function contrastOf(ink: string, ground: string): number | null {
  const [dark, light] = [luminanceOf(ink), luminanceOf(ground)];
  if (dark === null || light === null) return null;
  const ratio = (dark + 0.05) / (light + 0.05);
  return Math.max(ratio, 1 / ratio);
}

const opaque = /^rgb\((\d+), (\d+), (\d+)\)$/;

function luminanceOf(colour: string): number | null {
  const parts = opaque.exec(colour);
  if (parts === null) return null;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((value) => {
    const part = Number(value) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
