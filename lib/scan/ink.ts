import { ancestry } from './nodes.ts';

/** A colour as browsers compute it, with an opacity of at most a few hundredths: text of it has no more contrast than that. */
const clear = /(a.*,|\/) 0(\.0\d*)?\)/;

/** The colours of a text and of its background, as browsers compute them. */
export type Ink = {
  ink: string;
  /** Empty where no background is declared; null where it is an image or a gradient. */
  ground: string | null;
};

/** The colours of an element's text. */
export function inkOf(element: Element): Ink {
  const { ink, ground } = read(ancestry(element));
  return { ink, ground };
}

/**
 * Whether the text of the first element of an ancestry is transparent, or of the same colour as a declared background. Where no
 * background is declared, something behind the text may cover the canvas's white, so nothing is known.
 */
export function isInvisibleInk(line: Element[]): boolean {
  const { ink, ground, isSure } = read(line);
  return isSure && ground !== null && (clear.test(ink) || inSteps(ink) === inSteps(ground));
}

/**
 * `isSure`: neither something behind the text nor a line or shadow around its letters can make it visible on that background.
 */
function read(line: Element[]): Ink & { isSure: boolean } {
  let ink = '';
  let ground: Ink['ground'] = '';
  let isSure = true;
  for (const at of line) {
    const style = getComputedStyle(at);
    ink ||= style.webkitTextFillColor;
    // The image may show through the letters, where it is clipped to them.
    if (style.backgroundImage !== 'none') ground = null;
    else if (!clear.test(style.backgroundColor)) ground = style.backgroundColor;
    if (ground !== '') break;
    isSure &&= style.position + style.textShadow + style.webkitTextStrokeWidth === 'staticnone0px';
  }
  return { ink, ground, isSure };
}

/** A colour in steps of 11 of the 255. Nobody can tell two colours of one step apart (a contrast of less than 1.2). */
function inSteps(colour: string): string {
  return colour.replace(/\d{2,}/g, (part) => (Number(part) / 11).toFixed());
}
