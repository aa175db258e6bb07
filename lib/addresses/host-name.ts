/** Which names can be a website's, judged by the name alone. */
import { parse } from 'tldts';

/**
 * Names with these ends are missing from lists of suffixes. They belong to private networks (RFC 6762, appendix G; ICANN on
 * .internal, 2024).
 */
const privateSuffixes = new Set(['corp', 'home', 'internal', 'intranet', 'lan', 'private']);
/** Suffixes of the internet that far more often end the name of a file. */
const fileSuffixes = /\.(?:md|mov|zip)$/i;
/** Suffixes that may be either. In a list such a name counts as a site, in a sentence as neither. */
const ambiguousSuffixes = /\.(?:pl|ps|py|rs|sh|so)$/i;
/** Technologies and company forms that are written like a host. */
const technologies = /^(?:(?:ado|asp|vb)\.net|co\.ltd)$/i;
const ascii = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/i;
const beginsWithWww = /^www\d?\./i;
/** A capital after a dot begins a sentence or a name: `end.It`, `Mr.Li`. */
const capitalInside = /\.[A-Z]/;

const options = { extractHostname: false, validateHostname: false, detectIp: false } as const;

/** A cache of ends. A list of a million names has only a few, and one look-up takes longer than the rest of the reading. */
const knownSuffixes = new Map<string, boolean>();
const maxTold = 10_000;

/** Whether a name ends like a name of the internet or of a private network. `name`: in its ASCII form, lower case. */
export function hasKnownSuffix(name: string): boolean {
  const end = name.slice(name.lastIndexOf('.') + 1);
  const before = knownSuffixes.get(end);
  if (before !== undefined) return before;
  const { isIcann, isSpecialUse } = parse(`a.${end}`, { ...options, detectSpecialUse: true });
  const isKnown = isIcann === true || isSpecialUse === true || privateSuffixes.has(end);
  if (knownSuffixes.size === maxTold) knownSuffixes.clear();
  knownSuffixes.set(end, isKnown);
  return isKnown;
}

/** Whether a name more likely belongs to a file: `report.zip`, `说明.md`; not `www.report.zip`. */
export function isFileName(name: string): boolean {
  return fileSuffixes.test(name) && !beginsWithWww.test(name);
}

/**
 * Whether a name in a sentence is certainly a website's. It begins with `www.`, or it is a registered name under a suffix of
 * the Public Suffix List. In the second case it must not be a file's name, nor the end of one sentence and the start of the
 * next.
 */
export function isSurelySite(name: string): boolean {
  if (name.length > 253 || !ascii.test(name)) return false;
  const { isIcann, domain } = parse(name.toLowerCase(), options);
  if (isIcann !== true || domain === null) return false;
  if (beginsWithWww.test(name)) return true;
  const isShouted = name === name.toUpperCase();
  return (
    !fileSuffixes.test(name) &&
    !ambiguousSuffixes.test(name) &&
    !technologies.test(name) &&
    (isShouted || !capitalInside.test(name))
  );
}
