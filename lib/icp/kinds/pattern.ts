/** Pieces that the grammars' patterns are built from. All of them are regex source for normalised text. */

/** A Han character. */
export const han = String.raw`[\u4e00-\u9fff]`;

/** A blank, which footers put anywhere: one space or line break, or none. */
export const blank = String.raw`[ \n]?`;

/** Digits broken up by blanks, as one group: `0501 2345` or `2021\n045678`. */
export const spacedDigits = String.raw`(\d{1,12}(?:[ \n]\d{1,12}){1,4})(?![\dA-Z*])`;

/** Digits, some of which may be letters that look like them: O for 0, I or L for 1. */
export function lookalikes(from: number, to: number): string {
  return String.raw`[\dOIL]{${from},${to}}(?![\dA-Z*])`;
}

/** Digits some of which are masked (2023XXXX, 2023****), or a mask in their place. */
export const masked = String.raw`\d[\dX*]{2,21}|[X*?•]{4,24}`;
