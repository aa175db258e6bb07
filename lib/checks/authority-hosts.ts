/** Where a link leads, as far as its host tells. */
export type Destination =
  /** The ministry's filing system, and the addresses it had before 2020. */
  | 'filing-system'
  | 'old-filing-system'
  /** The ministry's licence system, and the one before it. */
  | 'licence-system'
  | 'old-licence-system'
  /** The police's portal, and the one before it. */
  | 'police-portal'
  | 'old-police-portal'
  /** Other pages of the ministry. */
  | 'ministry'
  /** A host made to look like one of these. */
  | 'look-alike'
  | 'other';

/** The hosts of the authorities today: what an outdated link should be changed to. */
export const authorityHosts = {
  'filing-system': 'beian.miit.gov.cn',
  'licence-system': 'dxzhgl.miit.gov.cn',
  'police-portal': 'beian.mps.gov.cn',
} as const satisfies Partial<Record<Destination, string>>;

// Hosts with what lies under them; the first that fits decides (numbers.md §1.7, §2, §3.4).
const known: readonly (readonly [string, Destination])[] = [
  ['www.beian.miit.gov.cn', 'old-filing-system'],
  ['beian.miit.gov.cn', 'filing-system'],
  ['miitbeian.gov.cn', 'old-filing-system'],
  ['miibeian.gov.cn', 'old-filing-system'],
  ['dxzhgl.miit.gov.cn', 'licence-system'],
  ['tsm.miit.gov.cn', 'old-licence-system'],
  ['miit.gov.cn', 'ministry'],
  ['beian.mps.gov.cn', 'police-portal'],
  ['beian.gov.cn', 'old-police-portal'],
];

/**
 * An authority's name at the start of a part of a host, or `gov.cn` that is not its end. Names under gov.cn are given to
 * governments alone, so a host there is nobody's imitation.
 */
const imitation = /(?:^|[.-])(?:miit|mii?tbeian|miibeian|beianmiit)(?:[.-])|gov[.-]cn[.-]|beian[.-]?(?:mps|gov)[.-]/;

/** Whether a host is an authority's, of today or of earlier. Hosts in small letters. */
export function isAuthorityHost(host: string): boolean {
  return known.some(([name]) => host === name || host.endsWith(`.${name}`));
}

/** Tells where a host belongs: `www.miitbeian.gov.cn` is an old address of the filing system. Hosts in small letters. */
export function destinationOf(host: string): Destination {
  const found = known.find(([name]) => host === name || host.endsWith(`.${name}`));
  if (found !== undefined) return found[1];
  return !host.endsWith('.gov.cn') && imitation.test(host) ? 'look-alike' : 'other';
}
