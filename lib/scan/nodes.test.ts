import { beforeEach, expect, test } from 'vitest';
import { addressOf } from './nodes.ts';

beforeEach(() => document.head.replaceChildren());

function linkOn(base: string, href: string): HTMLAnchorElement {
  document.head.innerHTML = `<base href="${base}">`;
  const link = document.createElement('a');
  link.setAttribute('href', href);
  document.body.replaceChildren(link);
  return link;
}

test('a link leads to its address, as the browser gives it', () => {
  expect(addressOf(linkOn('https://a.example/', 'https://a.example/b/../c'))).toBe('https://a.example/c');
});

test('a link on a base longer than servers take leads to what the page wrote: megabytes are not made for each', () => {
  const base = `https://a.example/${'x'.repeat(10_000)}/`;
  expect(addressOf(linkOn(base, 'c'))).toBe('c');
  expect(addressOf(linkOn(base, 'https://beian.miit.gov.cn/'))).toBe('https://beian.miit.gov.cn/');
});

test('a link without an address leads nowhere', () => {
  expect(addressOf(document.createElement('a'))).toBe('');
});
