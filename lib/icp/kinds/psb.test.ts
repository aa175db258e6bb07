import { describe, expect, test } from 'vitest';
import { find } from '../find.ts';
import type { Context } from './grammar.ts';

function read(text: string, context: Context = {}): string[] {
  return find(text, { currentYear: 2026, ...context })
    .filter(({ kind }) => kind === 'psb-filing')
    .map(
      ({ canonical, status, problems }) => `${canonical}${status === 'valid' ? '' : ` ${status}:${problems[0]?.code}`}`,
    );
}

describe('police filings of fourteen digits', () => {
  test.each([
    ['京公网安备11010802020134号', '京公网安备11010802020134号', 'plain'],
    ['沪公网安备\u00a0\u00a031010402004433号', '沪公网安备31010402004433号', 'no-break spaces'],
    ['京 公 网 安 备 11010802020134 号', '京公网安备11010802020134号', 'spaces between the characters'],
    ['京公网安备 110108 02020134号', '京公网安备11010802020134号', 'area and serial apart'],
    ['京公网安备1101080202\n0134号', '京公网安备11010802020134号', 'a line break among the digits'],
    ['浙公網安備33010502011812號', '浙公网安备33010502011812号', 'traditional'],
    ['京公网安备案11000002300011号', '京公网安备11000002300011号', '备案'],
    ['苏公网安备：32020602000446', '苏公网安备32020602000446号', 'colon, no 号'],
    ['京公网安备字第11010802020134号', '京公网安备11010802020134号', '字第'],
    ['（京）公网安备（11010802020134）号', '京公网安备11010802020134号', 'brackets'],
    ['京工网安备11040102700039号', '京公网安备11040102700039号', '工 for 公'],
    ['浙公安网备33010402002777', '浙公网安备33010402002777号', 'characters swapped'],
    ['闽公安备35080202350804', '闽公网安备35080202350804号', '网 is missing'],
    ['京网安备11010802020134号', '京公网安备11010802020134号', '公 is missing'],
    ['公网安备11010802020134号', '京公网安备11010802020134号', 'no province: the area tells'],
    ['公安机关备案号：42018502000448', '鄂公网安备42018502000448号', 'a label alone'],
    ['联网备案号：44030502008701', '粤公网安备44030502008701号', 'another'],
    ['海南省公安厅备案46000002000001号', '琼公网安备46000002000001号', 'the office names the province'],
    ['上海公网安备31010602000299号', '沪公网安备31010602000299号', "the province's name for its character"],
    ['川公网安备 51019002001128号', '川公网安备51019002001128号', 'Sichuan writes 川 here'],
    ['甘公网安备 62090202000584号', '甘公网安备62090202000584号', 'Gansu writes 甘'],
    ['黔公网安备52011102000668号', '黔公网安备52011102000668号', 'Guizhou writes 贵 and accepts 黔'],
    ['兵公网安备66080002000195号', '兵公网安备66080002000195号', 'the Production and Construction Corps'],
    ['新公网安备66080002000195号', '新公网安备66080002000195号', 'which sits in Xinjiang'],
    ['https://beian.mps.gov.cn/#/query/webSearch?code=35020302000061', '闽公网安备35020302000061号', 'a link alone'],
    [
      'http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=32083002000282',
      '苏公网安备32083002000282号',
      'the old portal',
    ],
  ])('%j is read as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('older forms of police filings', () => {
  test.each([
    ['京公网安备110105006181号', '京公网安备110105006181号', 'twelve digits'],
    ['京公海网安备110108001536号', '京公网安备110108001536号', 'with the district'],
    ['京公网安备110102000060-1', '京公网安备110102000060号-1', 'with a service number'],
    ['海淀分局备案 1101084647', '京公网安备1101084647号', 'ten digits'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
    expect(find(text)[0]?.problems).toContainEqual({ code: 'legacy-form', part: expect.any(String) });
  });
});

describe('police filings with faults', () => {
  test.each([
    ['皖公网安备341324020000239号', '皖公网安备341324020000239号 malformed:digit-count', 'fifteen digits'],
    ['京公网安备1101050202266', '京公网安备1101050202266号 malformed:digit-count', 'thirteen'],
    ['桂公网安备99010202001086号', '桂公网安备99010202001086号 malformed:province-unknown', 'no such province'],
    ['皖公网安备11010802016612号', '皖公网安备11010802016612号 suspect:province-mismatch', 'copied from Beijing'],
    ['上海公网安备11010802016612号', '沪公网安备11010802016612号 suspect:province-mismatch', 'the same behind a name'],
    ['蜀公网安备51010702040134号', '蜀公网安备51010702040134号 suspect:province-alternate', "the ministry's character"],
    ['京公网安备11010801020134号', '京公网安备11010801020134号 suspect:reserved-digits', 'digits 7 and 8 are 02'],
    ['浙公网安备33O10002000120号', 'null malformed:garbled', 'letter O for 0'],
    ['京公网安备11010802000000号', '京公网安备11010802000000号 placeholder:placeholder-digits', 'a serial of zeros'],
    ['京公网安备1101080202****号', 'null placeholder:placeholder-mask', 'partly masked'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test('a second number may share the words before the first', () => {
    expect(read('浙公网安备33010002000120、33010002000121号')).toEqual([
      '浙公网安备33010002000120号',
      '浙公网安备33010002000121号',
    ]);
  });

  test('a word that ends like a province names no province', () => {
    expect(read('阿里云公网安备33010002000120号')).toEqual(['浙公网安备33010002000120号']);
  });
});

describe('police filings with a context of towns and areas', () => {
  test("the town of an office tells its province, and the area's must agree", () => {
    const provinceOfCity = (text: string) => (text.includes('福州') ? ('35' as const) : null);
    expect(read('福州市公安局备案编号:110105000501', { provinceOfCity })).toEqual([
      '闽公网安备110105000501号 suspect:province-mismatch',
    ]);
    expect(read('福州市公安局备案编号:110105000501')).toEqual(['京公网安备110105000501号']);
  });

  test('an unknown area is only a note', () => {
    const [number] = find('京公网安备11990802020134号', { isKnownArea: (code) => code !== '119908' });
    expect(number?.problems).toEqual([{ code: 'area-unknown', part: '119908' }]);
    expect(number?.status).toBe('valid');
  });
});

describe('text that looks like a police filing', () => {
  test.each([
    '11010802020134',
    '备案号：33010002000120',
    '身份证：110105199001011234',
    'https://example.com/?code=11010802020134',
    '文保网安备案号：1101010023',
    '公安局报警电话 110',
  ])('%s holds none', (text) => {
    expect(read(text)).toEqual([]);
  });
});
