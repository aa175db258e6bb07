import type { Block } from '../icp/finding.ts';
import { isVisible } from './visibility.ts';

/** A text node of a run; its text begins at `start` in the run's text. */
export type Piece = { node: Text; start: number };

/** Text that reads as one: joined over inline elements, `\n` where a line breaks, ended by the edge of a block. */
export type Run = { text: string; pieces: Piece[]; links: Block['links']; hidden: boolean };

const skipped = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']);
const inlineTags = new Set([
  'A',
  'ABBR',
  'B',
  'BDI',
  'BDO',
  'CITE',
  'EM',
  'FONT',
  'I',
  'LABEL',
  'SMALL',
  'SPAN',
  'STRONG',
  'U',
]);

/**
 * Reads the runs of an element: its own text and that of its inline descendants. Hidden text is kept apart from the
 * visible text around it. Descendants that are blocks end a run and are not entered.
 */
export function readRuns(container: Element): Run[] {
  const runs: Run[] = [];
  let shown = blank(false);
  let unseen = blank(true);
  const finish = (): void => {
    for (const run of [shown, unseen]) if (run.pieces.length > 0) runs.push(run);
    shown = blank(false);
    unseen = blank(true);
  };
  const read = (parent: Element, visible: boolean): void => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        append(visible ? shown : unseen, child, keepsBreaks(parent));
      } else if (child instanceof HTMLBRElement) {
        shown.text += '\n';
        unseen.text += '\n';
      } else if (child instanceof Element && !skipped.has(child.tagName)) {
        const { display } = getComputedStyle(child);
        // What is not rendered does not break the line it stands in; where it matters it is a container of its own.
        if (display === 'none') continue;
        if (isInline(child)) descend(child);
        else finish();
      }
    }
  };
  const descend = (element: Element): void => {
    // What flex and grid lay out side by side is apart to the eye; a number may still run over it.
    const apart = isItem(element) ? '\n' : '';
    const run = isVisible(element) ? shown : unseen;
    run.text += apart;
    const start = run.text.length;
    read(element, run === shown);
    const href = element instanceof HTMLAnchorElement ? element.href : '';
    if (href !== '' && run.text.length > start) run.links.push({ start, end: run.text.length, href });
    run.text += apart;
  };
  const link = container.closest('a');
  read(container, isVisible(container));
  finish();
  if (link !== null) for (const run of runs) run.links.unshift({ start: 0, end: run.text.length, href: link.href });
  return runs;
}

/** Whether an element is part of its parent's lines. Inline elements that flex or grid lay out side by side are. */
export function isInline(element: Element): boolean {
  const { display } = getComputedStyle(element);
  return display.startsWith('inline') || display === 'contents' || display.startsWith('ruby') || isItem(element);
}

function isItem(element: Element): boolean {
  const parent = element.parentElement;
  return (
    inlineTags.has(element.tagName) &&
    parent !== null &&
    /flex|grid/.test(getComputedStyle(parent).display) &&
    getComputedStyle(element).display !== 'none'
  );
}

function blank(hidden: boolean): Run {
  return { text: '', pieces: [], links: [], hidden };
}

function append(run: Run, node: Text, breaks: boolean): void {
  run.pieces.push({ node, start: run.text.length });
  // Same length, so that offsets in the run are offsets in the node.
  run.text += breaks ? node.data : node.data.replace(/[\t\n\r]/g, ' ');
}

function keepsBreaks(element: Element): boolean {
  return /pre|break-spaces/.test(getComputedStyle(element).whiteSpace);
}
