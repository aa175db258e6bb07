/** Pieces of the grammars' patterns. All are regex source for normalised text. */

/** A Han character. */
export const han = String.raw`[\u4e00-\u9fff]`;

/** A blank, which footers put anywhere: one space, one line break, or nothing. */
export const blank = String.raw`[ \n]?`;

/** Digits with blanks among them, as one group: `0501 2345` or `2021\n045678`. */
export const spacedDigits = String.raw`(\d{1,12}(?:[ \n]\d{1,12}){1,4})(?![\dA-Z*])`;

/** Digits, or letters that look like digits: O for 0, I or L for 1. */
export function lookalikes(from: number, to: number): string {
  return String.raw`[\dOIL]{${from},${to}}(?![\dA-Z*])`;
}

/** Digits of which some are masked (2023XXXX, 2023****), or a mask instead of all of them. */
export const masked = String.raw`\d[\dX*]{2,21}|[X*?•]{4,24}`;
