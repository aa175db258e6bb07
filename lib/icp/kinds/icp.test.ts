import { describe, expect, test } from 'vitest';
import { find } from '../find.ts';

/** `京ICP备15001234号 suspect:label-typo`, or `京ICP备15001234号` for a valid number. */
function read(text: string): string[] {
  return find(text, { currentYear: 2026 }).map(({ kind, canonical, status, problems }) => {
    const verdict = status === 'valid' ? '' : ` ${status}:${problems[0]?.code}`;
    return `${kind === 'icp-filing' ? '' : `${kind} `}${canonical}${verdict}`;
  });
}

describe('widths and years of ICP filings', () => {
  test.each([
    ['京ICP备030066号', '京ICP备030066号', 'six digits, before March 2005'],
    ['陕ICP备040096号', '陕ICP备040096号', 'six digits, 2004'],
    ['京ICP备05070218号', '京ICP备05070218号', 'eight digits, the first year'],
    ['粤ICP备20067728号', '粤ICP备20067728号', 'eight digits, the last year'],
    ['沪ICP备2024099014号', '沪ICP备2024099014号', 'ten digits'],
    ['藏ICP备07500042号', '藏ICP备07500042号', 'a reserved block of serials is no fault'],
    ['粤ICP备2024281756号-2X', '粤ICP备2024281756号-2X', 'the largest serial seen'],
    ['京ICP备03006号', '京ICP备03006号 malformed:digit-count', 'five digits'],
    ['京ICP备0300665号', '京ICP备0300665号 malformed:digit-count', 'seven'],
    ['京ICP备150078993号', '京ICP备150078993号 malformed:digit-count', 'nine'],
    ['京ICP备20210470931号', '京ICP备20210470931号 malformed:digit-count', 'eleven'],
    ['京ICP备33309494号', '京ICP备33309494号 malformed:year-impossible', '2033 is to come'],
    ['京ICP备2027036842号', '京ICP备2027036842号 malformed:year-impossible', 'next year'],
    ['京ICP备2019036842号', '京ICP备2019036842号 suspect:year-width', '2019 had eight digits'],
    ['京ICP备21001122号', '京ICP备21001122号 suspect:year-width', '2021 has ten'],
    ['京ICP备03036842号', '京ICP备03036842号 suspect:year-width', '2003 had six'],
    ['京ICP备080066号', '京ICP备080066号 suspect:year-width', '2008 has eight'],
    ['京ICP备20191219号', '京ICP备20191219号 suspect:date-as-serial', 'a date'],
    ['粤ICP备20202418号', '粤ICP备20202418号 suspect:date-as-serial', 'a ten-digit number cut short'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('the typography of ICP filings', () => {
  test.each([
    ['陕 ICP 备 19000424 号 -2', '陕ICP备19000424号-2', 'spaces between all parts'],
    ['京ICP备\u00a0\u00a019024458\u3000号', '京ICP备19024458号', 'no-break and ideographic spaces'],
    ['京\nICP备\n19024458\n号\n-1', '京ICP备19024458号-1', 'line breaks between all parts'],
    ['京ICP备 0501 2345 号', '京ICP备05012345号', 'digits in groups, closed by 号'],
    ['京ICP备2021\n047093号-1', '京ICP备2021047093号-1', 'a line break among the digits'],
    ['新ICP备10005645', '新ICP备10005645号', 'no 号'],
    ['滇ICP备09010050-5号', '滇ICP备09010050号-5', '号 behind the service number'],
    ['京ICP备09066495号－2号', '京ICP备09066495号-2', '号 on both sides'],
    ['京ICP备09066495号号', '京ICP备09066495号', '号 doubled'],
    ['赣ICP备11018683-3', '赣ICP备11018683号-3', 'hyphen, no 号'],
    ['粤ＩＣＰ备１４０２３０６６号－１', '粤ICP备14023066号-1', 'full width'],
    ['京ICP备15004797号—1', '京ICP备15004797号-1', 'em dash'],
    ['京ICP备15004797号——1', '京ICP备15004797号-1', 'the Chinese dash is two of them'],
    ['京ICP备15004797号一1', '京ICP备15004797号-1', '一 typed for a dash'],
    ['粵ICP備11018438號', '粤ICP备11018438号', 'traditional'],
    ['黔ICP備20001426號-3', '黔ICP备20001426号-3', 'mixed'],
    ['京icp备10216604号-4', '京ICP备10216604号-4', 'lower case'],
    ['皖ICP备案10015907号', '皖ICP备10015907号', '备案'],
    ['冀ICP备字05023975号-1', '冀ICP备05023975号-1', '备字'],
    ['京ICP备第14007000号-7号', '京ICP备14007000号-7', '第'],
    ['京ICP备：14012449号', '京ICP备14012449号', 'colon'],
    ['浙ICP备案证书号：15036536号', '浙ICP备15036536号', '备案证书号 between'],
    ['京ICP备案/许可证号：15036536', '京ICP备15036536号', '备案/许可证号 between'],
    ['（京）ICP备15036536号', '京ICP备15036536号', 'province in brackets'],
    ['京（ICP）备15036536号', '京ICP备15036536号', 'letters in brackets'],
    ['京ICP（备）15036536号', '京ICP备15036536号', '备 in brackets'],
    ['京ICP备【15036536】号-1', '京ICP备15036536号-1', 'digits in brackets'],
    ['[京ICP备10020900]', '京ICP备10020900号', 'all in brackets'],
    ['京ICP\u200b备100\u00ad20900\ufeff号', '京ICP备10020900号', 'invisible characters'],
    ['京ICP备10020900号.', '京ICP备10020900号', 'full stop'],
    ['沪ICP No.13002172-3', '沪ICP备13002172号-3', 'No. for 备'],
    ['京ICP备10020900号-1A', '京ICP备10020900号-1A', 'app'],
    ['京ICP备10020900号-3k', '京ICP备10020900号-3K', 'quick app in lower case'],
    ['京-ICP备-10020900号-1', '京ICP备10020900号-1', 'hyphens between the parts'],
    ['京·ICP备10020900号', '京ICP备10020900号', 'middle dot'],
  ])('%j is read as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('ICP numbers with faults', () => {
  test.each([
    ['沪IPC备09008015号', '沪ICP备09008015号 suspect:label-typo', 'letters swapped'],
    ['京lCP备09008015号', '京ICP备09008015号 suspect:label-typo', 'l for I'],
    ['晋ICP备ICP备15001663', '晋ICP备15001663号 suspect:label-doubled', 'doubled'],
    ['浙ICP 12022366', '浙ICP备12022366号 suspect:label-missing', '备 is missing'],
    ['ICP证：蜀 19028568号-1', '蜀ICP备19028568号-1 suspect:label-missing', 'ICP备 is missing'],
    ['备案号：京备15036536号', '京ICP备15036536号 suspect:label-missing', 'ICP is missing'],
    ['沪ICP备(shou.org.cn)05052049号-13', '沪ICP备05052049号-13 suspect:domain-inside', 'a domain inside'],
    ['ICP备14003256号—1', 'null malformed:province-missing', 'no province is guessed'],
    ['京ICP备2O21047093号', 'null malformed:garbled', 'letter O for 0'],
    ['京ICP备l5036536号', 'null malformed:garbled', 'letter l for 1'],
    ['京ICP备080100-44备0000111000号', 'null malformed:garbled', 'two numbers in one'],
    ['吉ICP备07500273X号', '吉ICP备07500273号 malformed:service-letter', 'a letter without a service number'],
    ['京ICP备15036536号-A', '京ICP备15036536号 malformed:service-letter', 'the same behind a hyphen'],
    ['京ICP备15036536号-1B', '京ICP备15036536号-1 malformed:service-letter', 'a letter that means nothing'],
    ['京ICP备15036536号-0', '京ICP备15036536号-0 malformed:service-number', 'services count from one'],
    ['京ICP备15036536号-01', '京ICP备15036536号-1 malformed:service-number', 'leading zero'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('commercial licences of the old form', () => {
  test.each([
    ['京ICP证030173号', 'icp-licence 京ICP证030173号', 'six digits'],
    ['京ICP证030173号-1', 'icp-licence 京ICP证030173号-1', 'as filing number'],
    ['鄂ICP证:020001-5', 'icp-licence 鄂ICP证020001号-5', 'colon, no 号'],
    ['京ICP證070791號', 'icp-licence 京ICP证070791号', 'traditional'],
    ['京ICP经营许可证070791号', 'icp-licence 京ICP证070791号', 'the name in full'],
    ['ICP证：京070791号', 'icp-licence 京ICP证070791号 suspect:label-missing', 'province behind the label'],
    ['沪ICP证08115529号', 'icp-licence 沪ICP证08115529号 suspect:kind-mixed', "a filing's digits"],
    ['京ICP证1900075号', 'icp-licence 京ICP证1900075号 malformed:digit-count', 'seven digits'],
    ['京ICP证380173号', 'icp-licence 京ICP证380173号 malformed:year-impossible', '2038'],
    ['京ICP证B1034-8373', 'icp-licence null malformed:garbled', 'no form at all'],
    ['ICP证：沪ICP备14003370号', '沪ICP备14003370号', 'the number decides, not the label'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('several in one text', () => {
  test.each([
    ['津ICP备16000854号-1/2', ['津ICP备16000854号-1', '津ICP备16000854号-2'], 'services behind a slash'],
    ['津ICP备16000854号-1、-3A', ['津ICP备16000854号-1', '津ICP备16000854号-3A'], 'and behind 、'],
    [
      '京ICP备10046444-京ICP证110507号',
      ['京ICP备10046444号', 'icp-licence 京ICP证110507号'],
      'a hyphen that separates',
    ],
    ['京ICP备10046444号 - 24小时客服', ['京ICP备10046444号'], 'a duration'],
    ['京ICP备10046444号-400-820-8820', ['京ICP备10046444号'], 'a phone number'],
    ['2009京ICP备10046444号2019', ['京ICP备10046444号'], 'years glued to both sides'],
    ['028-962559蜀ICP备13020536号', ['蜀ICP备13020536号'], 'a phone number glued before'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('text that looks like an ICP number', () => {
  test.each([
    '阿里云ICP备案流程 2021 版',
    '根据域名自动更新ICP备案信息 20240101',
    '隐藏ICP备案号及联网备案号 20240101',
    'ICPC 2023 World Finals 12345678',
    'the iterative closest point (ICP) algorithm, 2021 benchmark, 12345678 points',
    'ICP Number :0000123456UN7A1',
    'Internet Computer (ICP) 20240001',
    'ICP-MS 7700 15036536',
    '已有ICP备案15036536个网站',
    'ICP备案需要20个工作日，电话 400-888-8888',
    'ICP备案号：审核中 2024',
    '手机 13800138000 QQ 15036536 邮编 100080',
    'uid-8号-1kw 10000000',
    '房屋备案号：沪15036536号',
    '公安备案：京15036536号',
    '最新ICP备案政策解读 2024001234 次阅读',
    '4月11号-17号秒杀 20240417',
  ])('%s holds none', (text) => {
    expect(read(text)).toEqual([]);
  });
});
