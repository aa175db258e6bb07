import './banner.css';
import type { ComponentChildren } from 'preact';
import { Icon, type Shape } from '../../shared/icon.tsx';

/** A banner with a message and what to do about it. `bad`: it is about an error. */
export function Banner({ sort, children }: { sort: 'note' | 'bad'; children: ComponentChildren }) {
  const shape: Shape = sort === 'bad' ? 'suspect' : 'note';
  return (
    <div class={`banner ${sort}`}>
      <Icon shape={shape} />
      <div>{children}</div>
    </div>
  );
}
