import type { Block } from '../icp/finding.ts';
import { isPromising } from './anchor.ts';
import { policeAddress } from './carriers.ts';
import {
  addressOf,
  childrenOf,
  elementOf,
  holderOf,
  isElement,
  isNamed,
  isText,
  parentOf,
  silentTags,
} from './nodes.ts';
import type { Root } from './search.ts';
import { isVisible } from './visibility.ts';

/** A text node of a run; its text begins at `start` in the run's text. */
export type Piece = { node: Text; start: number };

/** Text that reads as one: joined over inline elements, `\n` where a line breaks, ended by the edge of a block. */
export type Run = { text: string; pieces: Piece[]; links: Block['links']; hidden: boolean };

/**
 * What a container's lines are made of, in order: the text of a node, or spaces and breaks, which have none; and the edges of
 * blocks, which have no text either. `href`: the address of the link around it, empty where there is none.
 */
type Token = { text?: string; node?: Text; href: string; isAsked?: boolean };

const edge: Token = { href: '' };

/** All texts of containers of so few tokens are asked whether they are seen. More of them have code, logs, tables of data. */
const fewTokens = 300;
/** Within so many characters a number and what tells its kind stand; spaces count as one. */
const reach = 60;
/** Most texts of one container that are asked whether they are seen: the first half and the last. */
const maxAsked = 2000;
/** Longest part of an address that is looked at for a number; those of the police's portal are shorter. */
const addressChars = 100;

const inlineTags = /^(a|abbr|b|bd[io]|cite|em|font|i|label|small|span|strong|u)$/;
/** How what stands in the lines of its parent is displayed. */
const inLines = /^(inline|contents|ruby)/;

/**
 * Reads the runs of an element or a shadow root: its own text and that of its inline descendants. Hidden text is kept apart
 * from the visible text around it. Descendants that are blocks end a run and are not entered. Yields after each small piece
 * of work.
 *
 * Why not every text is asked whether it is seen: the browser takes the longer to answer the more its container holds, and
 * code that is marked up has a text for each word. Of long containers only those are asked that stand near an anchor with
 * digits; the others hold no number, and count as seen.
 *
 * @returns The runs, and whether texts were left out because too many would have had to be asked.
 */
export function* readRuns(container: Root): Generator<void, { runs: Run[]; capped: boolean }> {
  const element = elementOf(container);
  const tokens: Token[] = [];
  const link = element.closest('a');
  yield* readTokens(container, getComputedStyle(element).display, link === null ? '' : addressOf(link), tokens);
  const capped = yield* chooseAsked(tokens);
  const runs: Run[] = [];
  let both: [Run, Run] = [blank(false), blank(true)];
  /** The link that the last text was part of, and where its text begins in both runs. */
  let last = '';
  let starts = [0, 0];
  for (const { text, node, href, isAsked } of [...tokens, edge]) {
    yield;
    if (text === undefined || href !== last) {
      for (const [index, run] of both.entries()) {
        const start = starts[index] ?? 0;
        const end = run.text.length;
        if (last !== '' && run.text.slice(start).trim() !== '') run.links.push({ start, end, href: last });
      }
      if (text === undefined) {
        for (const run of both) if (run.pieces.length > 0) runs.push(run);
        both = [blank(false), blank(true)];
      }
      last = href;
      starts = both.map((run) => run.text.length);
    }
    const isHidden = isAsked === true && node !== undefined && !isVisible(node);
    for (const run of both) {
      // Spaces and breaks belong to either.
      if (node !== undefined) {
        if (run.hidden !== isHidden) continue;
        run.pieces.push({ node, start: run.text.length });
      }
      run.text += text ?? '';
    }
  }
  return { runs, capped };
}

/**
 * Reads what a container's lines are made of; asks nothing of single texts. `display` is that of the parent, `href` the
 * address of the link around it.
 */
function* readTokens(parent: Root, display: string, href: string, tokens: Token[]): Generator<void> {
  for (const child of childrenOf(parent)) {
    yield;
    if (isText(child)) {
      const { data } = child;
      // Same length, so that offsets in the run are offsets in the node.
      const text = /[\t\n\r]/.test(data) && !keepsBreaks(parent) ? data.replace(/[\t\n\r]/g, ' ') : data;
      tokens.push({ text, href, ...(text.trim() !== '' && { node: child }) });
    } else if (child.localName === 'br') {
      tokens.push({ text: '\n', href });
    } else if (isElement(child) && !silentTags.test(child.localName)) {
      // What is not rendered or laid out elsewhere does not break the line; where it matters it is a container of its own.
      const style = getComputedStyle(child);
      if (style.display === 'none' || /abs|fix/.test(style.position)) continue;
      const isItem = isItemOf(display, child);
      if (!isItem && !inLines.test(style.display)) {
        tokens.push(edge);
        continue;
      }
      // What flex and grid lay out side by side is apart to the eye; a number may still run over it.
      const apart = { text: isItem ? '\n' : '', href };
      tokens.push(apart);
      yield* readTokens(child, style.display, isNamed(child, 'a') ? addressOf(child) : href, tokens);
      tokens.push(apart);
    }
  }
}

/**
 * Marks the texts that are asked whether they are seen: those near an anchor that has digits, or near a link to the police's
 * portal with some in its address. Of too many, those in the middle become edges of blocks. Gives whether there were.
 */
function* chooseAsked(tokens: Token[]): Generator<void, boolean> {
  let all = '';
  const starts: number[] = [];
  for (const { text = ' ', href } of tokens) {
    yield;
    starts.push(all.length);
    all += text.replace(/\s+/g, ' ') + (href.includes('beian') ? href.slice(0, addressChars) : '');
  }
  const mayHold = (part: string): boolean => isPromising(part) || policeAddress.test(part);
  const isWhole = tokens.length < fewTokens && mayHold(all);
  const asked: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    yield;
    if (token.node === undefined) continue;
    const [start = 0, end = all.length] = starts.slice(index, index + 2);
    token.isAsked = isWhole || mayHold(all.slice(Math.max(0, start - reach), end + reach));
    if (token.isAsked) asked.push(token);
  }
  const dropped = asked.splice(maxAsked / 2, asked.length - maxAsked);
  for (const token of dropped) {
    delete token.text;
    delete token.node;
  }
  return dropped.length > 0;
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
  const parent = parentOf(element);
  return (
    inLines.test(display) ||
    (display !== 'none' && parent !== null && isItemOf(getComputedStyle(parent).display, element))
  );
}

/** Whether an element is an inline one that a parent of this display lays out side by side with others. */
function isItemOf(display: string, { localName }: Element): boolean {
  return /flex|grid/.test(display) && inlineTags.test(localName);
}

function keepsBreaks(parent: Root): boolean {
  return /pre|break-spaces/.test(getComputedStyle(elementOf(parent)).whiteSpace);
}

function blank(hidden: boolean): Run {
  return { text: '', pieces: [], links: [], hidden };
}
