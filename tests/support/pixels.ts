/** Analyses the pixels of screenshots. */
import { decode } from 'fast-png';

/** A decoded image with 8 bits for each of red, green and blue. */
export type Picture = { width: number; height: number; at: (x: number, y: number) => Colour };
export type Colour = readonly [red: number, green: number, blue: number];
/** A rectangle of an image, in pixels. Pixels that are only partly inside do not count. */
export type Box = { x: number; y: number; width: number; height: number };

/** Two colours differ if one of their channels (0 to 255) differs by at least this much. */
const minColourStep = 16;
/** A colour must fill at least this share of a box to count. Less may be anti-aliasing between two other colours. */
const minColourShare = 0.004;

/**
 * Reads a screenshot.
 *
 * @throws Error if it is no PNG with three or four channels of 8 bits.
 */
export function pictureOf(png: Uint8Array): Picture {
  const { width, height, channels, depth, data } = decode(png);
  if (depth !== 8 || channels < 3) throw new Error(`The picture has ${channels} channels of ${depth} bits.`);
  return {
    width,
    height,
    at: (x, y) => {
      const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * channels);
      return [red, green, blue];
    },
  };
}

function* coloursIn(picture: Picture, { x, y, width, height }: Box): Generator<Colour> {
  for (let row = Math.ceil(y); row < Math.floor(y + height); row++) {
    for (let column = Math.ceil(x); column < Math.floor(x + width); column++) yield picture.at(column, row);
  }
}

/** The share of a box's pixels whose colour differs in a second image, from 0 to 1. */
export function changedShare(before: Picture, box: Box, after: Picture, boxAfter: Box): number {
  const others = [...coloursIn(after, { ...box, x: boxAfter.x, y: boxAfter.y })];
  const pixels = [...coloursIn(before, box)];
  const isChanged = (colour: Colour, index: number): boolean =>
    colour.some((part, channel) => Math.abs(part - (others[index]?.[channel] ?? 0)) >= minColourStep);
  return pixels.filter(isChanged).length / pixels.length;
}

/** The legibility of a text on its background. */
export type Legibility = {
  /** The contrast between the most frequent colour of a box and the colour that differs most from it, from 1 to 21. */
  contrast: number;
  /** The share of the box with its most frequent colour, from 0 to 1. Low if the background is uneven. */
  ground: number;
};

/** The legibility of the text in a box. The bottom quarter is left out, because an underline there would count as text. */
export function legibilityIn(picture: Picture, box: Box): Legibility {
  const counts = new Map<string, { colour: Colour; count: number }>();
  const pixels = [...coloursIn(picture, { ...box, height: box.height * 0.75 })];
  for (const colour of pixels) {
    const known = counts.get(colour.join());
    counts.set(colour.join(), { colour, count: (known?.count ?? 0) + 1 });
  }
  const byCount = [...counts.values()].sort((one, other) => other.count - one.count);
  const [most] = byCount;
  if (most === undefined) throw new Error('The box is empty.');
  const own = byCount.filter(({ count }) => count >= pixels.length * minColourShare);
  const ratios = own.map(({ colour }) => ratioOf(luminanceOf(most.colour), luminanceOf(colour)));
  return { contrast: Math.max(...ratios), ground: most.count / pixels.length };
}

function ratioOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Relative luminance, from 0 to 1, as WCAG 2.2 defines it. */
function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
