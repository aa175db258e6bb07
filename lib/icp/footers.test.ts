import { describe, expect, test } from 'vitest';
import type { Block, PagePart } from './finding.ts';
import { readBlocks } from './read-blocks.ts';

/** `filing 京ICP备10046444号`; a status other than valid, and `mention`, follow. */
function read(text: string, place: PagePart): string[] {
  const block: Block = { id: 0, text, source: 'text', place, hidden: false, look: null, links: [] };
  return readBlocks([block], { currentYear: 2026 }).map(({ number: { kind, canonical, status }, role }) =>
    [
      kind.replace('icp-filing', 'filing').replace('icp-licence', 'licence').replace('psb-filing', 'police'),
      canonical ?? 'null',
      ...(status === 'valid' ? [] : [status]),
      ...(role === 'claim' ? [] : [role]),
    ]
      .join(' ')
      .replace('telecom-licence', 'telecom')
      .replace('permit:', ''),
  );
}

type Footer = [name: string, text: string, ...expected: string[]];

// Footers of sites whose numbers are public (numbers.md §1 to §4), laid out as their kind of site lays them out.
const known: Footer[] = [
  [
    'a search engine',
    '©2026 Baidu 使用百度前必读 京ICP证030173号 京公网安备11000002000001号 互联网新闻信息服务许可证11220180008 (京)-经营性-2014-0008',
    'licence 京ICP证030173号',
    'police 京公网安备11000002000001号',
    '互联网新闻信息服务许可证 11220180008',
    '互联网药品信息服务资格证书 （京）-经营性-2014-0008',
  ],
  [
    'a maker of phones',
    '©mi.com 京ICP证110507号 京ICP备10046444号 京公网安备11010802020134号 京网文[2014]0059-0009号',
    'licence 京ICP证110507号',
    'filing 京ICP备10046444号',
    'police 京公网安备11010802020134号',
    '网络文化经营许可证 京网文〔2014〕0059-0009号',
  ],
  [
    'a shop',
    '京公网安备 11000002000088号 | 京ICP证070359号 | 互联网药品信息服务资格证编号(京)-经营性-2014-0008 | 新出发京零 字第大120007号',
    'police 京公网安备11000002000088号',
    'licence 京ICP证070359号',
    '互联网药品信息服务资格证书 （京）-经营性-2014-0008',
    '出版物经营许可证 新出发京零字第大120007号',
  ],
  [
    'a portal that files under its licence',
    '网易公司版权所有©1997-2026 ICP备案：粤B2-20090191-18 不良信息举报邮箱：51jubao@service.netease.com',
    'telecom 粤B2-20090191-18',
  ],
  // 58.com: footers of its city pages and of its mobile pages, in copies of them in public repositories (November 2026).
  [
    'classified advertisements',
    '京公网备案信息11010502000809 | 京ICP证060405 | 京ICP备10012705号-2 | 违法信息举报：4008135858',
    'police 京公网安备11010502000809号',
    'licence 京ICP证060405号',
    'filing 京ICP备10012705号-2',
  ],
  [
    'a page made after it, with earlier numbers',
    '北京市公安局朝阳分局备案编号:1101050809 \u00a0 \u00a0 © 58.com\n京ICP备10012705号-2 与58对话',
    'police 京公网安备1101050809号',
    'filing 京ICP备10012705号-2',
  ],
  ['the same on phones', '回顶部\n普通版 | 触屏版\n手机同城网：58.com 京ICP证060405', 'licence 京ICP证060405号'],
  // Youku: the footer of its home page of July 2017, in copies of it in public repositories (November 2026). The second is not
  // a copy of Youku's page, but of a page made after it that kept the numbers of Youku's earlier footer.
  [
    'a video site',
    '网络文化经营许可证 京网文[2014]0934-236号\n京卫网审[2013]第0209号 网络110报警服务\n药品服务许可证(京)-经营-2015-0029\n' +
      '节目制作经营许可证京字670号\n营业执照\nCopyright©2017 优酷 youku.com 版权所有\n不良信息举报电话: 4008100580\n' +
      '信息网络传播视听节目许可证0108283号\n出版物经营许可证\n京ICP证060288号\n新出网证(京)字160号\n' +
      '北京12318文化市场举报热线\n经营性网站\n备案信息\n京公网安备\n11000002000017',
    '网络文化经营许可证 京网文〔2014〕0934-236号',
    '互联网医疗保健信息服务审核同意书 京卫网审〔2013〕0209号',
    '互联网药品信息服务资格证书 （京）-经营性-2015-0029',
    '广播电视节目制作经营许可证 （京）字第670号',
    '信息网络传播视听节目许可证 0108283',
    'licence 京ICP证060288号',
    '网络出版服务许可证 新出网证（京）字160号',
    'police 京公网安备11000002000017号',
  ],
  [
    'a page made after it, with earlier numbers',
    '网络视听许可证0108283号 网络文化经营许可证 文网文[2011]0088-037号 新出网证(京)字160号 节目制作经营许可证京字670号 ' +
      '京公网安备110000000017号 药品服务许可证(京)-经营-2010-0048',
    '信息网络传播视听节目许可证 0108283',
    '网络文化经营许可证 文网文〔2011〕0088-037号',
    '网络出版服务许可证 新出网证（京）字160号',
    '广播电视节目制作经营许可证 （京）字第670号',
    'police 京公网安备110000000017号',
    '互联网药品信息服务资格证书 （京）-经营性-2010-0048',
  ],
  [
    'a newspaper online',
    '沪ICP备14003370号 互联网新闻信息服务许可证：31120170006 增值电信业务经营许可证：沪B2-20170116 沪公网安备31010602000299号 © 2014-2026 上海东方报业有限公司',
    'filing 沪ICP备14003370号',
    '互联网新闻信息服务许可证 31120170006',
    'telecom 沪B2-20170116',
    'police 沪公网安备31010602000299号',
  ],
  [
    'the government',
    '主办单位：国务院办公厅 运行维护单位：中国政府网运行中心 网站标识码bm01000001 京公网安备11010202000001号',
    '政府网站标识码 bm01000001',
    'police 京公网安备11010202000001号',
  ],
  ['a social network', '增值电信业务经营许可证B2-20140447', 'telecom B2-20140447'],
  ['a carrier', '中国电信集团有限公司 A2.B1.B2-20090001', 'telecom A2.B1.B2-20090001'],
  [
    'a news site',
    '沪ICP备10213822号 互联网新闻信息服务许可证：31220170001',
    'filing 沪ICP备10213822号',
    '互联网新闻信息服务许可证 31220170001',
  ],
  [
    'a site of videos',
    '信息网络传播视听节目许可证：0910417 | 广播电视节目制作经营许可证：（沪）字第1248号 | 沪ICP证：沪B2-20100043',
    '信息网络传播视听节目许可证 0910417',
    '广播电视节目制作经营许可证 （沪）字第1248号',
    'telecom 沪B2-20100043',
  ],
];

// Footers made up after the ways of real ones: names and numbers are invented.
const invented: Footer[] = [
  ['a blog', '© 2021-2026 山中客 · 由 Hexo 驱动 · 湘ICP备2021014863号-1', 'filing 湘ICP备2021014863号-1'],
  [
    'a small firm',
    '版权所有 © 宁波某某机械有限公司 浙ICP备13027415号-1 技术支持：某某网络',
    'filing 浙ICP备13027415号-1',
  ],
  ['without 号', '桂林某某旅行社 桂ICP备14006271-2 电话 0773-2828282', 'filing 桂ICP备14006271号-2'],
  ['号 behind', '某某县教育局 版权所有 豫ICP备11023984-1号 邮编：453000', 'filing 豫ICP备11023984号-1'],
  ['spaces', 'Copyright © 某某 · 鄂 ICP 备 2022018536 号 - 1', 'filing 鄂ICP备2022018536号-1'],
  ['full width', '（Ｃ）某某株式会社　沪ＩＣＰ备０９０４７２８６号－３', 'filing 沪ICP备09047286号-3'],
  ['traditional', '版權所有 © 某某科技有限公司 粵ICP備17094382號-2', 'filing 粤ICP备17094382号-2'],
  [
    'two columns',
    '网站备案号：蜀ICP备18037264号-1\n公安备案号：川公网安备51010402000837号',
    'filing 蜀ICP备18037264号-1',
    'police 川公网安备51010402000837号',
  ],
  [
    'Gansu: three characters',
    '陇ICP备2021003917号-1 甘公网安备62010202003164号 甘B2-20210048',
    'filing 陇ICP备2021003917号-1',
    'police 甘公网安备62010202003164号',
    'telecom 甘B2-20210048',
  ],
  [
    'Guizhou: two characters',
    '黔ICP备19008264号 贵公网安备52010302001936号',
    'filing 黔ICP备19008264号',
    'police 贵公网安备52010302001936号',
  ],
  [
    'glued',
    '某某网络科技有限公司版权所有苏ICP备16028374号-4苏公网安备32010202010936号苏B2-20170384',
    'filing 苏ICP备16028374号-4',
    'police 苏公网安备32010202010936号',
    'telecom 苏B2-20170384',
  ],
  ['a label that lies', 'ICP证：赣ICP备15007364号-1 经营许可证编号：赣ICP备15007364号-1', 'filing 赣ICP备15007364号-1'],
  [
    'a licence under the wrong label',
    '闽ICP证：闽B2-20150284 备案号：闽ICP备14018365号',
    'telecom 闽B2-20150284',
    'filing 闽ICP备14018365号',
  ],
  [
    'phones around',
    '热线：0451-84620000 13904510000 黑ICP备12003746号 传真：0451-84620001-8001',
    'filing 黑ICP备12003746号',
  ],
  ['years around', '2003-2026 吉ICP备05004827号 2026', 'filing 吉ICP备05004827号'],
  ['an old filing', '某某大学网络中心 京ICP备040117号', 'filing 京ICP备040117号'],
  [
    'an old police record',
    '某某网 京ICP备09083716号 京公网安备110105012846',
    'filing 京ICP备09083716号',
    'police 京公网安备110105012846号',
  ],
  ['a district', '京公海网安备110108003846号', 'police 京公网安备110108003846号'],
  ['an app', '某某听书 ICP备案号：浙ICP备2023028364号-3A', 'filing 浙ICP备2023028364号-3A'],
  ['a mini-program', '备案号 鲁ICP备2024083615号-2X', 'filing 鲁ICP备2024083615号-2X'],
  ['several services', '辽ICP备19014826号-1/3', 'filing 辽ICP备19014826号-1', 'filing 辽ICP备19014826号-3'],
  [
    'two companies',
    '京ICP备13042736号-2 北京某某信息技术有限公司 | 津ICP备17005283号-1 天津某某数据有限公司',
    'filing 京ICP备13042736号-2',
    'filing 津ICP备17005283号-1',
  ],
  [
    'a games site',
    '粤网文〔2018〕9847-3372号 | 新广出审[2017]6382号 | （总）网出证（粤）字第238号 | 粤B2-20160284',
    '网络文化经营许可证 粤网文〔2018〕9847-3372号',
    '网络游戏出版批号 新广出审〔2017〕6382号',
    '网络出版服务许可证 （总）网出证（粤）字第238号',
    'telecom 粤B2-20160284',
  ],
  [
    'a pharmacy',
    '互联网药品信息服务资格证书编号：（皖）-非经营性-2019-0036 药品医疗器械网络信息服务备案（皖）网药械信息备字（2024）第00127号 皖ICP备18024637号-1',
    '互联网药品信息服务资格证书 （皖）-非经营性-2019-0036',
    '药品医疗器械网络信息服务备案 （皖）网药械信息备字（2024）第00127号',
    'filing 皖ICP备18024637号-1',
  ],
  [
    'a grocer',
    '食品经营许可证：JY13301060284739 浙网食A33010284 出版物经营许可证：新出发浙零字第330284号',
    '食品经营许可证 JY13301060284739',
    '网络食品交易第三方平台备案 浙网食A33010284',
    '出版物经营许可证 新出发浙零字第330284号',
  ],
  [
    'an assistant that answers',
    '网信算备330106284736401240038号 Zhejiang-QiMingXing-202403180027 浙公网安备33010602009274号',
    '算法备案 网信算备330106284736401240038号',
    '生成式人工智能服务备案 Zhejiang-QiMingXing-202403180027',
    'police 浙公网安备33010602009274号',
  ],
  [
    'a job board',
    '人力资源服务许可证编号：440300218364 人才中介服务许可证 440304000283 深公网安备 44030402002846号',
    '人力资源服务许可证 440300218364',
    '人才中介服务许可证 440304000283',
    'police 粤公网安备44030402002846号 suspect',
  ],
  [
    'a county government',
    '主办：某某县人民政府办公室 网站标识码：6107280014 陕ICP备17018264号 陕公网安备61072802000127号',
    '政府网站标识码 6107280014',
    'filing 陕ICP备17018264号',
    'police 陕公网安备61072802000127号',
  ],
  [
    'a company with its code',
    '统一社会信用代码：91110000802100433B 营业执照 京ICP备2022028374号',
    '统一社会信用代码 91110000802100433B',
    'filing 京ICP备2022028374号',
  ],
  ['English', '© 2026 Hangzhou Example Co., Ltd. Zhejiang ICP No. 16028374-1', 'filing 浙ICP备16028374号-1'],
  [
    'pinyin',
    'Hu ICP Bei 2023018364 Hao-2 | Hu Gong Wang An Bei 31011502018364',
    'filing 沪ICP备2023018364号-2',
    'police 沪公网安备31011502018364号',
  ],
  [
    'English and the police',
    'Beijing Public Network Security No. 11010502028364, Beijing ICP Certificate No. 080364',
    'police 京公网安备11010502028364号',
    'licence 京ICP证080364号',
  ],
  [
    'a licence in English',
    'Value-added telecommunications business licence: Jiangsu B2-20180364',
    'telecom 苏B2-20180364',
  ],
  ['escapes shown as text', '&copy; 2026 \\u9c81ICP\\u590713028364\\u53f7-1', 'filing 鲁ICP备13028364号-1'],
  ['the wrong decoder', 'ËÕICP±¸12028364ºÅ-1', 'filing 苏ICP备12028364号-1'],
  ['a number over two lines', '宁ICP备\n2021002836号\n-1', 'filing 宁ICP备2021002836号-1'],
  [
    'brackets',
    '[琼ICP备16002836号][琼公网安备46010602000283号]',
    'filing 琼ICP备16002836号',
    'police 琼公网安备46010602000283号',
  ],
  [
    'the corps',
    '新ICP备18002836号-1 兵公网安备66080002000283号',
    'filing 新ICP备18002836号-1',
    'police 兵公网安备66080002000283号',
  ],
];

const faulty: Footer[] = [
  ['the wrong character', '成都某某有限公司 川ICP备14028364号-1', 'filing 川ICP备14028364号-1 suspect'],
  ['the name for the character', '海南ICP备16028364号', 'filing 琼ICP备16028364号 suspect'],
  ['letters swapped', '冀IPC备13028364号', 'filing 冀ICP备13028364号 suspect'],
  ['a digit lost', '晋ICP备1502836号-1', 'filing 晋ICP备1502836号-1 malformed'],
  ['a digit too many', '蒙公网安备150102020002836号', 'police 蒙公网安备150102020002836号 malformed'],
  ['no province', 'ICP备17028364号-1', 'filing null malformed'],
  ['a letter for a digit', '青ICP备2O21002836号', 'filing null malformed'],
  [
    'copied from another province',
    '某某市政府 云南 滇公网安备33010602009274号',
    'police 滇公网安备33010602009274号 suspect',
  ],
  ['a date', '藏ICP备20180936号', 'filing 藏ICP备20180936号 suspect'],
  ['a template', '© 2026 Your Company 京ICP备12345678号-1', 'filing 京ICP备12345678号-1 placeholder'],
  [
    'a masked template',
    '某ICP备XXXXXXXX号 某公网安备XXXXXXXXXXXXXX号',
    'filing null placeholder',
    'police null placeholder',
  ],
  ['a joke', '本站已加入 萌ICP备20260814号', 'filing 萌ICP备20260814号 unofficial'],
];

const silent: Footer[] = [
  ['a label without a number', '© 2026 某某 ICP备案号： 公安备案号：'],
  ['an application under way', '网站备案中，2026 年 3 月提交，电话 13800138000'],
  ['an agency', '代办ICP备案、增值电信业务经营许可证，咨询 400-820-8820，QQ 28364715'],
  ['a bookshop', 'ISBN 978-7-111-28364-5 定价：88.00 元 邮编 100037'],
  ['a patent', '专利号 ZL 2014 1 0283647.5 国药准字Z20150028'],
  ['a court', '（2019）京0105民初28364号 京（2022）朝不动产权第0028364号'],
  ['a mechanic', '型号 B2-20001000 车牌 京A28364 粤B·28364'],
];

describe.each([
  ['known sites', known],
  ['made-up sites', invented],
  ['faulty footers', faulty],
  ['footers without a number', silent],
])('%s', (_, footers) => {
  test.each(footers)('the footer of %s gives its numbers and no others', (_name, text, ...expected) => {
    expect(read(text, 'footer')).toEqual(expected);
  });
});

describe('a number outside the footer', () => {
  test.each<[string, string, PagePart, ...string[]]>([
    [
      'in an article is a mention',
      '该公司的备案号是沪ICP备09047286号。',
      'article',
      'filing 沪ICP备09047286号 mention',
    ],
    ['in a comment is a mention', '楼主的号：沪ICP备09047286号', 'comment', 'filing 沪ICP备09047286号 mention'],
    ['in code is a mention', "const icp = '沪ICP备09047286号';", 'code', 'filing 沪ICP备09047286号 mention'],
    [
      'in an example is a mention',
      '备案号的格式如下，例如：沪ICP备09047286号',
      'main',
      'filing 沪ICP备09047286号 mention',
    ],
    ["in the body of the page is the site's own", '备案号：沪ICP备09047286号', 'main', 'filing 沪ICP备09047286号'],
  ])('%s', (_, text, place, ...expected) => {
    expect(read(text, place)).toEqual(expected);
  });
});
