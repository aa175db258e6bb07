import { parentOf } from './nodes.ts';

/** Contrast below which text cannot be told from its ground: hidden text has 1, the faintest grey in use about 1.3. */
const leastContrast = 1.1;

/**
 * Whether a visitor can see the text of an element: rendered, not transparent, with a size, on the page, and of another
 * colour than its ground. Reads layout: meant for the few elements that may hold a number.
 */
export function isVisible(element: Element): boolean {
  const { display, contentVisibility, fontSize } = getComputedStyle(element);
  const parent = parentOf(element);
  // Without a box of its own, its text is in its parent's.
  if (display === 'contents' && parent !== null) return isVisible(parent);
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  // The browser calls such an element visible, for its box is; what it holds is not.
  if (contentVisibility === 'hidden') return false;
  const { right, bottom, width, height } = element.getBoundingClientRect();
  if (width === 0 && height === 0) return false;
  if (Number.parseFloat(fontSize) < 1) return false;
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

// Colours are red, green and blue from 0 to 255 and, where it is not 1, opacity from 0 to 1.
const white = [255, 255, 255];

function contrast(element: Element, canvas: number[] | null): number | null {
  const text = colourOf(getComputedStyle(element).color);
  let ground: number[] | null = null;
  for (let at: Element | null = element; at !== null && ground === null; at = parentOf(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none') return null;
    const colour = colourOf(backgroundColor);
    // Grounds that shine through would have to be mixed with what is behind; their contrast is not known.
    const opacity = colour?.[3] ?? 1;
    if (opacity > 0) {
      if (opacity < 1) return null;
      ground = colour;
    }
  }
  ground ??= canvas;
  if (text === null || (text[3] ?? 1) < 1 || ground === null) return null;
  const [dark = 0, light = 0] = [luminance(text), luminance(ground)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function colourOf(text: string): number[] | null {
  return /^rgb/.test(text) ? (text.match(/[\d.]+/g) ?? []).map(Number) : null;
}

function luminance(colour: number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
