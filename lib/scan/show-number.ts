import { originOf } from './latest.ts';
import { bringIntoView, mark } from './mark.ts';

/** A number on this page: a stretch of a block's text. `highlight`: the name of the highlight that marks it; null: it is not marked. */
type Target = { block: number; start: number; end: number; highlight: string | null };

/** Scrolls to a number on this page and marks it, if that is wanted. `false`: it is no longer there. */
export function showNumber({ block, start, end, highlight }: Target): boolean {
  const origin = originOf(block);
  return highlight === null ? bringIntoView(origin, start, end) : mark(origin, start, end, highlight);
}
