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
])('%s may be at %s', (asked, plain) => {
  const read = readSiteAddress(asked);
  expect(read.ok && httpAddressOf({ asked, address: read.address })).toBe(plain);
});

describe('a site that does not answer securely is looked for without', () => {
  test.each(['tls', 'refused', 'timeout', 'network'] as const)('after %s', async (cause) => {
    const { opened, reading } = await readEndings(site, unreachable(cause), { state: 'numbers' });
    expect(opened).toEqual(['https://a.cn/', 'http://a.cn/']);
    expect(reading).toEqual({ ending: { state: 'numbers' }, finalUrl: 'http://a.cn/', address: 'http://a.cn/' });
  });

  test('an answer with a status is one', async () => {
    const { reading } = await readEndings(site, unreachable('tls'), unreachable('http'));
    expect(reading).toMatchObject({ ending: { cause: 'http' }, address: 'http://a.cn/' });
  });

  test('where neither answers, what was asked first is told', async () => {
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
])('one address is opened where %s', async (_why, asked, secure) => {
  const { opened, reading } = await readEndings(asked, secure, { state: 'numbers' });
  expect(opened).toEqual(['https://a.cn/']);
  expect(reading).toMatchObject({ ending: secure, address: 'https://a.cn/' });
});

test('nothing more is opened once it is over', async () => {
  const { opened } = await readEndings(site, unreachable('timeout'), { state: 'numbers' }, () => false);
  expect(opened).toEqual(['https://a.cn/']);
});
