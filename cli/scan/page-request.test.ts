import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { distinctPageRequests, pageRequestOf, targetsOfPart } from './page-request.ts';
import type { Target } from './read-targets.ts';

const address = (asked: string): Target => ({ asked, address: asked });
const fault: Target = { asked: 'x y', fault: 'not an address (list:3)' };

test('the key of a page is its address or its file URL', () => {
  expect(pageRequestOf(address('HTTPS://A.cn:443'))).toEqual({
    key: 'https://a.cn/',
    asked: 'HTTPS://A.cn:443',
    file: null,
  });
  expect(pageRequestOf(address('https://a.cn/#/about'))).toMatchObject({ key: 'https://a.cn/#/about' });
  expect(pageRequestOf({ asked: 'p.html', file: 'p.html' })).toEqual({
    key: pathToFileURL(resolve('p.html')).href,
    asked: 'p.html',
    file: 'p.html',
  });
  expect(pageRequestOf(fault)).toBeNull();
});

test('a page named twice gives one request', () => {
  const targets = ['https://a.cn', 'https://b.cn/', 'https://A.cn/'].map(address);
  expect(distinctPageRequests(targetsOfPart([...targets, fault], null)).map(({ key }) => key)).toEqual([
    'https://a.cn/',
    'https://b.cn/',
  ]);
});

test('each line of a list is in exactly one part, with its place in the whole list', () => {
  const names = Array.from({ length: 1000 }, (_, index) => `https://site-${index % 700}.cn/`);
  const targets = [...names.map(address), fault];
  const parts = [1, 2, 3].map((number) => targetsOfPart(targets, { number, of: 3 }));
  const all = parts.flat().sort((a, b) => a.place - b.place);
  expect(all).toEqual(targetsOfPart(targets, null));
  for (const part of parts) expect(part.length).toBeGreaterThan(250);
  const keys = parts.map((part) => new Set(distinctPageRequests(part).map(({ key }) => key)));
  expect(keys.reduce((sum, { size }) => sum + size, 0)).toBe(700);
  expect(new Set(keys.flatMap((each) => [...each])).size).toBe(700);
});
