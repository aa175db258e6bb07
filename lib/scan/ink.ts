import { ancestry } from './nodes.ts';

/** Contrast below which text cannot be told from its ground: hidden text has 1, the faintest grey in use about 1.3. */
const leastContrast = 1.1;
/** A colour as browsers compute it, without opacity but for a few hundredths: ink of it has no more contrast than that. */
const clear = /(a.*,|\/) 0(\.0\d*)?\)/;
/** An opaque colour, but in the newer colour spaces, whose contrasts are not known. */
const opaque = /^rgb\(/;

/** The contrast of an element's text to its ground after WCAG 2, 1 to 21; null where an image or a gradient is the ground. */
export function contrastOf(element: Element): number | null {
  return contrast(ancestry(element), 'rgb(255, 255, 255)');
}

/**
 * Whether the text of the first of an ancestry is transparent, or of the colour of a ground that is declared. Where none is,
 * the canvas's white may be covered by what is laid behind the text, and nothing is known.
 */
export function isInvisibleInk(line: Element[]): boolean {
  return (contrast(line, '') ?? leastContrast) < leastContrast;
}

function contrast(line: Element[], canvas: string): number | null {
  let ink = '';
  let ground = canvas;
  for (const at of line) {
    const style = getComputedStyle(at);
    ink ||= style.webkitTextFillColor;
    // It may shine through letters that are cut out of it.
    if (style.backgroundImage !== 'none') return null;
    if (!clear.test(style.backgroundColor)) {
      ground = style.backgroundColor;
      break;
    }
    // What is positioned may lie over anything, and shadows and outlines show letters too.
    if (canvas === '' && style.position + style.textShadow + style.webkitTextStrokeWidth !== 'staticnone0px')
      return null;
  }
  if (clear.test(ink) || ink === ground) return 1;
  // Colours that shine through would have to be mixed with what is behind; their contrast is not known.
  if (!opaque.test(ink) || !opaque.test(ground)) return null;
  const ratio = (luminance(ink) + 0.05) / (luminance(ground) + 0.05);
  return Math.max(ratio, 1 / ratio);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((value) => {
    const part = Number(value) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
