import { describe, expect, test } from 'vitest';
import { find } from '../find.ts';

function read(text: string): string[] {
  return find(text, { currentYear: 2026 }).map(
    ({ canonical, status, problems }) => `${canonical}${status === 'valid' ? '' : ` ${status}:${problems[0]?.code}`}`,
  );
}

describe('filings and licences in Latin letters', () => {
  test.each([
    ['Beijing ICP No. 10046444', '京ICP备10046444号', 'English'],
    ['Shanghai ICP: No. 13002172-3', '沪ICP备13002172号-3', 'No. behind a colon'],
    ['Beijing ICP 09066495 -2', '京ICP备09066495号-2', 'no word between'],
    ['Beijing ICP Registration No. 2024055124-2', '京ICP备2024055124号-2', 'ten digits'],
    ['Yue ICP Bei 2021047093 Hao-1', '粤ICP备2021047093号-1', 'pinyin throughout'],
    ["Inner Mongolia ICP Bei'an No. 17005582", '蒙ICP备17005582号', 'a name of two words'],
    ['E ICP Bei 20002031-3', '鄂ICP备20002031号-3', 'a name of one letter'],
    ['Zhejiang ICP Preparation No. 2021047093-1', '浙ICP备2021047093号-1', '备 translated'],
    ['JINGICPBEI15036536-2', '京ICP备15036536号-2', 'glued'],
    ['Beijing ICP Certificate No. 030173', '京ICP证030173号', 'the old licence'],
    ['Jing ICP Zheng 030173', '京ICP证030173号', 'and in pinyin'],
    ['Yue ICP Bei 2124123456', '粤ICP备2124123456号 placeholder:placeholder-digits', 'typed along the keyboard'],
    ['JI ICP No.14008699-5', 'null suspect:province-ambiguous', 'Hebei or Jilin'],
    ['ICP license: 22007722', 'null malformed:province-missing', 'no province'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('police filings and permits in Latin letters', () => {
  test.each([
    ['Beijing Public Network Security No. 11000002000001', '京公网安备11000002000001号', 'English'],
    ['E Gongwang Anbei 42011202001821', '鄂公网安备42011202001821号', 'pinyin'],
    ['Jing Gong Wang An Bei 11010802020134', '京公网安备11010802020134号', 'pinyin in syllables'],
    ['Yue Gong An Bei 44030502008701', '粤公网安备44030502008701号', '网 is missing'],
    ['Ji Gongwang Anbei 22010202000131', '吉公网安备22010202000131号', 'the area tells Jilin from Hebei'],
    ['PSB Filing No. 44030502008701', '粤公网安备44030502008701号', 'no province: the area tells'],
    ['Shanghai NCOL (2019)3544-255', '沪网文〔2019〕3544-255号', 'culture licence'],
    ['Jing Wang Wen [2020] 1039-165', '京网文〔2020〕1039-165号', 'culture licence in pinyin'],
    ['(京)-Operational-2017-0020', '（京）-经营性-2017-0020', 'drug certificate'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('text in Latin letters that looks like a number', () => {
  test.each([
    'ICP No. 12345678',
    'ICP 20140447',
    'MoeICP 20250577',
    'EpICP registration 15036536A',
    'Public Security 110',
    'Shanghai-report-20230821',
    'Beijing-Trip-20230821.jpg',
  ])('%s holds none', (text) => {
    expect(read(text)).toEqual([]);
  });
});
