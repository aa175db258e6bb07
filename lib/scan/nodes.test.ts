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

test('the address of a link is the one that the browser gives', () => {
  expect(addressOf(linkOn('https://a.example/', 'https://a.example/b/../c'))).toBe('https://a.example/c');
});

test('the address of a link on an overlong base is the one that the page wrote', () => {
  const base = `https://a.example/${'x'.repeat(10_000)}/`;
  expect(addressOf(linkOn(base, 'c'))).toBe('c');
  expect(addressOf(linkOn(base, 'https://beian.miit.gov.cn/'))).toBe('https://beian.miit.gov.cn/');
});

test('the address of a link without one is empty', () => {
  expect(addressOf(document.createElement('a'))).toBe('');
});
