import type { Match } from './number.ts';

/** Every part of a page. `article`, `comment`, `code` and `list` hold text that speaks of others' numbers. */
export const places = ['footer', 'main', 'article', 'comment', 'code', 'list'] as const;

/** Where on the page a block stands. */
export type Place = (typeof places)[number];

/** Every role of a number. */
export const roles = ['claim', 'mention'] as const;

/** Whether the site shows a number as its own or only speaks of it. */
export type Role = (typeof roles)[number];

/** Every source of text: the page's own, an attribute such as `alt` shown in place of text, the address of a link to a registry. */
export const sources = ['text', 'attribute', 'link'] as const;

/** Where a block's text comes from. */
export type Source = (typeof sources)[number];

/** How a block is shown. */
export type Look = {
  /** CSS pixels. */
  fontSizePx: number;
  /** Contrast to the ground after WCAG 2, 1 to 21; null where the ground is an image, a gradient or half transparent. */
  contrast: number | null;
  /** In the middle of the page's width. */
  centred: boolean;
  /** Below what a visitor sees before scrolling. */
  belowFold: boolean;
};

/** A run of text of the page, cut at the ends of blocks: what `find` reads. */
export type Block = {
  /** Handle by which the scan that made it finds the block again. */
  id: number;
  /** The text as a visitor reads it; `\n` where the line breaks. For links, the address. */
  text: string;
  source: Source;
  place: Place;
  /** In the source, but not on screen. */
  hidden: boolean;
  /** How it is shown; null where it is hidden. */
  look: Look | null;
  /** Links in the text: absolute addresses with the offsets they span. */
  links: { start: number; end: number; href: string }[];
};

/** A number on a page. The same number in several places is one finding. */
export type Finding = {
  number: Match;
  role: Role;
  hidden: boolean;
  place: Place;
  look: Look | null;
  source: Source;
  /** Where the number links to; null where it is no link. */
  link: string | null;
  /** The next links before and after it in its block: a registry's may stand beside the number instead of on it. */
  nearbyLinks: string[];
  /** The text around the number, at most `surroundingChars` to each side; `placeInSurroundings` tells where it stands. */
  surroundings: string;
  /** The block it was first seen in; `number.start` and `number.end` count within that block's text. */
  block: number;
};

/** Whether the site shows a number as its own, for visitors to see: what the badge and the popup count. */
export function isOwn({ role, hidden }: Pick<Finding, 'role' | 'hidden'>): boolean {
  return role === 'claim' && !hidden;
}

/** Characters kept to each side of a number. */
export const surroundingChars = 40;

/** Where in its surroundings a number stands: `surroundings.slice(start, end)` is what the page shows of it. */
export function placeInSurroundings({ number }: Pick<Finding, 'number'>): { start: number; end: number } {
  const start = Math.min(number.start, surroundingChars);
  return { start, end: start + number.end - number.start };
}
