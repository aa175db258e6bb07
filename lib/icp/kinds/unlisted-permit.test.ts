import { describe, expect, test } from 'vitest';
import { permitOf } from '../data/permits.ts';
import { explain } from '../explain.ts';
import { find } from '../find.ts';
import type { Block, PagePart } from '../finding.ts';
import { readBlocks } from '../read-blocks.ts';

const context = { currentYear: 2026 };

describe('a permit outside the table', () => {
  test.each<[text: string, name: string, canonical: string, why: string]>([
    [
      '危险化学品经营许可证：京朝危化经字〔2020〕000123号',
      '危险化学品经营许可证',
      '京朝危化经字〔2020〕000123号',
      'a document with its year',
    ],
    [
      '公共场所卫生许可证号 粤卫公证字〔2024〕第0385号',
      '公共场所卫生许可证',
      '粤卫公证字〔2024〕第0385号',
      '号 ends the label',
    ],
    [
      '安全生产许可证：（京）JZ安许证字〔2016〕012364',
      '安全生产许可证',
      '（京）JZ安许证字〔2016〕012364',
      'the province in brackets, letters',
    ],
    [
      '安全生产许可证(京)JZ安许证字[2016]012364-02',
      '安全生产许可证',
      '（京）JZ安许证字〔2016〕012364-02',
      'no separator; half-width brackets',
    ],
    ['测绘资质证书号：甲测字11002015', '测绘资质证书', '甲测字11002015', '字 and digits'],
    ['拍卖经营批准证书（编号：京拍字第012364号）', '拍卖经营批准证书', '京拍字第012364号', 'the number in brackets'],
    ['快递业务经营许可证编号：沪邮20131324B', '快递业务经营许可证', '沪邮20131324B', 'an office, digits and a letter'],
    [
      '医疗器械经营许可证：京海食药监械经营许20160123号',
      '医疗器械经营许可证',
      '京海食药监械经营许20160123号',
      'an office before a year and a serial',
    ],
    [
      '第二类医疗器械经营备案凭证编号：京朝食药监械经营备20150065号',
      '第二类医疗器械经营备案凭证',
      '京朝食药监械经营备20150065号',
      'a name that begins with 第',
    ],
    ['药品经营许可证（零售）：粤DB0200123', '药品经营许可证', '粤DB0200123', 'a remark behind the name'],
    ['民办学校办学许可证：教民111010570000018号', '民办学校办学许可证', '教民111010570000018号', 'a national office'],
    ['《支付业务许可证》Z2015044000015', '支付业务许可证', 'Z2015044000015', 'the name in quotes'],
    ['全国工业产品生产许可证 XK06-001-00123', '全国工业产品生产许可证', 'XK06-001-00123', 'a code with hyphens'],
    ['金融许可证机构编码：B0007H111000001', '金融许可证', 'B0007H111000001', 'a code of letters and digits'],
    [
      '医疗机构执业许可证：PDY10003-111010513A1002',
      '医疗机构执业许可证',
      'PDY10003-111010513A1002',
      'the same in two parts',
    ],
    [
      '证券投资咨询业务资格证书编号：zx0093',
      '证券投资咨询业务资格证书',
      'ZX0093',
      'four digits are enough behind 编号',
    ],
    ['经营保险代理业务许可证：201974000000800', '经营保险代理业务许可证', '201974000000800', 'digits behind a colon'],
    ['烟草专卖零售许可证110105200123号', '烟草专卖零售许可证', '110105200123号', 'digits closed by 号'],
    ['排污许可证：91110000802100433B001P', '排污许可证', '91110000802100433B001P', 'a credit code and three digits'],
    [
      '危險化學品經營許可證：京朝危化经字〔2020〕000123號',
      '危险化学品经营许可证',
      '京朝危化经字〔2020〕000123号',
      'traditional characters',
    ],
    [
      '快递业务经营许可证编号：\n沪邮 20131324B',
      '快递业务经营许可证',
      '沪邮20131324B',
      'label and number on lines of their own',
    ],
    [
      '© 北京某某物流有限公司快递业务经营许可证：沪邮20131324B',
      '快递业务经营许可证',
      '沪邮20131324B',
      'glued to a company',
    ],
    ['中华人民共和国快递业务经营许可证：国邮20100123A', '快递业务经营许可证', '国邮20100123A', 'of the ministry'],
    ['北京市药品经营许可证：京DA0100123', '药品经营许可证', '京DA0100123', 'a city is no part of the name'],
    [
      '本站持有国家邮政局颁发的快递业务经营许可证（沪邮20131324B）',
      '快递业务经营许可证',
      '沪邮20131324B',
      'the end of a sentence',
    ],
    [
      '京ICP备10046444号快递业务经营许可证：沪邮20131324B',
      '快递业务经营许可证',
      '沪邮20131324B',
      'glued to another number',
    ],
  ])('is read in %s as %s %s', (text, name, canonical) => {
    const matches = find(text, context).filter(({ kind }) => kind.startsWith('permit:'));
    expect(matches).toMatchObject([{ kind: `permit:${name}`, canonical, status: 'valid' }]);
    expect(matches[0]?.problems).toEqual([{ code: 'form-unknown', part: name }]);
  });

  test.each<[text: string, why: string]>([
    ['危险化学品经营许可证 电话：010-62581234', 'a phone number behind words'],
    ['道路运输经营许可证：13800138000', 'a mobile phone'],
    ['道路运输经营许可证：4008208820', 'a hotline'],
    ['道路运输经营许可证：01062581234', 'a phone with its area'],
    ['道路运输经营许可证：20200101', 'a date'],
    ['道路运输经营许可证有效期至20261231', 'a date behind words'],
    ['道路运输经营许可证 2020年12月31日', 'a date in words'],
    ['道路运输经营许可证 12000000元', 'a price'],
    ['道路运输经营许可证 110105200123', 'digits that nothing joins to the label'],
    ['危险化学品经营许可证管理办法（2012）第55号', 'a rule'],
    ['危险化学品经营许可证 https://www.example.com/20200101/123456', 'an address'],
    ['食品生产许可证 GB14881-2013', 'a standard'],
    ['经营许可证编号：12364578', 'nobody knows which'],
    ['许可证编号：京朝危化经字〔2020〕000123号', 'no name at all'],
    ['互联网信息服务许可证：12364578', 'another name of the telecom licence'],
    ['增值电信业务经营许可证：12364578号', 'a telecom licence whose number is unreadable'],
    ['食品经营许可证：D12364578', 'a permit of the table in no form of it'],
    ['软件许可证：ABCD1-234567-89012', 'a licence key'],
    ['开源许可证 MIT-2020-123456', 'a software licence'],
    ['许可证：Apache-2.0', 'the same'],
    ['机动车驾驶许可证：110105199001011234', 'a driving licence'],
    ['教师资格证书编号：20131100012364578', 'a person'],
    ['商品房预售许可证：京房售证字(2020)123号', 'a building'],
    ['建设工程规划许可证：建字第110105202000123号', 'a building'],
    ['软件著作权登记证书：2020SR123645', 'a work'],
    ['检验合格证书编号：D12364578', 'goods'],
    ['手术知情同意书编号：D12364578', 'a patient'],
    ['备案凭证：12364578', 'a record of anything'],
  ])('is not read in %s', (text) => {
    expect(find(text, context)).toEqual([]);
  });

  test.each([
    ['某某经营许可证：京ICP备10046444号', 'icp-filing'],
    ['ICP许可证：A12364578', 'icp-licence'],
    ['某某服务许可证：京公网安备11010802020134号', 'psb-filing'],
    ['跨地区经营许可证：B2-20140447', 'telecom-licence'],
    ['文化产品经营许可证：京网文〔2020〕1039-165号', 'permit:网络文化经营许可证'],
    ['国内旅行社业务经营许可证：L-BJ-CJ00144', 'permit:旅行社业务经营许可证'],
  ])('leaves the number of another kind in %s to that kind, %s', (text, kind) => {
    expect(find(text, context).map((match) => match.kind)).toEqual([kind]);
  });

  test('has a year and a province only where the number shows them beyond doubt', () => {
    const read = (number: string) => find(`危险化学品经营许可证：${number}`, context)[0];
    expect(read('京朝危化经字〔2020〕000123号')).toMatchObject({ province: '11', year: 2020, serial: '000123' });
    expect(read('（鄂）危化经字〔2020〕000123号')).toMatchObject({ province: '42' });
    expect(read('青岛危化经字〔2020〕000123号')).toMatchObject({ province: null });
    expect(read('D12364578')).toMatchObject({ province: null, year: null });
  });

  test.each([
    ['危险化学品经营许可证：京朝危化经字〔2090〕000123号', 'malformed', 'a year to come'],
    ['危险化学品经营许可证：123456789012', 'placeholder', 'filler'],
  ])('in %s is %s', (text, status) => {
    expect(find(text, context)).toMatchObject([{ status }]);
  });

  test('has the name of its label, and nothing else is known of it', () => {
    const [number] = find('快递业务经营许可证编号：沪邮20131324B', context);
    if (number === undefined) throw new Error('a number expected');
    expect(permitOf(number.kind)).toBeUndefined();
    expect(explain(number)).toMatchObject({ authority: null, queryPage: null, field: null, subjectNumber: null });
  });
});

describe('a permit of goods', () => {
  test.each<[text: string, place: PagePart, role: string]>([
    ['食品生产许可证编号：SC10112010500123', 'footer', 'claim'],
    ['食品生产许可证编号：SC10112010500123', 'main', 'mention'],
    ['安全生产许可证：京JZ安许证字〔2016〕012364', 'main', 'claim'],
    ['公共场所卫生许可证：粤卫公证字〔2024〕第0385号', 'main', 'claim'],
  ])('%s in %s: %s', (text, place, role) => {
    const block: Block = { id: 0, text, source: 'text', place, hidden: false, look: null, links: [] };
    expect(readBlocks([block], context)).toMatchObject([{ role }]);
  });
});
