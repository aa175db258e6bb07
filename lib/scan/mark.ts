import type { Origin } from './collect.ts';

/** The name of the page highlight; its style comes with the request to show a number, never with the page. */
export const highlightName = 'icp-lens';
/** How long a mark stays, in milliseconds. */
export const markMs = 8000;

/** How a number was shown: scrolled to, and marked as text or, where it is no text, to be outlined by its selector. */
export type Marked = { shown: boolean; outline: string | null };

/**
 * Scrolls to a stretch of a block and marks it until Escape is pressed or some seconds have passed. The page's DOM stays as
 * it is: the mark is a CSS highlight. What is no text gets none; its selector is given back for a style of the browser's.
 */
export function mark(origin: Origin | undefined, start: number, end: number): Marked {
  if (origin === undefined || !origin.element.isConnected) return { shown: false, outline: null };
  const { element, pieces } = origin;
  const range = pieces.length === 0 ? null : rangeOf(origin, start, end);
  if (pieces.length > 0 && range === null) return { shown: false, outline: null };
  const view = element.ownerDocument.defaultView ?? window;
  const calm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const target = range?.startContainer.parentElement ?? element;
  target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  if (range === null) return { shown: true, outline: selectorOf(element) };
  highlight(range, view);
  return { shown: true, outline: null };
}

function highlight(range: Range, view: Window & Partial<typeof globalThis>): void {
  // A frame has a registry of its own.
  const registry = view.CSS?.highlights;
  if (registry === undefined || view.Highlight === undefined) return;
  const own = new view.Highlight(range);
  registry.set(highlightName, own);
  const ended = new AbortController();
  const clear = (): void => {
    // Another mark may have taken its place.
    if (registry.get(highlightName) === own) registry.delete(highlightName);
    ended.abort();
  };
  const timer = setTimeout(clear, markMs);
  ended.signal.addEventListener('abort', () => clearTimeout(timer));
  for (const each of new Set([window, view])) {
    each.addEventListener('keydown', (event) => event.key === 'Escape' && clear(), {
      capture: true,
      signal: ended.signal,
    });
  }
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

/** A selector that names one element by its place; null inside a shadow root or a frame, where no style of ours reaches. */
function selectorOf(element: Element): string | null {
  if (element.getRootNode() !== document) return null;
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null && at !== document.documentElement; at = at.parentElement) {
    steps.unshift(`:nth-child(${[...(at.parentElement?.children ?? [])].indexOf(at) + 1})`);
  }
  return [':root', ...steps].join('>');
}
