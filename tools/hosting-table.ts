/**
 * `npm run hosting-table`: packs which addresses lie on the Chinese mainland into `public/hosting-table.json`, to be looked up
 * there without asking anybody.
 *
 * Two databases are laid over each other: asn-country, the country for which a registry of addresses gave them out, and
 * geo-whois-asn-country, what the networks themselves say of where they use them. Each alone is wrong where it matters. The
 * first has Tencent's addresses in Hong Kong (119.28.0.0/16) on the mainland, the second Amazon's in Hong Kong
 * (18.162.0.0/15), and its own notice speaks of errors. So addresses count as the mainland's where both say so, and as
 * disputed where one does.
 *
 * Why not a database of the countries of the networks' owners, such as iptoasn: it puts every address of Alibaba Cloud and
 * Tencent Cloud abroad on the mainland, and many Chinese sites that need no number sit there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { placeLetters } from '../lib/checks/hosting-table.ts';
import { parseAddress } from '../lib/checks/ip-address.ts';
import type { Where } from '../lib/checks/server.ts';

const { resolve } = createRequire(import.meta.url);
const target = join(import.meta.dirname, '../public/hosting-table.json');
const databases = ['asn-country', 'geo-whois-asn-country'] as const;

/**
 * Travels with the table: the packages name CC0-1.0 as their licence, their notices CC BY 4.0, which asks for this, for the
 * statistics of the registries that they were made from.
 */
const source =
  'Made from asn-country and geo-whois-asn-country of ip-location-db, which hold statistics of the Number Resource Organization (nro.net), CC BY 4.0';

/** The code of the mainland in the databases. Hong Kong (HK), Macao (MO) and Taiwan (TW) have codes of their own. */
const mainlandCode = 'CN';

/**
 * Ranges that are no place, with what says so: IANA's registries of special-purpose addresses, and of what is not given out
 * (read 2026-11-22). Of version 6, only 2000::/3 is given out to networks.
 */
const specialRanges: readonly (readonly [range: string, source: string])[] = [
  ['0.0.0.0/8', 'this network, RFC 791'],
  ['10.0.0.0/8', 'private, RFC 1918'],
  ['100.64.0.0/10', 'between carriers and customers, RFC 6598'],
  ['127.0.0.0/8', 'this machine, RFC 1122'],
  ['169.254.0.0/16', 'link-local, RFC 3927'],
  ['172.16.0.0/12', 'private, RFC 1918'],
  ['192.0.0.0/24', 'protocols, RFC 6890'],
  ['192.0.2.0/24', 'documentation, RFC 5737'],
  ['192.31.196.0/24', 'AS112, at many places, RFC 7535'],
  ['192.52.193.0/24', 'multicast relays, at many places, RFC 7450'],
  ['192.88.99.0/24', '6to4 relays, at many places, RFC 7526'],
  ['192.168.0.0/16', 'private, RFC 1918'],
  ['192.175.48.0/24', 'AS112, at many places, RFC 7534'],
  ['198.18.0.0/15', 'benchmarks, RFC 2544; proxies and VPNs make up addresses here'],
  ['198.51.100.0/24', 'documentation, RFC 5737'],
  ['203.0.113.0/24', 'documentation, RFC 5737'],
  ['224.0.0.0/4', 'multicast, RFC 5771'],
  ['240.0.0.0/4', 'reserved and broadcast, RFC 1112, RFC 8190'],
  ['::/3', 'this machine, notations of version 4 and what is not given out, RFC 4291, RFC 6666, RFC 8215'],
  ['2001::/23', 'protocols, among them Teredo, benchmarks and ORCHID, RFC 2928'],
  ['2001:db8::/32', 'documentation, RFC 3849'],
  ['2002::/16', '6to4, RFC 3056'],
  ['2620:4f:8000::/48', 'AS112, at many places, RFC 7534'],
  ['3fff::/20', 'documentation, RFC 9637'],
  ['4000::/2', 'not given out, segment routing, RFC 4291, RFC 9602'],
  ['8000::/1', 'private (fc00::/7, RFC 4193), link-local, multicast and what is not given out, RFC 4291'],
];

/** Addresses from the first up to and without the second. */
type Range = readonly [from: bigint, to: bigint];

/** Ranges that lie at a place. */
type Layer = readonly [place: Exclude<Where, 'outside'>, ranges: readonly Range[]];

/** The text of `public/hosting-table.json` as the packages would have it. */
export function hostingTableSource(): string {
  const [v4, v6] = ([4, 6] as const).map((version) => {
    const [registries, networks] = [
      readDatabase('asn-country', version),
      readDatabase('geo-whois-asn-country', version),
    ];
    const special = specialRanges
      .map(([range]) => parseRange(range))
      .flatMap(({ version: its, range }) => (its === version ? [range] : []));
    const layers: Layer[] = [
      ['disputed', [...registries.mainland, ...networks.mainland]],
      ['mainland', intersect(registries.mainland, networks.mainland)],
      // Where rows of one database overlap, it may say both.
      ['disputed', [registries, networks].flatMap(({ mainland, elsewhere }) => intersect(mainland, elsewhere))],
      ['special', special],
    ];
    return packLayers(layers, version);
  });
  return `${JSON.stringify({ source, date: databaseDate(), v4, v6 }, null, 2)}\n`;
}

/**
 * Packs ranges of addresses of one version as `readTable` reads them. Where ranges overlap, the last layer counts; what is in
 * none is `outside`.
 */
export function packLayers(layers: readonly Layer[], version: 4 | 6): string {
  const end = 1n << (version === 4 ? 32n : 128n);
  const borders = layers
    .flatMap(([, ranges], layer) =>
      ranges.flatMap(([from, to]) => [
        { at: from, layer, step: 1 },
        { at: to, layer, step: -1 },
      ]),
    )
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const depths = layers.map(() => 0);
  const stretches: { start: bigint; place: Where }[] = [{ start: 0n, place: 'outside' }];
  for (const { at, layer, step } of borders) {
    if (at === end) continue;
    depths[layer] = (depths[layer] ?? 0) + step;
    const place = layers.findLast((_, each) => (depths[each] ?? 0) > 0)?.[0] ?? 'outside';
    const last = stretches.at(-1);
    if (last?.start === at) last.place = place;
    else stretches.push({ start: at, place });
  }
  const changes = stretches.filter(({ place }, each) => place !== stretches[each - 1]?.place);
  return changes
    .map(({ start, place }, each) => placeLetters[place] + (start - (changes[each - 1]?.start ?? 0n)).toString(16))
    .join('');
}

/** Reads a range such as `10.0.0.0/8`, or a single address. */
export function parseRange(text: string): { version: 4 | 6; range: Range } {
  const [first = '', length] = text.split('/');
  const address = parseAddress(first);
  if (address === null) throw new Error(`${text} is no range of addresses`);
  const { version, value } = address;
  const bits = version === 4 ? 32 : 128;
  return { version, range: [value, value + (1n << BigInt(bits - Number(length ?? bits)))] };
}

/** The ranges of a database, in order: the mainland's, those that touch in one, and all others. */
function readDatabase(
  name: (typeof databases)[number],
  version: 4 | 6,
): Record<'mainland' | 'elsewhere', readonly Range[]> {
  const rows = readFileSync(join(folderOf(name), `${name}-ipv${version}-num.csv`), 'utf8').split('\n');
  const mainland: [bigint, bigint][] = [];
  const elsewhere: Range[] = [];
  for (const row of rows) {
    const [first, last, code] = row.trim().split(',');
    if (first === undefined || last === undefined) continue;
    const [from, to] = [BigInt(first), BigInt(last) + 1n];
    const before = mainland.at(-1);
    if (code !== mainlandCode) elsewhere.push([from, to]);
    else if (before === undefined || from > before[1]) mainland.push([from, to]);
    else if (to > before[1]) before[1] = to;
  }
  if (mainland.length < 1000) throw new Error(`${name} has only ${mainland.length} ranges of version ${version}`);
  return { mainland, elsewhere };
}

/** What lies in a range of each of two lists. Both are in the order of their first addresses; none of the first overlap. */
function intersect(some: readonly Range[], others: readonly Range[]): Range[] {
  const both: Range[] = [];
  let next = 0;
  for (const [from, to] of some) {
    for (let other = others[next]; other !== undefined && other[0] < to; other = others[next]) {
      if (other[1] > from) both.push([other[0] > from ? other[0] : from, other[1] < to ? other[1] : to]);
      if (other[1] > to) break;
      next += 1;
    }
  }
  return both;
}

/** The day of the databases, from the end of their version: 2.3.2026061719 is that of 2026-06-17, 19 h. */
function databaseDate(): string {
  const versions = databases.map((name) => {
    const { version }: { version: string } = JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'));
    return version;
  });
  const [version = '', ...others] = new Set(versions);
  const [, year, month, day] = /\.(\d{4})(\d\d)(\d\d)\d\d$/.exec(version) ?? [];
  if (others.length > 0 || day === undefined) throw new Error(`the databases are of ${versions.join(' and ')}`);
  return `${year}-${month}-${day}`;
}

function folderOf(name: (typeof databases)[number]): string {
  return dirname(resolve(`@ip-location-db/${name}/package.json`));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(target, hostingTableSource());
  console.log(`wrote ${target}`);
}
