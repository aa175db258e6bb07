import type { Origin } from './collect.ts';

/** The name of the page highlight; its style comes with the request to show a number, never with the page. */
export const highlightName = 'icp-lens';
/** How long a mark stays, in milliseconds. */
export const markMs = 8000;

/** The outline of what is no text; a colour that stands out from white and from black. */
const outline = { outline: '3px solid #8c2f00', outlineOffset: '3px' };

/**
 * Scrolls to a stretch of a block and marks it until Escape is pressed, another is marked or some seconds have passed; false:
 * it is no longer there. The page's DOM stays as it is: text is marked by a CSS highlight, what is no text by an animation of
 * its outline that stands still, which reaches into frames and shadow roots as no style sheet of ours would.
 */
export function mark(origin: Origin | undefined, start: number, end: number): boolean {
  const target = targetOf(origin, start, end);
  if (target === null) return false;
  const { element, range } = target;
  const view = element.ownerDocument.defaultView ?? window;
  const calm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollTo(target, calm ? 'auto' : 'smooth');
  for (const { document, CSS } of new Set<Window & Partial<typeof globalThis>>([window, view])) {
    CSS?.highlights?.delete(highlightName);
    for (const animation of document.getAnimations()) if (animation.id === highlightName) animation.cancel();
  }
  const clear = range === null ? drawOutline(element) : highlight(range, view);
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), markMs);
  ended.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clear();
  });
  for (const each of new Set([window, view])) {
    each.addEventListener('keydown', (event) => event.key === 'Escape' && ended.abort(), {
      capture: true,
      signal: ended.signal,
    });
  }
  return true;
}

/** Scrolls to a stretch of a block at once and marks nothing; false: it is no longer there. */
export function bringIntoView(origin: Origin | undefined, start: number, end: number): boolean {
  const target = targetOf(origin, start, end);
  if (target === null) return false;
  scrollTo(target, 'instant');
  return true;
}

/** What is to be shown: an element, and the stretch of text in it, null where it is no text. */
type Target = { element: Element; range: Range | null };

function targetOf(origin: Origin | undefined, start: number, end: number): Target | null {
  if (origin === undefined || !origin.element.isConnected) return null;
  const { element, pieces, from } = origin;
  const range = pieces.length === 0 ? null : rangeOf(origin, from + start, from + end);
  return pieces.length > 0 && range === null ? null : { element, range };
}

function scrollTo({ element, range }: Target, behavior: ScrollBehavior): void {
  (range?.startContainer.parentElement ?? element).scrollIntoView({ block: 'center', behavior });
}

/** Marks text and gives what ends that. */
function highlight(range: Range, view: Window & Partial<typeof globalThis>): () => void {
  // A frame has a registry of its own.
  const registry = view.CSS?.highlights;
  if (registry === undefined || view.Highlight === undefined) return () => {};
  const own = new view.Highlight(range);
  registry.set(highlightName, own);
  return () => {
    // Another mark may have taken its place.
    if (registry.get(highlightName) === own) registry.delete(highlightName);
  };
}

/** Marks an element and gives what ends that. */
function drawOutline(element: Element): () => void {
  const animation = element.animate([outline, outline], { id: highlightName, duration: markMs });
  return () => animation.cancel();
}

function rangeOf({ pieces, element }: Origin, start: number, end: number): Range | null {
  const first = pieces.findLast((piece) => piece.start <= start);
  const last = pieces.findLast((piece) => piece.start < end);
  if (first === undefined || last === undefined || !first.node.isConnected || !last.node.isConnected) return null;
  const range = element.ownerDocument.createRange();
  range.setStart(first.node, Math.min(start - first.start, first.node.length));
  range.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return range;
}
