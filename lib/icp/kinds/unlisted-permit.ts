/**
 * Permits that the table does not hold. A label names the permit, and a number that looks like an official one follows it at
 * once: 危险化学品经营许可证：京朝危化经字〔2020〕000123号 (numbers.md §4.2). Nothing but the label is known of them.
 */

import { isListed } from '../data/permits.ts';
import { blank, type Kind } from '../number.ts';
import { judge, type Problem } from '../problems.ts';
import { permitFillerProblem } from './filler.ts';
import type { Context, Grammar, Hit, ReadNumber } from './grammar.ts';
import { han } from './pattern.ts';
import { firstPermitYear, permitCharacters, permitProvince } from './permit-grammar.ts';
import { readFullYear } from './years.ts';

// The ends of permits' names. 证书, 证 and 备案 alone also end the names of products' certificates, trade marks, diplomas and
// identity cards.
const endings = '许可证|资格证书|资质证书|批准证书|备案凭证|审核同意书';
/** How far back a name is searched for, in characters. */
const nameChars = 30;
/** In characters. A longer name is a clause. The longest official name met has 20 characters. */
const longestName = 24;

// Where a name begins: after the words that stand before names in footers and in sentences.
const beforeName =
  /^.*(?:公司|集团|中心|协会|所有|许可证|证书|凭证|同意书|执照|备案|持有|取得|获得|具有|颁发|核发|代办|办理|申请|申领|换发|补发|查询|人民共和国|国家|[省县](?!级)|[号的及与为是已]|和(?!国)|市(?![场政])|区(?![块域]))/;
// Words that do not say what is permitted: 经营许可证 alone may be any permit, 互联网信息服务许可证 is a telecom licence.
const empty = /经营|业务|服务|行政|企业|单位|网站|网络|互联网|信息|生产|销售|相关|有关|专业|电子|特许|资格|资质/g;
// Other papers. Permits of telecom business are numbers of another kind. The rest are no permits to run a business: they are
// for software, vehicles, persons, works, buildings and patients.
const otherPaper =
  /电信|增值|ICP|软件|源码|代码|开源|授权|激活|序列|驾驶|行驶|机动车|车辆|身份|居留|居住|签证|出境|教师|律师|会计|医师|护士|导游|人员|从业|职业|执业资格|技能|学位|专利|商标|著作|作品|版权|预售|规划|施工|用地|房屋|房产证|知情|手术/;
// Permits of goods: on a page of goods they belong to the maker, not to the site.
const ofGoods = /^permit:.*(?:(?<!安全)生产|(?<!场所)卫生|注册|进口)许可证$/;

const year = String.raw`[(\[{<] ?(?<y>(?:19|20)\d{2}) ?[)\]}>]`;
const province = String.raw`(?:[(\[] ?(?<p>[${permitCharacters}]) ?[)\]]|(?<q>[${permitCharacters}]))`;
const sign = '(?: ?号(?![码段]))?';

/** A way to write a number. `closed`: it counts only after a colon or 编号, because nothing else tells it from other digits. */
type Form = { pattern: RegExp; closed: boolean };
// Documents: an office's characters with a year in brackets, 字第, or the province before at least six digits. Codes and bare
// digits: at least six, because shorter ones are years, prices, versions and standards.
const forms: readonly Form[] = [
  {
    pattern: new RegExp(
      String.raw`(?:${province})?[A-Z]{0,3}${han}{0,12} ?${year} ?${han}{0,3}字? ?第? ?[A-Z]?(?<s>\d{1,10}(?: ?- ?\d{1,4})?)${sign}`,
      'iy',
    ),
    closed: false,
  },
  {
    pattern: new RegExp(
      String.raw`(?:${province})?[A-Z]{0,3}${han}{0,11}字 ?第? ?[A-Z]{0,2}(?<s>\d{3,16}(?: ?- ?\d{1,4})?)[A-Z]?${sign}`,
      'iy',
    ),
    closed: false,
  },
  {
    pattern: new RegExp(
      String.raw`(?:${province}|国|教民)${han}{0,9} ?第? ?[A-Z]{0,2}(?<s>\d{6,16})[A-Z]?${sign}`,
      'iy',
    ),
    closed: false,
  },
  { pattern: new RegExp(String.raw`(?<s>[A-Z][A-Z\d]{0,24}(?: ?- ?[A-Z\d]{1,24}){0,4})${sign}`, 'iy'), closed: false },
  // A credit code, alone or with the suffix that some offices add: 91110000802100433B001P.
  { pattern: new RegExp(String.raw`(?<s>[159][12]\d{6}[A-Z\d]{10}(?:\d{3}[A-Z])?)${sign}`, 'iy'), closed: true },
  { pattern: new RegExp(String.raw`(?<s>\d{8,22}(?:-[A-Z\d]{1,24}){0,2})${sign}`, 'iy'), closed: true },
];

/** The patterns of the forms, for the test that proves them safe. */
export const unlistedForms: readonly RegExp[] = forms.map(({ pattern }) => pattern);

// Han characters that say that the digits after them are something else: phones, dates, quantities, rules.
const speaksOfOther =
  /电话|热线|手机|传真|邮编|客服|咨询|举报|日期|有效|期限|时间|截至|[于至共达]|办法|规定|条例|通知|公告|意见|标准|公司|备案|ICP/;
const phone = /^(?:1[3-9]\d{9}|[48]00\d{7}|0[1-9]\d{8,10})$/;
const date = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const standard = /^(?:GB|ISO|IEC|QB|DB|HJ|TEL|FAX|QQ|HTTP|WWW|ISBN|ISSN|ZL|V\d)/;
// Characters that also begin the names of towns in other provinces: 青岛 is not in Qinghai (青), 宁波 not in Ningxia (宁).
const mayBeTown = new RegExp(`^[宁青新云吉贵晋蒙辽甘秦鄂桂津黔赣陇鲁川疆]${han}`);

/** `[name of a permit] [编号][:] number`. The name alone tells the kind; the number does not. */
export const unlistedPermit: Grammar = {
  anchor: new RegExp(endings),
  pattern: new RegExp(
    String.raw`(?:${endings})[》"”]?(?:[(\[]${han}{2,6}[)\]])?[ \n]?[(\[]?(?:(?:许可证|证书|证件|批准|机构)?(?:编号|编码|号码|证号|号)[ \n]?:?|:)?[ \n]?(?:NO\.?:?)?[ \n]?`,
    'gi',
  ),
  read(hit, context) {
    const label = hit.text.slice(hit.start, hit.end);
    const ending = new RegExp(`^(?:${endings})`).exec(label)?.[0] ?? '';
    const name = readName(hit.text.slice(Math.max(0, hit.start - nameChars), hit.start) + ending);
    if (name === null) return [];
    const rest = label.slice(ending.length);
    const isClosed = /[:号码]|NO/i.test(rest);
    // The pattern takes an open bracket as the label's, （编号：…）, but it may belong to the number: （京）JZ安许证字….
    const opened = /[([][ \n]?$/.test(rest) ? hit.end - (/[([][ \n]?$/.exec(rest)?.[0].length ?? 0) : hit.end;
    for (const start of opened === hit.end ? [hit.end] : [opened, hit.end]) {
      for (const { pattern, closed } of forms) {
        pattern.lastIndex = start;
        const found = pattern.exec(hit.text);
        if (found === null) continue;
        const reading = readNumber(name, found, hit, context, isClosed);
        if (reading !== null && (isClosed || !closed || found[0].endsWith('号'))) return [reading];
      }
    }
    return [];
  },
};

/** Whether a kind is a permit of goods. Outside a footer such a permit belongs to the maker, not to the site. */
export function isOfGoods(kind: Kind): boolean {
  return ofGoods.test(kind);
}

/** Reads a form's match; null where it is something else that may follow a label. */
function readNumber(
  name: string,
  found: RegExpExecArray,
  hit: Hit,
  context: Context,
  isClosed: boolean,
): ReadNumber | null {
  const [written] = found;
  const end = found.index + written.length;
  const { p, q = '', y = '', s = '' } = found.groups ?? {};
  const serial = s.replace(/[ \n]/g, '').toUpperCase();
  if (isOther(written, serial, hit.text.slice(end, end + 2), isClosed)) return null;
  const problems: Problem[] = [{ code: 'form-unknown', part: name }];
  const filler = permitFillerProblem(serial, false);
  if (filler !== null) problems.push(filler);
  const reading = y === '' ? null : readFullYear(y, firstPermitYear, context.currentYear);
  if (reading?.problem) problems.push(reading.problem);
  const number = {
    ...blank(`permit:${name}`),
    canonical: canonical(written),
    province: permitProvince(p ?? (mayBeTown.test(written) ? '' : q)),
    year: reading?.year ?? null,
    serial,
    status: judge(problems),
    problems,
  };
  return { number, start: found.index, end };
}

/** Whether text that looks like a number is a phone number, a date, an amount, a standard, an address or words. */
function isOther(written: string, serial: string, next: string, isClosed: boolean): boolean {
  const digits = serial.replace(/\D/g, '');
  const isSigned = written.endsWith('号');
  if (/^ ?[元年月日个家次条万人名项%]/.test(next) || /^[./:@_-][\dA-Z/]/i.test(next)) return true;
  if (!isSigned && /^[\dA-Z_@]/i.test(next)) return true;
  if (speaksOfOther.test(written)) return true;
  // 许可证（2020）12 is a clause of a rule. A year with only a few digits counts only where 号 closes it.
  if (/^[([{<]/.test(written) && !/^.[^\d ]/.test(written) && !isSigned) return true;
  if (/^\d+$/.test(serial) && /^\d/.test(written)) return phone.test(serial) || date.test(serial);
  // A code: licence plates, versions and standards have fewer digits.
  return (
    /^[A-Z]/i.test(written) && /[A-Z]/.test(serial) && (standard.test(serial) || digits.length < (isClosed ? 4 : 6))
  );
}

/** The number as the page writes it, in plain typography: 京朝危化经字〔2020〕000123号, （京）JZ安许证字〔2016〕012345. */
function canonical(written: string): string {
  return written
    .replace(/[ \n]/g, '')
    .toUpperCase()
    .replace(/^[([](\D)[)\]]/, '（$1）')
    .replace(/[([{<]((?:19|20)\d{2})[)\]}>]/, '〔$1〕');
}

/** The official name at the end of a text; null where the text ends in no name, or names something of another kind. */
function readName(before: string): string | null {
  const [run = ''] = new RegExp(`${han}{2,${nameChars}}$`).exec(before) ?? [];
  const ending = new RegExp(`(?:${endings})$`).exec(run)?.[0] ?? '';
  const head = run.slice(0, run.length - ending.length).replace(beforeName, '');
  const name = head + ending;
  if (head.replace(empty, '').length < 2 || name.length > longestName) return null;
  return otherPaper.test(head) || isListed(name) ? null : name;
}
