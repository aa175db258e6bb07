import { ancestry } from './nodes.ts';

/** A colour as browsers compute it, without opacity but for a few hundredths: ink of it has no more contrast than that. */
const clear = /(a.*,|\/) 0(\.0\d*)?\)/;

/** The colours of a text and of what it stands on, as browsers compute them. */
export type Ink = {
  ink: string;
  /** Empty where no ground is declared; null where an image or a gradient is the ground. */
  ground: string | null;
};

/** The colours of an element's text. */
export function inkOf(element: Element): Ink {
  const { ink, ground } = read(ancestry(element));
  return { ink, ground };
}

/**
 * Whether the text of the first of an ancestry is transparent, or of the colour of a ground that is declared. Where none is,
 * the canvas's white may be covered by what is laid behind the text, and nothing is known.
 */
export function isInvisibleInk(line: Element[]): boolean {
  const { ink, ground, isSure } = read(line);
  return isSure && ground !== null && (clear.test(ink) || inSteps(ink) === inSteps(ground));
}

/** `isSure`: nothing that is laid behind the text or drawn around its letters can make it seen on that ground. */
function read(line: Element[]): Ink & { isSure: boolean } {
  let ink = '';
  let ground: Ink['ground'] = '';
  let isSure = true;
  for (const at of line) {
    const style = getComputedStyle(at);
    ink ||= style.webkitTextFillColor;
    // It may shine through letters that are cut out of it.
    if (style.backgroundImage !== 'none') ground = null;
    else if (!clear.test(style.backgroundColor)) ground = style.backgroundColor;
    if (ground !== '') break;
    isSure &&= style.position + style.textShadow + style.webkitTextStrokeWidth === 'staticnone0px';
  }
  return { ink, ground, isSure };
}

/** A colour in steps of 11 of the 255: two that fall into one step are told apart by nobody (a contrast of less than 1.2). */
function inSteps(colour: string): string {
  return colour.replace(/\d{2,}/g, (part) => (Number(part) / 11).toFixed());
}
