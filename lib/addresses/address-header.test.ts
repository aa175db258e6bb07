import { expect, test } from 'vitest';
import { isHeaderLine, rankOfName } from './address-header.ts';

test.each([
  ['官网', 2],
  ['公司官网', 2],
  ['企业网址', 2],
  ['Official site', 2],
  ['Company Website', 2],
  ['companyWebsite', 2],
  ['domain_name', 2],
  ['Domain name', 2],
  ['home-page', 2],
  ['URL', 2],
  ['链接', 1],
  ['Web address', 1],
  ['备注', 0],
  ['website name', 0],
  ['网站名称', 0],
  ['Curling', 0],
  ['Hostess', 0],
  ['', 0],
  ['来源', -1],
  ['链接来源', -1],
  ['Source URL', -1],
  ['sourceUrl', -1],
  ['企查查链接', -1],
  ['Link from', -1],
  ['E-mail', -1],
  ['LinkedIn page', -1],
])('the name %j has the rank %i', (name, rank) => {
  expect(rankOfName(name)).toBe(rank);
});

test.each([
  ['网址', true],
  ['公司官网', true],
  ['Website URL', true],
  ['域名列表', true],
  ['网址之家', false],
  ['my website', false],
  ['a.cn', false],
])('%j is the header of a list: %s', (line, isHeader) => {
  expect(isHeaderLine(line)).toBe(isHeader);
});
