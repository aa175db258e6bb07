import type { Block } from '../icp/finding.ts';
import { isAnchored, isPromising } from './anchor.ts';
import { addressOf, isNamed, isShadow, parentOf } from './nodes.ts';
import type { Reach } from './reach.ts';
import type { Root } from './search.ts';

/** The text that an element shows or carries outside its text nodes. */
export type Carried = { element: Element; text: string; source: Block['source']; hidden: boolean; href: string };

/**
 * Most style rules of one root that are searched for generated content, most of those that may generate a number, and most
 * elements of each that are asked.
 */
const maxRules = 20_000;
const maxGenerating = 200;
const maxElements = 20;
/** Rules that are read before the page gets its turn: about a millisecond's work. */
const rulesPerStep = 500;
/** How many levels above an icon its link may stand. */
const iconDepth = 3;

/**
 * An address of the police's portal with a number's digits in it (numbers.md §3.4). The text between is bounded: a page may
 * make an address as long as it likes and name the portal in it any number of times.
 */
export const policeAddress = /beian\.(mps\.)?gov\.cn\/.{0,99}code=\d{10}/;

/** Whether an address of the police's portal holds a number's digits that the text does not show. */
export function isOnlyInLink(href: string, text: string): boolean {
  return policeAddress.test(href) && !/\d{10}/.test(text);
}

const wordIn = (name: string): string =>
  // Every spelling of a number holds one of these. A selector that respects case is four times as fast.
  `[${name}]:is(${'备 備 号 號 ICP ang -20'.split(' ').map((word) => `[${name}*="${word}"]`)})`;
const inTitle = wordIn('title');
/**
 * The elements without content that may carry a number or hold a shadow root. The browser itself skips nearly all images and
 * icons of a page with it; a script takes some microseconds for each.
 */
export const mayCarry = `:empty:is(:not(b,br,em,hr,i,img,li,path,td,use),img:is(${wordIn('alt')},${inTitle},[src*="%E5%A4%87"],[src*=备]),a:is([href*=beian],${inTitle}) *)`;

/**
 * The texts that an element without content carries. An image carries its `alt` and title or, where it is a badge, a number in
 * its address. A button or a read-only field carries its value. An icon carries the link around it, once for each link: `links`
 * are those already read.
 */
export function* carriedBy(element: Element, links: Set<Element>): Generator<Carried> {
  if (isNamed(element, 'input')) {
    const shown = element.readOnly || element.disabled || /^(button|submit|reset|image)$/.test(element.type);
    const text = element.type === 'image' ? element.alt : element.value;
    // What people type into a field themselves is private.
    if (shown && isPromising(text)) yield { element, text, source: 'attribute', hidden: false, href: '' };
    return;
  }
  const link = linkAround(element);
  const href = link === null ? '' : addressOf(link);
  if (isNamed(element, 'img')) {
    const { alt, title, src } = element;
    // Badge services put the number into the address, which the browser escapes: %E5%A4%87 is 备.
    for (const text of [alt, title, src]) {
      if (isPromising(text) || /^http.*%E5%A4%87/.test(text))
        yield { element, text, source: 'attribute', hidden: false, href };
    }
  }
  if (link === null || links.has(link)) return;
  links.add(link);
  const label = link.textContent.trim();
  // A tooltip counts as shown only where the link shows no text.
  if (isPromising(link.title)) {
    yield { element: link, text: link.title, source: 'attribute', hidden: label !== '', href };
  }
  // Where a link's text shows digits, they are the number: visitors do not see the link's address.
  if (isOnlyInLink(href, label)) yield { element: link, text: href, source: 'link', hidden: false, href };
}

function linkAround(element: Element): HTMLAnchorElement | null {
  let at: Element | null = element;
  for (let up = 0; up <= iconDepth && at !== null; up++, at = parentOf(at)) if (isNamed(at, 'a')) return at;
  return null;
}

/**
 * Text of `::before` and `::after` with the element's own text between them, found through the style rules that generate it.
 * `select` gives the elements that match a selector. Yields `undefined` after each small piece of work.
 */
export function* generatedIn(root: Root, select: Reach['select']): Generator<Carried | undefined> {
  const scope = isShadow(root) ? root : root.ownerDocument;
  let rules = 0;
  let generating = 0;
  for (const sheet of [...scope.styleSheets, ...scope.adoptedStyleSheets]) {
    for (const rule of rulesOf(sheet)) {
      if (rules++ > maxRules) return;
      if (rules % rulesPerStep === 0) yield;
      const { selectorText = '' } = rule;
      if (!/:(before|after)/.test(selectorText) || !/attr\(|content:[^;]*(备|備|ICP|安|證|证)/i.test(rule.cssText))
        continue;
      if (generating++ > maxGenerating) return;
      for (const element of [...matching(select, selectorText.replace(/::?(?:before|after)/g, ''))].slice(
        0,
        maxElements,
      )) {
        const [before, after] = [contentOf(element, '::before'), contentOf(element, '::after')];
        // Reading the text of a whole page is dear, so it is skipped where nothing is generated.
        if (before + after === '') continue;
        const text = before + (element.textContent ?? '').slice(0, 200) + after;
        const href = isNamed(element, 'a') ? addressOf(element) : '';
        if (isPromising(text)) yield { element, text, source: 'text', hidden: false, href };
      }
      yield;
    }
  }
}

/** The rules of a style sheet, those inside media queries, layers and the like included. */
function* rulesOf(group: CSSStyleSheet | CSSRule): Generator<CSSRule> {
  try {
    for (const rule of group.cssRules ?? []) {
      yield rule;
      yield* rulesOf(rule);
    }
  } catch {
    // Scripts cannot read style sheets of other origins.
  }
}

function matching(select: Reach['select'], selector: string): Iterable<Element> {
  try {
    return select(selector);
  } catch {
    return [];
  }
}

/** The text that a pseudo-element shows. Counters and images are no text. */
function contentOf(element: Element, pseudo: '::before' | '::after'): string {
  const [, text = ''] = /^"(.*)"$/.exec(getComputedStyle(element, pseudo).content) ?? [];
  return isAnchored(text) || /\d/.test(text) ? text : '';
}

declare global {
  // Only some rules have these. `instanceof` fails for the rules of frames.
  interface CSSRule {
    readonly selectorText?: string;
    readonly cssRules?: CSSRuleList;
  }
}
