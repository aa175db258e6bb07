import './marked-text.css';
import type { ComponentChild } from 'preact';
import type { Match } from '../../../lib/icp/number.ts';

/**
 * A text with its numbers marked, each with its ordinal. Several numbers may share one range. The text is shown unchanged, so that
 * it can be compared with what was pasted.
 */
export function MarkedText({ text, matches }: { text: string; matches: readonly Match[] }) {
  const ordinals = new Map<number, number[]>();
  for (const [place, { start }] of matches.entries()) ordinals.set(start, [...(ordinals.get(start) ?? []), place + 1]);
  const pieces: ComponentChild[] = [];
  let end = 0;
  for (const [place, { start, end: stop, status }] of matches.entries()) {
    // Another number in this range has the mark already.
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
