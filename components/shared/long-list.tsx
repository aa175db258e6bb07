import './long-list.css';
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../lib/texts/language/translate.ts';

/** How many items of a list are drawn at first, and how many more each time: a page may show hundreds of numbers. */
const firstItems = 50;
const moreItems = 100;

/**
 * A list of which the first items are drawn, with a button for more. Once it is pressed, the focus goes to the first that came.
 * `draw` gives an item of the list with its key.
 */
export function LongList<Item>(props: {
  t: Translate;
  items: readonly Item[];
  renderItem: (item: Item, place: number) => ComponentChild;
}) {
  const { t, items, renderItem: draw } = props;
  const [shown, show] = useState(firstItems);
  const list = useRef<HTMLUListElement>(null);
  const firstNew = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (firstNew.current === null) return;
    list.current?.children[firstNew.current]?.querySelector<HTMLElement>('button, summary')?.focus();
    firstNew.current = null;
  }, [shown]);
  return (
    <>
      <ul ref={list}>{items.slice(0, shown).map(draw)}</ul>
      {items.length <= shown ? null : (
        <button
          type="button"
          class="show-more"
          onClick={() => {
            firstNew.current = shown;
            show(shown + moreItems);
          }}
        >
          {t('show_more', items.length - shown)}
        </button>
      )}
    </>
  );
}
