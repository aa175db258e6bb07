/** The check characters of the unified social credit code (GB 32100-2015) and of the organisation code inside it (GB 11714-1997). */

/** The 31 characters in the order of their values; I, O, S, V and Z are not used. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Whether 18 characters are a unified social credit code. All of them must be in the alphabet. The last must be the check
 * character of GB 32100, the 17th that of GB 11714. `isCreditCode('91110000802100433B')` is true.
 */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18 || ![...code].every((character) => alphabet.includes(character))) return false;
  const check = (31 - (weighted(code, alphabet, weights) % 31)) % 31;
  if (alphabet.charAt(check) !== code.charAt(17)) return false;
  const organisation = code.slice(8, 17);
  const rest = 11 - (weighted(organisation, organisationAlphabet, organisationWeights) % 11);
  return (rest === 10 ? 'X' : String(rest % 11)) === organisation.charAt(8);
}

function weighted(code: string, values: string, by: readonly number[]): number {
  return by.reduce((sum, weight, at) => sum + weight * values.indexOf(code.charAt(at)), 0);
}
