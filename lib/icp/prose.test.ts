import { describe, expect, test } from 'vitest';
import { isProse } from './prose.ts';

const number = '京ICP备15036536号';
function judge(text: string): boolean {
  const start = text.indexOf(number);
  return isProse(text, start, start + number.length);
}

describe('a number in running text', () => {
  test.each([
    `返回 HTTP 200，但内容是一个影视站（${number}，站点自称「云影剧场」），与我们的产品没有任何关系。`,
    `It is the only survivor of its kind on that market: four entities that it owns, one filing ${number}, and a backend of its own, which nobody else may use.`,
    `备案号的格式为：${number}`,
    `例如：${number}`,
    `e.g. ${number}`,
    `以${number}为例，查询步骤如下`,
    `该网站备案号为${number}`,
    `经查，${number}系伪造`,
  ])('is in prose: %s', (text) => {
    expect(judge(text)).toBe(true);
  });
});

describe('a number in a footer', () => {
  test.each([
    number,
    `© 2020 某某科技有限公司 版权所有 ${number}`,
    `地址：北京市海淀区，电话：010-82619988，${number}。技术支持：某某网络。`,
    `本站备案号为：${number}`,
    `All rights reserved. ${number}. Powered by WordPress.`,
    `网站备案号：${number} 邮编：100080`,
  ])('is not in prose: %s', (text) => {
    expect(judge(text)).toBe(false);
  });

  test('is judged by its own line alone', () => {
    expect(judge(`我们在路上走了很久，看到了很多风景，也遇见了很多人，心里很高兴。\n${number}`)).toBe(false);
  });
});
