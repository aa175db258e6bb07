import { expect, test } from 'vitest';
import { isPromising } from './anchor.ts';

test.each([
  '京ICP备2021018374号-1',
  '京ＩＣＰ备１４０２３０６６号',
  '粵ICP備11018438號',
  '京公网安备 11010802046193号',
  '浙公網安備33010502011812號',
  '粤B2-20090059-1626X',
  '合字Ａ２－２０２１０００１',
  '京网文〔2020〕1039-165号',
  '沪ICP备XXXXXXXX号',
  'Jing ICP Bei 10046444',
  '新出发京零字第海210043号',
  '互联网药品信息服务资格证书 (京)-经营性-2014-0008',
])('the text %s may hold a number', (text) => {
  expect(isPromising(text)).toBe(true);
});

test.each([
  '',
  '2021',
  '电话 010-12345678',
  '京ICP备案指南',
  '备案须知',
  'Copyright 2008-2026 Example Ltd.',
  'epic 1000',
])('the text %s certainly holds no number', (text) => {
  expect(isPromising(text)).toBe(false);
});
