import type { Match } from './number.ts';

/** Every part of a page. In `article`, `comment`, `code` and `list`, text speaks of other sites' numbers. */
export const pageParts = ['footer', 'main', 'article', 'comment', 'code', 'list'] as const;

/** The part of the page in which a block stands. */
export type PagePart = (typeof pageParts)[number];

/** Every role of a number. */
export const roles = ['claim', 'mention'] as const;

/** `claim`: the site shows the number as its own. `mention`: it only speaks of it. */
export type Role = (typeof roles)[number];

/**
 * Every source of text: the page's own text, an attribute such as `alt` that is shown instead of text, the address of a link to
 * a registry.
 */
export const sources = ['text', 'attribute', 'link'] as const;

/** The source of a block's text. */
export type Source = (typeof sources)[number];

/** How a block is shown. */
export type Look = {
  /** CSS pixels. */
  fontSizePx: number;
  /**
   * Contrast to the background after WCAG 2, 1 to 21; null where the background is an image, a gradient or half transparent.
   */
  contrast: number | null;
  /** In the middle of the page's width, horizontally. */
  centred: boolean;
  /** Below the part of the page that a visitor sees before scrolling. */
  belowFold: boolean;
};

/** A run of the page's text that ends where a block ends: the input of `find`. */
export type Block = {
  /** The id by which the scan that made the block finds it again. */
  id: number;
  /** The text as a visitor reads it; `\n` where the line breaks. For links, the address. */
  text: string;
  source: Source;
  place: PagePart;
  /** In the source, but not visible. */
  hidden: boolean;
  /** How it is shown; null where it is hidden. */
  look: Look | null;
  /** Links in the text: absolute addresses with the offsets they span. */
  links: { start: number; end: number; href: string }[];
};

/** A number on a page. The same number in several parts of the page is one finding. */
export type Finding = {
  number: Match;
  role: Role;
  hidden: boolean;
  place: PagePart;
  look: Look | null;
  source: Source;
  /** Where the number links to; null where it is no link. */
  link: string | null;
  /** The nearest links before and after it in its block: a link to a registry may stand beside the number instead of on it. */
  nearbyLinks: string[];
  /**
   * The text around the number, at most `surroundingChars` to each side; `placeInSurroundings` gives the number's offsets in
   * it.
   */
  surroundings: string;
  /** The id of the block in which it was first seen; `number.start` and `number.end` are offsets in that block's text. */
  block: number;
};

/** Whether the site shows a number as its own and visitors can see it. The badge and the popup count these. */
export function isOwn({ role, hidden }: Pick<Finding, 'role' | 'hidden'>): boolean {
  return role === 'claim' && !hidden;
}

/** Characters kept to each side of a number. */
export const surroundingChars = 40;

/** A number's offsets in its surroundings: `surroundings.slice(start, end)` is the number as the page shows it. */
export function offsetsInSurroundings({ number }: Pick<Finding, 'number'>): { start: number; end: number } {
  const start = Math.min(number.start, surroundingChars);
  return { start, end: start + number.end - number.start };
}
