import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The rendered rows of a long list: their indexes and offsets in CSS pixels, and the height of the whole list. */
export type VirtualRows = {
  drawn: { index: number; startPx: number }[];
  totalPx: number;
  /** Scrolls until a row is in sight. */
  reveal: (index: number) => void;
};

/**
 * Virtualises `count` rows of one height: renders only those that a scrolling box shows, and a few around them. The row `always` is
 * rendered wherever it is, because it may have the focus. `headPx`: the height of the box's sticky header.
 *
 * Why the library's core and not a binding: there is none for Preact, and the code below does a binding's work.
 */
export function useVirtualRows(
  box: RefObject<HTMLElement | null>,
  { count, rowPx, headPx, always }: { count: number; rowPx: number; headPx: number; always: number },
): VirtualRows {
  const [, draw] = useState(0);
  const options = {
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 8,
    scrollPaddingStart: headPx,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    rangeExtractor: (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      const isDrawn = always >= count || indexes.includes(always);
      return isDrawn ? indexes : [...indexes, always].sort((a, b) => a - b);
    },
    onChange: () => draw((turn) => turn + 1),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  // After a change of the row height, all offsets are computed again.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowPx]);
  return {
    drawn: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, startPx: start })),
    totalPx: virtualizer.getTotalSize(),
    reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
