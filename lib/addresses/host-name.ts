/** Which names can be those of a website, where nothing but the name tells. */
import { parse } from 'tldts';

/** Names that end in these stand in no list of suffixes: networks of one's own (RFC 6762, appendix G; ICANN on .internal, 2024). */
const ownEnds = new Set(['corp', 'home', 'internal', 'intranet', 'lan', 'private']);
/** Suffixes of the net that are endings of files, and far more often so. */
const fileEnds = /\.(?:md|mov|zip)$/i;
/** Those that are both: in a list they are taken for sites, in a sentence for neither. */
const perhapsFileEnds = /\.(?:pl|ps|py|rs|sh|so)$/i;
/** Technologies and forms of companies that are written like a host. */
const words = /^(?:(?:ado|asp|vb)\.net|co\.ltd)$/i;
const ascii = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/i;
const beginsWithWww = /^www\d?\./i;
/** A capital behind a dot begins a sentence or a name: `end.It`, `Mr.Li`. */
const capitalInside = /\.[A-Z]/;

const options = { extractHostname: false, validateHostname: false, detectIp: false } as const;

/** What was told of ends before: a list of a million names has a few of them, and to look one up takes longer than the rest. */
const told = new Map<string, boolean>();
const maxTold = 10_000;

/** Whether a name ends as names of the net or of a network of one's own do. `name`: in its ASCII form, small letters. */
export function hasKnownEnd(name: string): boolean {
  const end = name.slice(name.lastIndexOf('.') + 1);
  const before = told.get(end);
  if (before !== undefined) return before;
  const { isIcann, isSpecialUse } = parse(`a.${end}`, { ...options, detectSpecialUse: true });
  const isKnown = isIcann === true || isSpecialUse === true || ownEnds.has(end);
  if (told.size === maxTold) told.clear();
  told.set(end, isKnown);
  return isKnown;
}

/** Whether a name is rather a file's: `report.zip`, `说明.md`; not `www.report.zip`. */
export function isFileName(name: string): boolean {
  return fileEnds.test(name) && !beginsWithWww.test(name);
}

/**
 * Whether a name in a sentence is surely a website's, as it is written there: one with `www.` in front, or a registered name
 * under a suffix of the Public Suffix List that is neither a file's name, nor where one sentence ends and the next begins.
 */
export function isSurelySite(name: string): boolean {
  if (name.length > 253 || !ascii.test(name)) return false;
  const { isIcann, domain } = parse(name.toLowerCase(), options);
  if (isIcann !== true || domain === null) return false;
  if (beginsWithWww.test(name)) return true;
  const isShouted = name === name.toUpperCase();
  return (
    !fileEnds.test(name) && !perhapsFileEnds.test(name) && !words.test(name) && (isShouted || !capitalInside.test(name))
  );
}
