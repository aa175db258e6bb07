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

/** A text node of a run. Its text begins at the offset `start` of the run's text. */
export type Piece = { node: Text; start: number };

/** Text that reads as one piece: joined across inline elements, `\n` where a line breaks, ended by the edge of a block. */
export type Run = { text: string; pieces: Piece[]; links: Block['links']; hidden: boolean };

/**
 * One piece of a container's lines: the text of a node; spaces and breaks, which have no node; or the edge of a block, which
 * has no text either. `href`: the address of the link around it, empty where there is none.
 */
type Token = { text?: string; node?: Text; href: string; isAsked?: boolean };

const edge: Token = { href: '' };

/**
 * In a container of at most so many tokens every text is tested for visibility. Larger ones hold code, logs, tables of data.
 */
const fewTokens = 300;
/** A number and the words that tell its kind stand within this many characters; a run of spaces counts as one. */
const reach = 60;
/** Most texts of one container that are tested for visibility: the first half and the last half. */
const maxAsked = 2000;
/** How much of an address is searched for a number, in characters. Addresses of the police's portal are shorter. */
const addressChars = 100;

const inlineTags = /^(a|abbr|b|bd[io]|cite|em|font|i|label|small|span|strong|u)$/;
/** The `display` of elements that stand in the lines of their parent. */
const inLines = /^(inline|contents|ruby)/;

/**
 * Reads the runs of an element or a shadow root: its own text and that of its inline descendants. Hidden text is kept apart
 * from the visible text around it. A descendant that is a block ends a run and is not entered. Yields after each small piece of
 * work.
 *
 * Why not test every text for visibility: the test takes the browser longer the more its container holds, and highlighted code
 * has a text for each word. In long containers only texts near an anchor with digits are tested. The others hold no number and
 * count as visible.
 *
 * @returns The runs, and whether texts were left out because too many would have to be tested.
 */
export function* readRuns(container: Root): Generator<void, { runs: Run[]; capped: boolean }> {
  const element = elementOf(container);
  const tokens: Token[] = [];
  const link = element.closest('a');
  yield* readTokens(container, getComputedStyle(element).display, link === null ? '' : addressOf(link), tokens);
  const capped = yield* chooseAsked(tokens);
  const runs: Run[] = [];
  let both: [Run, Run] = [blank(false), blank(true)];
  /** The address of the link around the last text, and the offsets of that text in both runs. */
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
      // Spaces and breaks belong to both runs.
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
 * Reads the tokens of a container's lines without testing visibility. `display`: that of the parent; `href`: the address of the
 * link around it.
 */
function* readTokens(parent: Root, display: string, href: string, tokens: Token[]): Generator<void> {
  for (const child of childrenOf(parent)) {
    yield;
    if (isText(child)) {
      const { data } = child;
      // The length stays, so that offsets in the run are offsets in the node.
      const text = /[\t\n\r]/.test(data) && !keepsBreaks(parent) ? data.replace(/[\t\n\r]/g, ' ') : data;
      tokens.push({ text, href, ...(text.trim() !== '' && { node: child }) });
    } else if (child.localName === 'br') {
      tokens.push({ text: '\n', href });
    } else if (isElement(child) && !silentTags.test(child.localName)) {
      // An element that is not rendered, or is laid out elsewhere, does not break the line. Where it matters it is a container
      // of its own.
      const style = getComputedStyle(child);
      if (style.display === 'none' || /abs|fix/.test(style.position)) continue;
      const isItem = isItemOf(display, child);
      if (!isItem && !inLines.test(style.display)) {
        tokens.push(edge);
        continue;
      }
      // Items that flex and grid lay out side by side look separate, but a number may still run across them.
      const apart = { text: isItem ? '\n' : '', href };
      tokens.push(apart);
      yield* readTokens(child, style.display, isNamed(child, 'a') ? addressOf(child) : href, tokens);
      tokens.push(apart);
    }
  }
}

/**
 * Chooses the texts that are tested for visibility: those near an anchor with digits, or near a link to the police's portal
 * with digits in its address. Where these are too many, those in the middle become edges of blocks. Returns whether that was
 * so.
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

/** The container of a text's lines: an element, or the shadow root in which they stand. */
export function blockOf(text: Text): Root | null {
  let at = holderOf(text);
  while (at !== null && isElement(at) && isInline(at)) at = holderOf(at);
  return at;
}

/** Whether an element stands in its parent's lines. Inline elements that flex or grid lay out side by side do too. */
function isInline(element: Element): boolean {
  const { display } = getComputedStyle(element);
  const parent = parentOf(element);
  return (
    inLines.test(display) ||
    (display !== 'none' && parent !== null && isItemOf(getComputedStyle(parent).display, element))
  );
}

/** Whether an element is an inline one that a parent with this `display` lays out side by side with others. */
function isItemOf(display: string, { localName }: Element): boolean {
  return /flex|grid/.test(display) && inlineTags.test(localName);
}

function keepsBreaks(parent: Root): boolean {
  return /pre|break-spaces/.test(getComputedStyle(elementOf(parent)).whiteSpace);
}

function blank(hidden: boolean): Run {
  return { text: '', pieces: [], links: [], hidden };
}
