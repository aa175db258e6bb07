import type { Origin } from './collect.ts';

/** The name of the page highlight; its style comes with the request to show a number, never with the page. */
export const highlightName = 'icp-lens';
/** How long a mark stays, in milliseconds. */
const markMs = 8000;

/**
 * Scrolls to a stretch of a block and marks it until Escape is pressed or some seconds have passed. The page's DOM stays as
 * it is: the mark is a CSS highlight or, where the browser knows none, the page's selection. `false`: it is gone.
 */
export function mark(origin: Origin | undefined, start: number, end: number, signal: AbortSignal): boolean {
  if (origin === undefined || !origin.element.isConnected) return false;
  const range = rangeOf(origin, start, end);
  if (range === null) return false;
  const target = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  (origin.pieces.length === 0 ? origin.element : target)?.scrollIntoView({
    block: 'center',
    behavior: smooth ? 'smooth' : 'auto',
  });
  if (typeof Highlight === 'undefined') {
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return true;
  }
  CSS.highlights.set(highlightName, new Highlight(range));
  const ended = new AbortController();
  const clear = (): void => {
    CSS.highlights.delete(highlightName);
    ended.abort();
  };
  const timer = setTimeout(clear, markMs);
  ended.signal.addEventListener('abort', () => clearTimeout(timer));
  signal.addEventListener('abort', clear, { signal: ended.signal });
  addEventListener('keydown', ({ key }) => key === 'Escape' && clear(), { capture: true, signal: ended.signal });
  return true;
}

function rangeOf({ pieces, element }: Origin, start: number, end: number): Range | null {
  const range = document.createRange();
  if (pieces.length === 0) {
    range.selectNode(element);
    return range;
  }
  const first = pieces.findLast((piece) => piece.start <= start);
  const last = pieces.findLast((piece) => piece.start < end);
  if (first === undefined || last === undefined || !first.node.isConnected || !last.node.isConnected) return null;
  range.setStart(first.node, Math.min(start - first.start, first.node.length));
  range.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return range;
}
