import './banner.css';
import type { ComponentChildren } from 'preact';
import { Icon, type Shape } from '../../shared/icon.tsx';

/** Something that the reader should know, with what to do about it. `bad`: something went wrong. */
export function Banner({ sort, children }: { sort: 'note' | 'bad'; children: ComponentChildren }) {
  const shape: Shape = sort === 'bad' ? 'suspect' : 'note';
  return (
    <div class={`banner ${sort}`}>
      <Icon shape={shape} />
      <div>{children}</div>
    </div>
  );
}
