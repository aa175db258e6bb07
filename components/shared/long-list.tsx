import './long-list.css';
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../lib/texts/language/translate.ts';

/** How many items of a list are rendered at first, and added with each press: a page may show hundreds of numbers. */
const firstItems = 50;
const moreItems = 100;

/**
 * A list that renders its first items, with a button for more. A press moves the focus to the first new item. `renderItem` returns
 * an `li` with its key.
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
