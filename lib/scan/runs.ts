import type { Block } from '../icp/finding.ts';
import { childrenOf, elementOf, holderOf, isElement, isNamed, isText, parentOf, silentTags } from './nodes.ts';
import type { Root } from './search.ts';
import { isVisible } from './visibility.ts';

/** A text node of a run; its text begins at `start` in the run's text. */
export type Piece = { node: Text; start: number };

/** Text that reads as one: joined over inline elements, `\n` where a line breaks, ended by the edge of a block. */
export type Run = { text: string; pieces: Piece[]; links: Block['links']; hidden: boolean };

const inlineTags = /^(a|abbr|b|bd[io]|cite|em|font|i|label|small|span|strong|u)$/;

/**
 * Reads the runs of an element or a shadow root: its own text and that of its inline descendants. Hidden text is kept apart
 * from the visible text around it. Descendants that are blocks end a run and are not entered.
 */
export function readRuns(container: Root): Run[] {
  const runs: Run[] = [];
  let shown = blank(false);
  let unseen = blank(true);
  const finish = (): void => {
    for (const run of [shown, unseen]) if (run.pieces.length > 0) runs.push(run);
    shown = blank(false);
    unseen = blank(true);
  };
  // Spaces and breaks belong to either.
  const space = (text: string): void => {
    shown.text += text;
    unseen.text += text;
  };
  const read = (parent: Root): void => {
    const keepsBreaks = /pre|break-spaces/.test(getComputedStyle(elementOf(parent)).whiteSpace);
    for (const child of childrenOf(parent)) {
      if (isText(child)) {
        // Same length, so that offsets in the run are offsets in the node.
        const text = keepsBreaks ? child.data : child.data.replace(/[\t\n\r]/g, ' ');
        if (text.trim() === '') space(text);
        else append(isVisible(child) ? shown : unseen, child, text);
      } else if (child.localName === 'br') {
        space('\n');
      } else if (isElement(child) && !silentTags.test(child.localName)) {
        // What is not rendered or laid out elsewhere does not break the line; where it matters it is a container of its own.
        const { display, position } = getComputedStyle(child);
        if (display === 'none' || /abs|fix/.test(position)) continue;
        if (isInline(child)) descend(child);
        else finish();
      }
    }
  };
  const descend = (element: Element): void => {
    // What flex and grid lay out side by side is apart to the eye; a number may still run over it.
    const apart = isItem(element) ? '\n' : '';
    space(apart);
    const starts = [shown, unseen].map((run) => ({ run, start: run.text.length }));
    read(element);
    const href = isNamed(element, 'a') ? element.href : '';
    for (const { run, start } of starts) {
      const text = run.text.slice(start);
      if (href !== '' && text.trim() !== '') run.links.push({ start, end: run.text.length, href });
    }
    space(apart);
  };
  read(container);
  finish();
  const link = elementOf(container).closest('a');
  if (link !== null) for (const run of runs) run.links.unshift({ start: 0, end: run.text.length, href: link.href });
  return runs;
}

/** What a text's lines are part of: an element, or the shadow root at whose edge they end. */
export function blockOf(text: Text): Root | null {
  let at = holderOf(text);
  while (at !== null && isElement(at) && isInline(at)) at = holderOf(at);
  return at;
}

/** Whether an element is part of its parent's lines. Inline elements that flex or grid lay out side by side are. */
function isInline(element: Element): boolean {
  const { display } = getComputedStyle(element);
  return /^(inline|contents|ruby)/.test(display) || isItem(element);
}

function isItem(element: Element): boolean {
  const parent = parentOf(element);
  return (
    inlineTags.test(element.localName) &&
    parent !== null &&
    /flex|grid/.test(getComputedStyle(parent).display) &&
    getComputedStyle(element).display !== 'none'
  );
}

function blank(hidden: boolean): Run {
  return { text: '', pieces: [], links: [], hidden };
}

function append(run: Run, node: Text, text: string): void {
  run.pieces.push({ node, start: run.text.length });
  run.text += text;
}
