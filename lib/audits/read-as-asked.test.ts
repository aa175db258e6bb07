import { describe, expect, test } from 'vitest';
import { readSiteAddress } from '../addresses/site-address.ts';
import type { PageOutcome, UnreachableCause } from './entry.ts';
import { httpAddressOf, readAsAsked } from './read-as-asked.ts';

const unreachable = (cause: UnreachableCause): PageOutcome => ({
  state: 'unreachable',
  cause,
  status: cause === 'http' ? 503 : null,
});
const site = { asked: 'a.cn', address: 'https://a.cn/' };

/** Reads an address whose secure and plain sites end so. */
async function readEndings(asked: typeof site, secure: PageOutcome, plain: PageOutcome, goesOn?: () => boolean) {
  const opened: string[] = [];
  const read = async (address: string) => {
    opened.push(address);
    return { ending: address.startsWith('https:') ? secure : plain, finalUrl: address };
  };
  return { opened, reading: await readAsAsked(asked, read, goesOn) };
}

test.each([
  ['a.cn', 'http://a.cn/'],
  ['a.cn:8080/x?y', 'http://a.cn:8080/x?y'],
  ['ｗｗｗ．ａ．ｃｎ', 'http://www.a.cn/'],
  ['https://a.cn', null],
  ['HTTPS://a.cn', null],
  ['ｈｔｔｐｓ：／／ａ．ｃｎ', null],
  ['http://a.cn', null],
])('the http address for %s is %s', (asked, plain) => {
  const read = readSiteAddress(asked);
  expect(read.ok && httpAddressOf({ asked, address: read.address })).toBe(plain);
});

describe('a site that does not answer by https', () => {
  test.each(['tls', 'refused', 'timeout', 'network'] as const)('is read by http after the cause %s', async (cause) => {
    const { opened, reading } = await readEndings(site, unreachable(cause), { state: 'numbers' });
    expect(opened).toEqual(['https://a.cn/', 'http://a.cn/']);
    expect(reading).toEqual({ ending: { state: 'numbers' }, finalUrl: 'http://a.cn/', address: 'http://a.cn/' });
  });

  test('is read by http, and an HTTP error there counts as its answer', async () => {
    const { reading } = await readEndings(site, unreachable('tls'), unreachable('http'));
    expect(reading).toMatchObject({ ending: { cause: 'http' }, address: 'http://a.cn/' });
  });

  test('has the outcome of https where http does not answer either', async () => {
    const { opened, reading } = await readEndings(site, unreachable('tls'), unreachable('refused'));
    expect(opened).toHaveLength(2);
    expect(reading).toMatchObject({ ending: { cause: 'tls' }, finalUrl: 'https://a.cn/', address: 'https://a.cn/' });
  });
});

test.each<[string, typeof site, PageOutcome]>([
  ['it answers', site, { state: 'none' }],
  ['it answers with a status', site, unreachable('http')],
  ['the name does not exist', site, unreachable('dns')],
  ['https was asked for', { asked: 'https://a.cn', address: 'https://a.cn/' }, unreachable('tls')],
])('only the https address is opened where %s', async (_why, asked, secure) => {
  const { opened, reading } = await readEndings(asked, secure, { state: 'numbers' });
  expect(opened).toEqual(['https://a.cn/']);
  expect(reading).toMatchObject({ ending: secure, address: 'https://a.cn/' });
});

test('the http address is not opened once the caller has stopped', async () => {
  const { opened } = await readEndings(site, unreachable('timeout'), { state: 'numbers' }, () => false);
  expect(opened).toEqual(['https://a.cn/']);
});
