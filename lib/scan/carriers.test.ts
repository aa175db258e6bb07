import { expect, test } from 'vitest';
import { carriedBy, isOnlyInLink } from './carriers.ts';

const portal = 'http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=11010802046193';

test.each([
  [portal, '公安备案', true],
  [portal.replace('www.beian', 'beian.mps'), '', true],
  [`https://a.example/?to=${portal}`, '公安备案', true],
  [portal, '京公网安备11010802046193号', false],
  ['http://www.beian.gov.cn/', '公安备案', false],
  ['http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=', '公安备案', false],
  // What may stand between is bounded, so that an address of any length is looked through once.
  [`http://www.beian.gov.cn/portal/${'x'.repeat(99)}?recordcode=11010802046193`, '公安备案', false],
])('the digits of the link %s with the text "%s" stand only in its address: %s', (href, text, only) => {
  expect(isOnlyInLink(href, text)).toBe(only);
});

test('a link full of icons gives its title once', () => {
  const link = document.createElement('a');
  link.href = portal;
  link.title = '京ICP备2021018374号-1';
  link.innerHTML = '<i></i><i></i><b><i></i></b>';
  const links = new Set<Element>();
  const carried = [...link.querySelectorAll('i')].flatMap((icon) => [...carriedBy(icon, links)]);
  expect(carried.map(({ text, source }) => [text, source])).toEqual([
    ['京ICP备2021018374号-1', 'attribute'],
    [portal, 'link'],
  ]);
});
