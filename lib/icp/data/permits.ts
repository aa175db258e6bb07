/**
 * Content permits and the other numbers of Chinese footers: one table with one entry for each permit. The grammars come from
 * numbers.md §4 where `source` says so.
 */
import { isCreditCode } from '../credit-code.ts';
import type { Kind } from '../number.ts';

/** One of the six fields whose sites need approval before they open (Decree 292 art. 5 and later rules). */
export type ApprovalField = 'news' | 'forum' | 'media' | 'medical' | 'games' | 'culture';

/**
 * One way to write a number. `pattern` is regex source for normalised text. A blank in it stands for an optional blank, and
 * `P` for a province's character. Its groups `<p>`, `<y>` and `<s>` are the province, the year and the serial. `canonical`
 * names the groups in braces. A pattern matches all digits of a serial or nothing, because a shorter number is another
 * holder's. A serial that the pattern matches and `serial` does not is malformed.
 */
export type Form = {
  pattern: string;
  canonical: string;
  /** Regex source of the words that make the form unmistakable: with them it is found without the permit's name before it. */
  alone?: string;
  /**
   * What the number must look like, letter case included; a text that does not is no number. Absent: the pattern decides alone.
   */
  looks?: RegExp;
  /** What the serial must look like; another serial makes the number malformed. Absent: the pattern decides alone. */
  serial?: RegExp;
  /** The index in the serial of the province's two digits (GB/T 2260). Absent: the serial holds none. */
  provinceAt?: number;
  /** Whether the serial's check character is right. A wrong one makes the number malformed. Absent: the serial has none. */
  isRight?: (serial: string) => boolean;
};

/** A kind of content permit. */
export type Permit = {
  /** Official Chinese name; with `permit:` before it, the number's kind. */
  name: string;
  en: string;
  /** Who issues it, in both languages. */
  authority: { en: string; zh: string };
  /** The pre-approval field it belongs to; null where it belongs to none. */
  field: ApprovalField | null;
  source: string;
  /** Regex source of the names that people write before the number: the longest part that these share. */
  label: string;
  forms: readonly Form[];
};

const year = String.raw`[(\[{<] (?<y>(?:19|20)\d{2}) [)\]}>]`;
const province = '(?<p>P)';
/** A national serial and a provincial serial. Five digits: 京网文[2017]10291-1172号 (numbers.md §4). */
const cultureSerial = /^\d{1,5}(?:-\d{1,4})?$/;
/** For documents of an office with a year or a province of their own: none was seen with more than five digits. */
const upTo5 = /^\d{1,5}$/;

const culture = { en: 'provincial culture and tourism department', zh: '省级文化和旅游行政部门' };
const radio = { en: 'National Radio and Television Administration', zh: '国家广播电视总局' };
const press = { en: 'National Press and Publication Administration', zh: '国家新闻出版署' };
const localPress = { en: 'local press and publication authority', zh: '地方新闻出版行政部门' };
const cyberspace = { en: 'Cyberspace Administration of China', zh: '国家互联网信息办公室' };
const drugs = { en: 'provincial medical products administration', zh: '省级药品监督管理部门' };
const health = { en: 'provincial health authority', zh: '省级卫生行政部门' };
const telecoms = { en: 'provincial Communications Administration', zh: '省级通信管理局' };
const market = { en: 'market regulation authority', zh: '市场监督管理部门' };
const labour = { en: 'human resources and social security authority', zh: '人力资源和社会保障部门' };
const police = { en: 'local police', zh: '地方公安机关' };

/**
 * The permits and other records whose forms are known, each with its names, authority, field, forms and source. Other permits
 * are found by the name that a page gives them, and their form is not checked (numbers.md §4.2).
 */
export const permits = [
  {
    name: '网络文化经营许可证',
    en: 'network culture operation licence',
    authority: culture,
    field: 'culture',
    source: 'numbers.md §4; Interim Provisions on the Administration of Internet Culture (2011)',
    label: '网络文化经营',
    forms: [
      {
        pattern: String.raw`(?:${province} 网 文(?:(?<k>许字)|[字号证])?|(?<!中)(?<m>文网文)) ${year} 第? (?<s>\d{1,9}(?: - ?\d{1,22})?)(?!\d)(?: 号)?`,
        canonical: '{p}{m|网文}{k}〔{y}〕{s}号',
        alone: '网 ?文',
        serial: cultureSerial,
      },
      {
        pattern: String.raw`${province} 网 文 (?<y>20\d{2}) - ?(?<s>\d{3,9} - ?\d{2,9})(?!\d)(?: 号)?`,
        canonical: '{p}网文〔{y}〕{s}号',
        alone: '网 ?文',
        serial: cultureSerial,
      },
      {
        pattern: String.raw`(?<![A-Z])(?<e>L) (?:NCOL|Wang ?Wen|(?:Net(?:work)?|Internet) Culture) ${year} (?<s>\d{1,9} - \d{1,9})(?!\d)`,
        canonical: '{e}网文〔{y}〕{s}号',
        alone: 'NCOL|Culture|Wang ?Wen',
        serial: cultureSerial,
      },
    ],
  },
  {
    name: '信息网络传播视听节目许可证',
    en: 'audio-visual programme licence',
    authority: radio,
    field: 'media',
    source: 'numbers.md §4; SARFT and MII Decree 56 (2007)',
    label: '视听(?:节目|服务|经营|业务){0,3}许可',
    forms: [{ pattern: String.raw`(?:${province} )?(?<s>\d{5,9})(?!\d)(?: 号)?`, canonical: '{s}', serial: /^\d{7}$/ }],
  },
  {
    name: '网络出版服务许可证',
    en: 'online publishing service licence',
    authority: press,
    field: 'games',
    source: 'numbers.md §4; Provisions on the Administration of Online Publishing Services (2016)',
    label: '(?:网络|互联网)出版(?:服务)?许可',
    forms: [
      {
        pattern: String.raw`[(\[]? (?<k>总|署) [)\]]? 网出证 [(\[]? ${province} [)\]]? 字? 第? (?<s>\d{2,9})(?!\d) 号?`,
        canonical: '（{k}）网出证（{p}）字第{s}号',
        alone: '网出证',
        serial: upTo5,
      },
      {
        pattern: String.raw`新出网证 [(\[]? ${province} [)\]]? 字? 第? (?<s>\d{2,9})(?!\d) 号?`,
        canonical: '新出网证（{p}）字{s}号',
        alone: '新出网证',
        serial: upTo5,
      },
      {
        pattern: String.raw`[(\[] ${province} [)\]] 字 第? (?<s>\d{2,9})(?!\d) 号?`,
        canonical: '（{p}）字第{s}号',
        serial: upTo5,
      },
      { pattern: String.raw`${year} 第? (?<s>\d{1,9}) 号`, canonical: '〔{y}〕{s}号', serial: upTo5 },
    ],
  },
  {
    name: '广播电视节目制作经营许可证',
    en: 'radio and television programme production licence',
    authority: radio,
    field: 'media',
    source: 'numbers.md §4; SARFT Decree 34 (2004)',
    label: '节目制作(?:经营)?(?:许可)?',
    forms: [
      {
        pattern: String.raw`[(\[] ${province}(?<k>[\u4e00-\u9fff]{0,3}) [)\]] (?:字 第?|第) (?<s>\d{2,9})(?!\d) 号?`,
        canonical: '（{p}{k}）字第{s}号',
        serial: upTo5,
      },
      {
        pattern: String.raw`${province} (?:字 第?|第) (?<s>\d{2,9})(?!\d) 号?`,
        canonical: '（{p}）字第{s}号',
        serial: upTo5,
      },
    ],
  },
  {
    name: '互联网新闻信息服务许可证',
    en: 'internet news information service licence',
    authority: cyberspace,
    field: 'news',
    source: 'numbers.md §4; Provisions on Internet News Information Services (2017)',
    label: '(?:新闻(?:信息)?(?:服务)?(?:单位)?许可|国新网(?:许可证)?)',
    forms: [
      {
        pattern: String.raw`(?:国新网 )?(?<s>\d{8,13})(?!\d)(?: 号)?`,
        canonical: '{s}',
        serial: /^\d{2}[12]\d{7,8}$/,
        provinceAt: 0,
      },
      {
        pattern: String.raw`${province}(?<k>府新[函网]|新[函网]) ${year} 第? (?<s>\d{1,9}) 号`,
        canonical: '{p}{k}〔{y}〕{s}号',
        serial: upTo5,
      },
    ],
  },
  {
    name: '互联网药品信息服务资格证书',
    en: 'internet drug information service certificate',
    authority: drugs,
    field: 'medical',
    source: 'numbers.md §4; Measures for Internet Drug Information Services (2004)',
    label: '药品信息服务资[格质]证书?',
    forms: [
      {
        pattern: String.raw`[(\[]? ${province} [)\]]? [-一]? [(\[]? (?<k>非?(?:经营|营业)性|非?经营|(?:Non-?)?Operational|(?:Non-?)?Commercial) [)\]]? [-一]? [(\[]? (?<y>20\d{2}) [)\]]? [-一]? (?<s>\d{3,9})(?!\d)`,
        canonical: '（{p}）-{k}-{y}-{s}',
        alone: '经营|营业|operational|commercial',
        serial: upTo5,
      },
      {
        pattern: String.raw`[(\[] ${province} [)\]] - (?<y>20\d{2}) - (?<s>\d{4,9})(?!\d)`,
        canonical: '（{p}）-{y}-{s}',
        serial: /^\d{4}$/,
      },
    ],
  },
  {
    name: '药品医疗器械网络信息服务备案',
    en: 'drug and medical device information service filing',
    authority: drugs,
    field: 'medical',
    source: 'numbers.md §4',
    label: '药品医疗器械网络信息服务备案',
    forms: [
      {
        pattern: String.raw`[(\[]? ${province} [)\]]? 网药械信息备字 ${year} 第? (?<s>\d{3,9})(?!\d) 号?`,
        canonical: '（{p}）网药械信息备字（{y}）第{s}号',
        alone: '网药械',
        serial: /^\d{5}$/,
      },
    ],
  },
  {
    name: '医疗器械网络交易服务第三方平台备案',
    en: 'medical device trading platform filing',
    authority: drugs,
    field: 'medical',
    source: 'numbers.md §4; Measures for Online Sales of Medical Devices (2017)',
    label: '医疗器械网络交易',
    forms: [
      {
        pattern: String.raw`[(\[]? ${province} [)\]]? 网械平台备字 ${year} 第? (?<s>\d{3,9})(?!\d) 号?`,
        canonical: '（{p}）网械平台备字（{y}）第{s}号',
        alone: '网械平台',
        serial: /^\d{5}$/,
      },
    ],
  },
  {
    name: '互联网药品交易服务资格证书',
    en: 'internet drug trading service certificate',
    authority: drugs,
    field: 'medical',
    source: 'seen in footers',
    label: '药品交易服务资[格质]证书?',
    forms: [{ pattern: String.raw`(?<k>国|P)(?<s>[ABC]\d{6,12})(?!\d)`, canonical: '{k}{s}', serial: /^[ABC]\d{8}$/i }],
  },
  {
    name: '互联网医疗保健信息服务审核同意书',
    en: 'internet health information service approval',
    authority: health,
    field: 'medical',
    source: 'numbers.md §4; Ministry of Health Decree 66 (2009)',
    label: '医疗保健信息服务',
    forms: [
      {
        pattern: String.raw`[(\[]? ${province} [)\]]? 卫网审(?<k>字)? ${year} 第? (?<s>\d{1,9})(?!\d) 号?`,
        canonical: '{p}卫网审{k}〔{y}〕{s}号',
        alone: '卫网审',
        serial: upTo5,
      },
    ],
  },
  {
    name: '出版物经营许可证',
    en: 'publication business licence',
    authority: localPress,
    field: 'media',
    source: 'numbers.md §4',
    label: '出版物(?:经营|零售|批发|网络)',
    forms: [
      {
        pattern: String.raw`新出发 [(\[]? ${province} [)\]]? (?<k>[\u4e00-\u9fff]{0,3}) 字 第? (?<s>[\u4e00-\u9fffA-Z]{0,4} -? \d{3,16})(?!\d) 号?`,
        canonical: '新出发{p}{k}字第{s}号',
        alone: '新出发',
        serial: /\D\d{3,12}$|^\d{3,12}$/,
      },
      {
        pattern: String.raw`${province}(?<k>[零批备网]) 字 第? (?<s>[\u4e00-\u9fffA-Z]{0,4} -? \d{3,16})(?!\d) 号?`,
        canonical: '{p}{k}字第{s}号',
        serial: /\D\d{3,12}$|^\d{3,12}$/,
      },
    ],
  },
  {
    name: '互联网宗教信息服务许可证',
    en: 'internet religious information service licence',
    authority: { en: 'provincial religious affairs department', zh: '省级宗教事务部门' },
    field: null,
    source: 'numbers.md §4; Measures for Internet Religious Information Services (2022)',
    label: '宗教信息服务',
    forms: [
      {
        pattern: String.raw`${province} ${year} (?<s>\d{5,8})(?!\d)(?: 号)?`,
        canonical: '{p}（{y}）{s}',
        serial: /^\d{7}$/,
      },
    ],
  },
  {
    name: '电信业务审批',
    en: 'forum service approval',
    authority: telecoms,
    field: 'forum',
    source: 'numbers.md §4; Provisions on Electronic Bulletin Services (2000, abolished)',
    label: '电子公告|BBS',
    forms: [
      {
        pattern: String.raw`电信业务审批 ${year} 字? 第? (?<s>\d{1,9})(?!\d) 号?`,
        canonical: '电信业务审批〔{y}〕字第{s}号',
        alone: '业务审批',
        serial: upTo5,
      },
      {
        pattern: String.raw`${province} 通管 BBS ${year} 字? 第? (?<s>\d{1,9})(?!\d) 号?`,
        canonical: '{p}通管BBS〔{y}〕第{s}号',
        alone: '通管',
        serial: upTo5,
      },
    ],
  },
  {
    name: '食品经营许可证',
    en: 'food business licence',
    authority: market,
    field: null,
    source: 'numbers.md §4; Measures for Food Business Licences (2015)',
    label: '食品(?:经营|销售|流通)许可',
    forms: [
      {
        pattern: String.raw`(?<![A-Z\d])JY (?<s>\d{12,16})(?!\d)`,
        canonical: 'JY{s}',
        alone: 'JY',
        serial: /^\d{14}$/,
        provinceAt: 1,
      },
      {
        pattern: String.raw`(?<![A-Z\d])SP (?<s>\d{14,18})(?!\d)`,
        canonical: 'SP{s}',
        alone: 'SP',
        serial: /^\d{16}$/,
      },
    ],
  },
  {
    name: '网络食品交易第三方平台备案',
    en: 'online food trading platform filing',
    authority: market,
    field: null,
    source: 'seen in footers',
    label: '网络食品(?:销售|交易)',
    forms: [
      { pattern: String.raw`${province} 网食 (?<s>[A-Z]\d{6,10})(?!\d)`, canonical: '{p}网食{s}', alone: '网食' },
    ],
  },
  {
    name: '算法备案',
    en: 'algorithm filing',
    authority: cyberspace,
    field: null,
    source: 'numbers.md §4; Provisions on Algorithmic Recommendation (2022) art. 24',
    label: '算法备案',
    forms: [
      {
        pattern: String.raw`网信算备 (?<s>\d{10,24})(?!\d)(?: 号)?`,
        canonical: '网信算备{s}号',
        alone: '网信算备',
        serial: /^\d{21}$/,
        provinceAt: 0,
      },
      { pattern: String.raw`(?<s>\d{21})(?!\d)(?: 号)?`, canonical: '网信算备{s}号', provinceAt: 0 },
    ],
  },
  {
    name: '生成式人工智能服务备案',
    en: 'generative AI service filing',
    authority: cyberspace,
    field: null,
    source: 'numbers.md §4; Interim Measures for Generative AI Services (2023)',
    label: '生成式人工智能|大模型',
    forms: [
      {
        pattern: String.raw`(?<![A-Z\d/_-])(?<e>L)-(?<k>[A-Z][A-Z\d]{1,40})-(?<y>20\d{2})(?<s>\d{4}(?:S?\d{4})?)(?:\.[A-Z]{2,4})?(?![A-Z\d_-])`,
        canonical: '{e}-{k}-{y}{s}',
        alone: '-20\\d{6}',
        looks: /^[A-Z][A-Za-z]+-[A-Z][A-Za-z\d]+-[\dS]+$/,
      },
    ],
  },
  {
    name: '区块链信息服务备案',
    en: 'blockchain information service filing',
    authority: cyberspace,
    field: null,
    source: 'Provisions on Blockchain Information Services (2019); seen in footers',
    label: '区块链信息服务',
    forms: [
      {
        pattern: String.raw`${province} 网信备 (?<s>\d{14,22})(?!\d)(?: 号)?`,
        canonical: '{p}网信备{s}号',
        alone: '网信备',
      },
    ],
  },
  {
    name: '政府网站标识码',
    en: 'government website code',
    authority: { en: 'General Office of the State Council', zh: '国务院办公厅' },
    field: null,
    source: 'numbers.md §4',
    label: '网站标识码?|政府标识码|(?<![\u4e00-\u9fff])标识码',
    forms: [
      { pattern: String.raw`bm (?<s>\d{8})(?!\d)`, canonical: 'bm{s}' },
      { pattern: String.raw`(?<s>\d{10})(?!\d)`, canonical: '{s}', provinceAt: 0 },
    ],
  },
  {
    name: '统一社会信用代码',
    en: 'unified social credit code',
    authority: market,
    field: null,
    source: 'GB 32100-2015',
    label: '信用代码|营业执照|工商注册',
    forms: [
      {
        pattern: String.raw`(?<s>[A-Z\d]{2}\d{6}[A-Z\d]{10})(?![A-Z\d])`,
        canonical: '{s}',
        provinceAt: 2,
        isRight: (serial) => isCreditCode(serial.toUpperCase()),
      },
    ],
  },
  {
    name: '营业执照',
    en: 'business registration number',
    authority: market,
    field: null,
    source: 'numbers.md §4',
    label: '营业执照(?:注册)?|工商注册',
    forms: [{ pattern: String.raw`(?<s>\d{13}|\d{15})(?!\d)`, canonical: '{s}', provinceAt: 0 }],
  },
  {
    name: '网络游戏备案',
    en: 'network game filing',
    authority: culture,
    field: 'games',
    source: 'numbers.md §4',
    label: '网络游戏备案',
    forms: [
      {
        pattern: String.raw`文网游(?<k>备|进)字 ${year} (?<s>[A-Z] - [A-Z]{2,4} \d{3,9})(?!\d) 号?`,
        canonical: '文网游{k}字〔{y}〕{s}号',
        alone: '文网游',
        serial: /\D\d{3,5}$/,
      },
    ],
  },
  {
    name: '网络游戏出版批号',
    en: 'game publication approval',
    authority: press,
    field: 'games',
    source: 'numbers.md §4',
    label: '(?:游戏)?(?:版号|审批文号|批准文号)',
    forms: [
      {
        pattern: String.raw`(?<k>新广出审|国新出审|新出审|新出审字|科技与数字|新出音) ${year} 第? (?<s>\d{1,9}) 号`,
        canonical: '{k}〔{y}〕{s}号',
        alone: '出审|科技与数字|新出音',
        serial: upTo5,
      },
    ],
  },
  {
    name: '文化市场审批',
    en: 'culture market approval',
    authority: culture,
    field: 'culture',
    source: 'seen in footers',
    label: '文化市场',
    forms: [
      {
        pattern: String.raw`${province} 文市审 ${year} 第? (?<s>\d{1,9})(?!\d) 号?`,
        canonical: '{p}文市审〔{y}〕{s}号',
        alone: '文市审',
        serial: upTo5,
      },
    ],
  },
  {
    name: '营业性演出许可证',
    en: 'commercial performance licence',
    authority: culture,
    field: 'culture',
    source: 'seen in footers',
    label: '演出(?:经纪机构)?许可',
    forms: [
      { pattern: String.raw`(?<s>\d{12})(?!\d)(?: 号)?`, canonical: '{s}' },
      {
        pattern: String.raw`${province}市? 演 [(\[](?<k>机构|经纪|个人)[)\]] ${year} (?<s>\d{1,9})(?!\d) 号?`,
        canonical: '{p}演（{k}）（{y}）{s}号',
        alone: '演',
        serial: /^\d{1,6}$/,
      },
    ],
  },
  {
    name: '新闻网站备案',
    en: 'news site record',
    authority: cyberspace,
    field: 'news',
    source: 'seen in footers',
    label: '新闻网站',
    forms: [
      {
        pattern: String.raw`${province} 新网备 (?<s>\d{6,11})(?!\d)(?: 号)?`,
        canonical: '{p}新网备{s}号',
        alone: '新网备',
      },
    ],
  },
  {
    name: '教育网站备案',
    en: 'education site record',
    authority: { en: 'provincial education department', zh: '省级教育行政部门' },
    field: null,
    source: 'seen in footers',
    label: '教育网站',
    forms: [
      { pattern: String.raw`${province} 教 (?<s>QS\d - ?\d{6} - ?\d{6})(?!\d)`, canonical: '{p}教{s}', alone: 'QS' },
    ],
  },
  {
    name: '文保网安备案',
    en: 'cultural security police record',
    authority: police,
    field: null,
    source: 'numbers.md §3.3',
    label: '文保网安备案',
    forms: [{ pattern: String.raw`(?<s>\d{10,14})(?!\d)`, canonical: '{s}' }],
  },
  {
    name: '地方网警备案',
    en: 'local network police record',
    authority: police,
    field: null,
    source: 'numbers.md §3.3',
    label: '网警备案|公网监备|网监备案',
    forms: [
      { pattern: String.raw`(?<s>\d{8,16})(?!\d)(?: 号)?`, canonical: '{s}' },
      { pattern: String.raw`${province}备(?<s>\d{13}) 号`, canonical: '{p}备{s}号', alone: '备\\d{13}' },
    ],
  },
  {
    name: '人力资源服务许可证',
    en: 'human resources service licence',
    authority: labour,
    field: null,
    source: 'seen in footers',
    label: '人力资源(?:服务)?许可',
    forms: [{ pattern: String.raw`(?:[(\[] ${province} [)\]] )?(?<s>\d{10,15})(?!\d)(?: 号)?`, canonical: '{s}' }],
  },
  {
    name: '人才中介服务许可证',
    en: 'job agency licence',
    authority: labour,
    field: null,
    source: 'seen in footers',
    label: '人才中介服务许可',
    forms: [{ pattern: String.raw`(?<s>\d{10,15})(?!\d)(?: 号)?`, canonical: '{s}' }],
  },
  {
    name: '广告经营许可证',
    en: 'advertising licence',
    authority: market,
    field: null,
    source: 'numbers.md §4',
    label: '广告经营许可',
    forms: [{ pattern: String.raw`(?<s>\d{10,15})(?!\d)(?: 号)?`, canonical: '{s}' }],
  },
  {
    name: '旅行社业务经营许可证',
    en: 'travel agency licence',
    authority: { en: 'culture and tourism authority', zh: '文化和旅游行政部门' },
    field: null,
    source: 'seen in footers',
    label: '旅行社(?:业务)?经营许可',
    forms: [
      { pattern: String.raw`(?<s>L - [A-Z]{2,3} - CJ\d{4,6})(?!\d)`, canonical: '{s}', alone: 'L ?-' },
      { pattern: String.raw`(?<s>L - [A-Z]{2,3} -? [A-Z]{0,4}\d{4,6})(?!\d)`, canonical: '{s}' },
    ],
  },
] as const satisfies Permit[];

/** Official Chinese name of a permit of the table. */
export type PermitName = (typeof permits)[number]['name'];

/** A permit of the table. */
export type ListedPermit = Permit & { name: PermitName };

/**
 * The table's permit for a kind, `permit:网络文化经营许可证`. Undefined for kinds that are no permit and for permits that the table does
 * not hold.
 */
export function permitOf(kind: Kind): ListedPermit | undefined {
  return permits.find(({ name }) => kind === `permit:${name}`);
}

const listedLabel = new RegExp(permits.map(({ label }) => label).join('|'), 'i');

/** Whether the table holds the permit that a page names, in any of the ways people write the name. */
export function isListed(name: string): boolean {
  return listedLabel.test(name);
}
