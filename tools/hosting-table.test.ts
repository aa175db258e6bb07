import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locate, readTable } from '../lib/checks/hosting-table.ts';
import type { Where } from '../lib/checks/server.ts';
import { hostingTableSource, packLayers, parseRange } from './hosting-table.ts';

const committed = readFileSync(new URL('../public/hosting-table.json', import.meta.url), 'utf8');

// Half a second of work, and more where others want the machine too.
test('the packed table is what `npm run hosting-table` makes of the packages', { timeout: 60_000 }, () => {
  expect(hostingTableSource() === committed, 'the table is not that of the packages: run npm run hosting-table').toBe(
    true,
  );
});

test('the table is small enough to come with the extension', () => {
  expect(gzipSync(committed, { level: 9 }).length).toBeLessThan(40_000);
});

describe('well-known addresses', () => {
  const table = readTable(JSON.parse(committed));
  test.each<[ip: string, where: Where, whose: string]>([
    ['114.114.114.114', 'mainland', '114DNS, Nanjing'],
    ['223.5.5.5', 'mainland', 'AliDNS'],
    ['2400:3200::1', 'mainland', 'AliDNS'],
    ['110.242.68.66', 'mainland', 'baidu.com'],
    ['166.111.4.100', 'mainland', 'Tsinghua University'],
    ['2402:f000:1:404::1', 'mainland', 'Tsinghua University'],
    ['240e::1', 'mainland', 'China Telecom'],
    ['52.80.1.1', 'mainland', 'Amazon Web Services, Beijing'],
    ['8.8.8.8', 'outside', 'Google'],
    ['2001:4860:4860::8888', 'outside', 'Google'],
    ['1.1.1.1', 'outside', 'Cloudflare'],
    ['203.198.7.66', 'outside', 'Netvigator, Hong Kong'],
    ['168.95.1.1', 'outside', 'HiNet, Taiwan'],
    ['202.175.3.8', 'outside', 'CTM, Macao'],
    ['47.242.1.1', 'outside', 'Alibaba Cloud, Hong Kong'],
    ['43.154.1.1', 'outside', 'Tencent Cloud, Hong Kong'],
    ['159.138.1.1', 'outside', 'Huawei Cloud, Hong Kong'],
    ['119.28.1.1', 'disputed', 'Tencent Cloud, Hong Kong, given out to the mainland'],
    ['18.162.1.1', 'disputed', 'Amazon Web Services, Hong Kong, called the mainland by Amazon'],
    ['127.0.0.1', 'special', 'this machine'],
    ['::1', 'special', 'this machine'],
    ['192.168.1.1', 'special', 'private'],
    ['100.64.0.1', 'special', 'a carrier’s network'],
    ['198.18.0.14', 'special', 'made up by a proxy'],
    ['fe80::1%eth0', 'special', 'link-local'],
    ['fdfe:dcba:9876::1', 'special', 'private; also made up by a proxy'],
    ['2001:0:53aa:64c::1', 'special', 'Teredo'],
    ['2002:7272:7272::1', 'special', '6to4'],
  ])('%s is %s: %s', (ip, where) => {
    expect(locate(table, ip)).toBe(where);
  });
});

describe('packing', () => {
  const tableOf = (v4: string, v6 = 'O0') => readTable({ date: '2026-01-01', v4, v6 });
  const dotted = (value: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');

  test.each([
    ['1.0.1.0/24', [0x1000100n, 0x1000200n]],
    ['127.0.0.2', [0x7f000002n, 0x7f000003n]],
    ['0.0.0.0/0', [0n, 1n << 32n]],
    ['::/0', [0n, 1n << 128n]],
  ])('the range %s is parsed', (text, range) => {
    expect(parseRange(text).range).toEqual(range);
  });

  test('parsing a text that is no range throws', () => {
    expect(() => parseRange('1.0.1/24')).toThrow('1.0.1/24 is no range');
  });

  test('ranges that hold every address are packed', () => {
    const whole = parseRange('0.0.0.0/0').range;
    expect(packLayers([['mainland', [whole]]], 4)).toBe('M0');
    expect(packLayers([], 4)).toBe('O0');
    expect(packLayers([['mainland', [parseRange('::/0').range]]], 6)).toBe('M0');
  });

  test('the last layer counts, and stretches that touch at one place are one', () => {
    const [low, high] = [parseRange('1.0.0.0/9').range, parseRange('1.128.0.0/9').range];
    expect(packLayers([['mainland', [low, high]]], 4)).toBe('O0M1000000O1000000');
    const layers = [
      ['mainland', [low, high]],
      ['special', [high]],
    ] as const;
    expect(packLayers(layers, 4)).toBe('O0M1000000S800000O800000');
  });

  const address = fc.bigInt({ min: 0n, max: (1n << 32n) - 1n });
  const range = fc.tuple(address, address).map(([a, b]) => (a < b ? ([a, b + 1n] as const) : ([b, a + 1n] as const)));
  const layer = fc.tuple(fc.constantFrom('mainland', 'disputed', 'special'), fc.array(range, { maxLength: 6 }));

  test('borders are in, and what lies just outside is not', () => {
    fc.assert(
      fc.property(fc.array(layer, { maxLength: 4 }), (layers) => {
        const table = tableOf(packLayers(layers, 4));
        const borders = layers.flatMap(([, ranges]) => ranges.flat());
        for (const border of [...borders, 0n, 1n << 32n]) {
          for (const value of [border - 1n, border]) {
            if (value < 0n || value >> 32n !== 0n) continue;
            const holds = layers.findLast(([, ranges]) => ranges.some(([from, to]) => from <= value && value < to));
            expect(locate(table, dotted(value))).toBe(holds?.[0] ?? 'outside');
          }
        }
      }),
    );
  });
});
