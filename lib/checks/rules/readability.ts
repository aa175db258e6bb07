import { defineCheck } from '../define-check.ts';

/**
 * Below this a number is called small, in CSS pixels. Inferred: no rule gives a size; browsers in Chinese draw no text below
 * 12 unless a page insists, and footers of real sites go down to it.
 */
const smallPx = 10;
/** Below this contrast text is called hard to read. Inferred: the police's own snippet has #939393 on white, 3.07 (numbers.md §3.4). */
const lowContrast = 3;

/**
 * Whether the site's numbers are large enough and stand out from their ground. No rule gives a size or a contrast. The limits
 * are ours, from what real footers and the police's own snippet show.
 */
export const readability = defineCheck({
  code: 'readability',
  group: 'display',
  basis: 'inferred',
  source: 'numbers.md §3.4, §5',
  answers: {
    readable: 'pass',
    'text-small': 'warn',
    'contrast-low': 'warn',
    // The ground is an image or a gradient.
    'contrast-unknown': 'unknown',
  },
  run({ own }) {
    if (own.length === 0) return [];
    const faults = [
      { answer: 'text-small', about: own.filter(({ look }) => look !== null && look.fontSizePx < smallPx) },
      {
        answer: 'contrast-low',
        about: own.filter(({ look }) => typeof look?.contrast === 'number' && look.contrast < lowContrast),
      },
      { answer: 'contrast-unknown', about: own.filter(({ look }) => look !== null && look.contrast === null) },
    ] as const;
    const found = faults.filter(({ about }) => about.length > 0);
    return found.length === 0 ? [{ answer: 'readable', about: own }] : found;
  },
});
