/**
 * How a mark looks: its own background and text colour with a thick line, so that it shows on any page. Elements without text
 * get the same look by animations that stand still.
 */
import { inkOf } from './ink.ts';

/** Colours of a mark: its background, the text on it and its line. The text has a contrast of 12 on yellow, of 10 on violet. */
export type Colours = { ground: string; ink: string; line: string };

const yellow: Colours = { ground: '#ffd54f', ink: '#1a1a1a', line: '#8c2f00' };
/** For pages that are yellow. */
const violet: Colours = { ground: '#5b1a8b', ink: '#ffffff', line: '#ffd54f' };
/** The user's own colours, swapped, for forced colours. This pair certainly has contrast. */
const forced: Colours = { ground: 'CanvasText', ink: 'Canvas', line: 'Canvas' };

/** The red, green and blue of yellow, and how far another background must be from it: a distance in 255 steps of each. */
const yellowParts = [255, 213, 79];
const leastDistance = 100;
/** Opacity from which on a mark is as good as solid. */
const solid = 0.9;
/** Filters that nearly hide a mark. Others, such as those of dark modes, change its colours and keep their contrast. */
const spoiling = /blur|brightness|contrast|opacity/;

/** The style sheet of a highlight with the name that `mark` gets. The name for yellow pages has `-on-yellow` after it. */
export function highlightStyle(name: string): string {
  const rules = (plain: Colours, onYellow: Colours): string =>
    highlightRule(name, plain) + highlightRule(highlightNameOn(name, violet), onYellow);
  return `${rules(yellow, violet)} @media (forced-colors: active) { ${rules(forced, forced)} }`;
}

function highlightRule(name: string, { ground, ink, line }: Colours): string {
  return `::highlight(${name}) {
    background-color: ${ground} !important;
    color: ${ink} !important;
    -webkit-text-fill-color: ${ink} !important;
    -webkit-text-stroke: 0 ${ink} !important;
    text-shadow: none !important;
    text-decoration: underline 3px ${line} !important;
  } `;
}

/** The name of the highlight whose style has these colours. */
export function highlightNameOn(name: string, colours: Colours): string {
  return colours === violet ? `${name}-on-yellow` : name;
}

/** The colours of a mark on an element. */
export function coloursOn(element: Element): Colours {
  if (matchMedia('(forced-colors: active)').matches) return forced;
  const parts = /^rgba?\((\d+), (\d+), (\d+)/.exec(inkOf(element).ground ?? '')?.slice(1);
  if (parts === undefined) return yellow;
  const squares = parts.map((part, index) => (Number(part) - (yellowParts[index] ?? 0)) ** 2);
  const distance = Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
  return distance < leastDistance ? violet : yellow;
}

/** What marks generated content and the text of buttons. */
export function textFrame(colours: Colours): Keyframe {
  const { ground, ink, line } = colours;
  return {
    // Otherwise browsers replace these colours by the user's colours of plain text. These are the user's too.
    ...(colours === forced && { forcedColorAdjust: 'none' }),
    background: ground,
    color: ink,
    webkitTextFillColor: ink,
    textShadow: 'none',
    textDecoration: `underline 3px ${line}`,
  };
}

/**
 * What a highlight leaves of the look of an element's text: the colours of SVG, and shadows, which Firefox paints over a
 * highlight (seen in Firefox 153). Null where nothing is left.
 */
export function leftoverFrame(element: Element, { ink }: Colours): Keyframe | null {
  const frame: Keyframe = {
    ...(element.namespaceURI?.endsWith('/svg') && { fill: ink, stroke: 'none' }),
    ...(getComputedStyle(element).textShadow !== 'none' && { textShadow: 'none' }),
  };
  return Object.keys(frame).length === 0 ? null : frame;
}

/**
 * What marks an element whose text cannot be coloured, such as an image: a thin wash over it, made of an outline half as broad
 * as the element and laid inwards, and a double ring around it. Forced colours are solid, so there an outline around it marks
 * it.
 */
export function pictureFrame(element: Element, colours: Colours): Keyframe {
  const { ground, line } = colours;
  if (colours === forced) return { outline: `4px solid ${ground}`, outlineOffset: '2px' };
  const { width, height } = element.getBoundingClientRect();
  const half = Math.ceil(Math.min(width, height) / 2);
  return {
    outline: `${half}px solid ${ground}59`,
    outlineOffset: `${-half}px`,
    boxShadow: `0 0 0 3px ${line}, 0 0 0 8px ${ground}`,
  };
}

/**
 * What lets a mark inside an element show in full; null where nothing dims or blends the mark. The stacking order of boxes
 * stays: what was drawn as a group still is. A filter of the whole page stays, because readers who want all pages darker use
 * one.
 */
export function unveilingFrame(element: Element): Keyframe | null {
  const { opacity, mixBlendMode, filter } = getComputedStyle(element);
  const frame: Keyframe = {
    ...(Number(opacity) < solid && { opacity: 0.999 }),
    ...(mixBlendMode !== 'normal' && { mixBlendMode: 'normal', isolation: 'isolate' }),
    ...(!element.matches(':root') && spoiling.test(filter) && { filter: 'opacity(1)' }),
  };
  return Object.keys(frame).length === 0 ? null : frame;
}
