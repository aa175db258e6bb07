/**
 * How a mark looks: a ground and an ink of its own with a thick line, so that it shows on any page. What is no text gets the
 * same by animations that stand still.
 */
import { inkOf } from './ink.ts';

/** Colours of a mark: its ground, the text on it and its line. The text has a contrast of 12 on yellow, of 10 on violet. */
export type Colours = { ground: string; ink: string; line: string };

const yellow: Colours = { ground: '#ffd54f', ink: '#1a1a1a', line: '#8c2f00' };
/** For pages that are yellow themselves. */
const violet: Colours = { ground: '#5b1a8b', ink: '#ffffff', line: '#ffd54f' };
/** The reader's own colours the other way round, where the browser paints no others: the pair that has contrast for sure. */
const forced: Colours = { ground: 'CanvasText', ink: 'Canvas', line: 'Canvas' };

/** The parts of yellow, and how far from them, as a distance in 255 steps of each, another ground has to be. */
const yellowParts = [255, 213, 79];
const leastDistance = 100;
/** Opacity from which on a mark is as good as solid. */
const solid = 0.9;
/** Filters that leave little of a mark. Others, as those of dark modes, change its colours and keep their contrast. */
const spoiling = /blur|brightness|contrast|opacity/;

/** The style sheet of a highlight by the name that `mark` is given; with `-on-yellow` after it, for yellow pages. */
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

/** The name of the highlight that has the style of these colours. */
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
    // Else browsers put the reader's colours of plain text in the place of these, which are the reader's too.
    ...(colours === forced && { forcedColorAdjust: 'none' }),
    background: ground,
    color: ink,
    webkitTextFillColor: ink,
    textShadow: 'none',
    textDecoration: `underline 3px ${line}`,
  };
}

/**
 * What a highlight leaves of the look of an element's text; null where that is nothing: the colours of SVG, and shadows, which
 * Firefox lays over a highlight (seen in Firefox 153).
 */
export function leftoverFrame(element: Element, { ink }: Colours): Keyframe | null {
  const frame: Keyframe = {
    ...(element.namespaceURI?.endsWith('/svg') && { fill: ink, stroke: 'none' }),
    ...(getComputedStyle(element).textShadow !== 'none' && { textShadow: 'none' }),
  };
  return Object.keys(frame).length === 0 ? null : frame;
}

/**
 * What marks an element of which no text can be coloured, as an image: a thin wash over it, by an outline as broad as half of
 * it that is laid inwards, and a double ring around it. Where the browser forces colours, which are solid, an outline around it.
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
 * What lets a mark inside an element show in full; null where nothing dims or blends it. Boxes keep their order: what was
 * drawn as a group still is. A filter of the whole page stays, as readers have it who want all pages darker.
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
