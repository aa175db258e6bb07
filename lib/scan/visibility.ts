import { parentOf } from './nodes.ts';

/** Contrast below which text cannot be told from its ground: hidden text has 1, the faintest grey in use about 1.3. */
const leastContrast = 1.1;

/**
 * Whether a visitor can see the text of an element: rendered, not transparent, with a size, on the page, and of another
 * colour than its ground. Reads layout: meant for the few elements that may hold a number.
 */
export function isVisible(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const style = getComputedStyle(element);
  const { right, bottom, width, height } = element.getBoundingClientRect();
  // An inline parent without a box of its own (display: contents) has no size and still shows its text.
  if (width === 0 && height === 0 && style.display !== 'contents') return false;
  if (Number.parseFloat(style.fontSize) < 1) return false;
  const view = element.ownerDocument.defaultView;
  if (right + (view?.scrollX ?? 0) <= 0 || bottom + (view?.scrollY ?? 0) <= 0) return false;
  return !isClipped(element);
}

/**
 * Whether the element or one around it hides what flows over a box without size: folded sections, and the one-pixel boxes
 * of text for screen readers. What body and html hide is the window's to show.
 */
function isClipped(element: Element): boolean {
  for (let at: Element | null = element; at !== null && at.localName !== 'body'; at = parentOf(at)) {
    if (getComputedStyle(at).overflow === 'visible') continue;
    const { width, height } = at.getBoundingClientRect();
    if (width < 2 || height < 2) return true;
  }
  return false;
}

/** The contrast of an element's text to its ground after WCAG 2, 1 to 21; null where an image or a gradient is the ground. */
export function contrastOf(element: Element): number | null {
  return contrast(element, white);
}

/**
 * Whether text has the colour of a ground that is declared. Where none is, the canvas's white may be covered by what is
 * laid behind the text, and nothing is known.
 */
export function isInvisibleInk(element: Element): boolean {
  const ratio = contrast(element, null);
  return ratio !== null && ratio < leastContrast;
}

const white: Colour = [255, 255, 255, 1];

/** Red, green and blue from 0 to 255, and opacity from 0 to 1. */
type Colour = [number, number, number, number];

function contrast(element: Element, canvas: Colour | null): number | null {
  const text = colourOf(getComputedStyle(element).color);
  let ground: Colour | null = null;
  for (let at: Element | null = element; at !== null && ground === null; at = parentOf(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none') return null;
    const colour = colourOf(backgroundColor);
    // Grounds that shine through would have to be mixed with what is behind; their contrast is not known.
    if (colour !== null && colour[3] > 0) {
      if (colour[3] < 1) return null;
      ground = colour;
    }
  }
  ground ??= canvas;
  if (text === null || text[3] < 1 || ground === null) return null;
  const [dark = 0, light = 0] = [luminance(text), luminance(ground)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function colourOf(text: string): Colour | null {
  const [red, green, blue, alpha = 1] = /^rgb/.test(text) ? (text.match(/[\d.]+/g) ?? []).map(Number) : [];
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue, alpha];
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
