import './marked-text.css';
import type { ComponentChild } from 'preact';
import type { Match } from '../../../lib/icp/number.ts';

/**
 * A text with its numbers marked, each with its place in the list of them. Several numbers may stand at one place; the text is
 * shown as it is, so that it can be compared with what was pasted.
 */
export function MarkedText({ text, matches }: { text: string; matches: readonly Match[] }) {
  const ordinals = new Map<number, number[]>();
  for (const [place, { start }] of matches.entries()) ordinals.set(start, [...(ordinals.get(start) ?? []), place + 1]);
  const pieces: ComponentChild[] = [];
  let end = 0;
  for (const [place, { start, end: stop, status }] of matches.entries()) {
    // One of several at a place: its mark is there already.
    if (start < end) continue;
    pieces.push(text.slice(end, start));
    pieces.push(
      <mark key={place} class={status}>
        {text.slice(start, stop)}
        <sup>{ordinals.get(start)?.join(', ')}</sup>
      </mark>,
    );
    end = stop;
  }
  return (
    <p class="marked" lang="zh-CN" translate={false} dir="auto">
      {pieces}
      {text.slice(end)}
    </p>
  );
}
