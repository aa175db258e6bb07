/**
 * Shows a number on the page: scrolls to it and marks it for some seconds. The page's DOM stays as it is. Text is marked by a
 * CSS highlight, whose style comes with the request to show it; the rest (pictures, buttons, generated content, text of SVG, and
 * what dims or blends a mark) by animations that stand still, which reach into frames and shadow roots as no style sheet of
 * ours would.
 *
 * What a page can learn, by asking while a mark stands and no other way: `CSS.highlights` and `document.getAnimations()` list
 * ours too, and `getComputedStyle` gives what animations change. It then finds a highlight of a name that was made up at random,
 * and where it is. Nothing comes to it of itself: no record of a change, no event but that it was scrolled, no style sheet in
 * its lists.
 *
 * Why not a style sheet of the user's origin in Chromium, which no page could overrule: of a highlight's style from there, it
 * paints the line and not the colours, though `getComputedStyle` gives them (seen in Chromium 156). The page's own rules
 * are kept off by the name, which no page knows beforehand. Why not a label laid over the number by a style sheet alone, which no
 * list would name: it does not move with the text, and nothing takes it away where the extension is updated meanwhile.
 */
import type { Origin } from './collect.ts';
import {
  type Colours,
  coloursOn,
  highlightNameOn,
  leftoverFrame,
  pictureFrame,
  textFrame,
  unveilingFrame,
} from './mark-look.ts';
import { ancestry, isNamed } from './nodes.ts';

/** How long a mark stays, in milliseconds. */
export const markMs = 8000;
/** Most pictures of one link that are marked. */
const maxPictures = 20;

declare global {
  /** Ends the mark that stands. Each request runs this script anew, in one isolated world. */
  var icpLensMark: AbortController | undefined;
}

/**
 * Scrolls to a stretch of a block and marks it until Escape is pressed, another is marked or some seconds have passed. `name`
 * is that of the highlight: the page has its style from elsewhere. False: the stretch is no longer there.
 */
export function mark(origin: Origin | undefined, start: number, end: number, name: string): boolean {
  const target = targetOf(origin, start, end);
  if (target === null) return false;
  globalThis.icpLensMark?.abort();
  scrollTo(target);
  const undo = draw(target, name);
  const ended = new AbortController();
  globalThis.icpLensMark = ended;
  const timer = setTimeout(() => ended.abort(), markMs);
  ended.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    for (const each of undo) each();
  });
  for (const each of new Set([window, target.view])) {
    each.addEventListener('keydown', (event) => event.key === 'Escape' && ended.abort(), {
      capture: true,
      signal: ended.signal,
    });
  }
  return true;
}

/** Scrolls to a stretch of a block and marks nothing; false: it is no longer there. */
export function bringIntoView(origin: Origin | undefined, start: number, end: number): boolean {
  const target = targetOf(origin, start, end);
  if (target === null) return false;
  scrollTo(target);
  return true;
}

/** What is to be shown: a stretch of text with the elements it stands in, or an element that carries the number otherwise. */
type Target = { view: View; range: Range | null; elements: Element[] };
type View = Window & Partial<typeof globalThis>;

function targetOf(origin: Origin | undefined, start: number, end: number): Target | null {
  if (origin === undefined || !origin.element.isConnected) return null;
  const { element, pieces } = origin;
  const [begin, stop] = [origin.from + start, origin.from + end];
  const view = element.ownerDocument.defaultView ?? window;
  if (pieces.length === 0) return { view, range: null, elements: [element] };
  const first = pieces.findLastIndex((piece) => piece.start <= begin);
  const last = pieces.findLastIndex((piece) => piece.start < stop);
  const [from, to] = [pieces[first], pieces[last]];
  if (from === undefined || to === undefined || !from.node.isConnected || !to.node.isConnected) return null;
  const range = element.ownerDocument.createRange();
  range.setStart(from.node, Math.min(begin - from.start, from.node.length));
  range.setEnd(to.node, Math.min(stop - to.start, to.node.length));
  const parents = pieces.slice(first, last + 1).map(({ node }) => node.parentElement ?? element);
  return { view, range, elements: [...new Set(parents)] };
}

/** Scrolls at once: a smooth scroll ends halfway where the page scrolls too, and the mark's seconds run on meanwhile. */
function scrollTo({ range, elements: [element] }: Target): void {
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (range === null || element === undefined) return;
  // The middle of a high element is not where its number is.
  for (const at of ancestry(element)) {
    const isPage = at === at.ownerDocument.scrollingElement;
    const { top, bottom } = isPage ? { top: 0, bottom: at.clientHeight } : at.getBoundingClientRect();
    const own = range.getBoundingClientRect();
    if (at.scrollHeight > at.clientHeight && (own.top < top || own.bottom > bottom)) {
      at.scrollBy({ top: (own.top + own.bottom - top - bottom) / 2, behavior: 'instant' });
    }
  }
}

/** Marks a target and gives what ends that. */
function draw({ view, range, elements }: Target, name: string): (() => void)[] {
  const [element] = elements;
  if (element === undefined) return [];
  const colours = coloursOn(element);
  const frames = [
    ...[...new Set(elements.flatMap(surroundings))].map((at): Framed => [at, unveilingFrame(at)]),
    ...(range === null ? framesOf(element, colours) : elements.map((at): Framed => [at, leftoverFrame(at, colours)])),
  ];
  const animations = frames.flatMap(([at, frame, pseudoElement = null]) =>
    frame === null ? [] : at.animate([frame, frame], { duration: markMs, pseudoElement }),
  );
  return [
    highlight(range ?? contentsOf(element), highlightNameOn(name, colours), view),
    ...animations.map((animation) => () => animation.cancel()),
  ];
}

/** An element, with what it is to look like, and which of its pseudo-elements that is about, where it is one. */
type Framed = [at: Element, frame: Keyframe | null, pseudoElement?: string];

/** An element and all around it, out of shadow roots and frames too. */
function surroundings(element: Element): Element[] {
  const frame = element.ownerDocument.defaultView?.frameElement;
  return [...ancestry(element), ...(frame ? surroundings(frame) : [])];
}

/** How an element is marked that carries a number otherwise than as text. */
function framesOf(element: Element, colours: Colours): Framed[] {
  const text = textFrame(colours);
  if (isNamed(element, 'input') && element.type !== 'image') return [[element, text]];
  const generated = ['::before', '::after'].filter((pseudo) =>
    getComputedStyle(element, pseudo).content.startsWith('"'),
  );
  if (generated.length > 0) return generated.map((pseudo) => [element, text, pseudo]);
  const inside = [...element.querySelectorAll(':is(svg, :empty:not(svg *))')].slice(0, maxPictures);
  const pictures = inside.filter((at) => at.getBoundingClientRect().width > 0);
  if (pictures.length === 0 && element.textContent?.trim() === '') pictures.push(element);
  return pictures.map((at) => [at, pictureFrame(at, colours)]);
}

function contentsOf(element: Element): Range {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range;
}

/** Marks text and gives what ends that. A frame has a registry of its own. */
function highlight(range: Range, name: string, { CSS, Highlight }: View): () => void {
  if (CSS === undefined || Highlight === undefined) return () => {};
  const own = new Highlight(range);
  // Above what the page itself highlights.
  own.priority = 2 ** 31 - 1;
  CSS.highlights.set(name, own);
  return () => CSS.highlights.delete(name);
}
