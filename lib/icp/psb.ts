/** Police filings (京公网安备11010802020134号), their legacy forms and labels. */
import { fillerProblem } from './filler.ts';
import type { Grammar, Hit, Reading } from './grammar.ts';
import { blank } from './number.ts';
import { judge, type Problem } from './problems.ts';
import { type ProvinceCode, provinceOfArea, provinces, readProvince } from './provinces.ts';

const digitsOrMask = String.raw`(\d[\dX*]{5,21}|[X*]{4,20})`;

/** `[P] 公网安备 digits` with the words' many spellings: 公安网备, 公安备, 工网安备, 公海网安备, 公网安备案号： (numbers.md §3). */
export const psbNumber: Grammar = {
  pattern: new RegExp(
    String.raw`([\u4e00-\u9fff]{0,4})[ \n]?[公工] ?[海朝东西丰石]?[ \n]?(?:网 ?安|安 ?网|安|网)[ \n]?备[ \n]?案?[ \n]?(?:编?号)?码?[ \n]?:?[ \n]?第?[ \n]?${digitsOrMask}`,
    'gi',
  ),
  read(hit) {
    const [before = '', digits = ''] = hit.groups;
    const prefix = before.slice(-1);
    const reading = readProvince(prefix, 'psb');
    const start = hit.start + before.length - (reading === null ? 0 : 1);
    return readPsb(hit, start, digits, reading === null ? null : { text: prefix, ...reading });
  },
};

/** `公安机关备案号：42018502000448`, `海南省公安厅备案46000002000001号`, `海淀分局备案 1101084647`: no prefix, the area tells. */
export const psbLabel: Grammar = {
  pattern: new RegExp(
    String.raw`([\u4e00-\u9fff]{0,10})(?:公安(?:机关|局|厅|部|处)?|分局|网警支队|网安支队)[ \n]?(?:联网|互联网|网站|网络)?备案(?:信息|登记)?(?:编号|证号|号)?码?[ \n]?:?[ \n]?${digitsOrMask}`,
    'gi',
  ),
  read(hit) {
    const [bureau = '', digits = ''] = hit.groups;
    const named = [...provinces.values()].find(({ fullName, zh }) => bureau.includes(fullName) || bureau.includes(zh));
    return readPsb(
      hit,
      hit.start,
      digits,
      named === undefined ? null : { text: named.psb, code: named.code, alternate: false },
    );
  },
};

type Prefix = { text: string; code: ProvinceCode; alternate: boolean };

/** `http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=…`, `https://beian.mps.gov.cn/#/query/webSearch?code=…` (§3.4). */
export const psbPortalLink: Grammar = {
  pattern: /beian\.(?:mps\.)?gov\.cn\/[^\s?]{0,80}\?[^\s]{0,80}?code=(\d{10,15})(?!\d)/gi,
  read(hit) {
    const [digits = ''] = hit.groups;
    return readPsb(hit, hit.end - digits.length, digits, null);
  },
};

/** Reads the digits of a police filing; the hit must end behind them. */
export function readPsb(hit: Hit, start: number, written: string, prefix: Prefix | null): Reading[] {
  const problems: Problem[] = [];
  const end = hit.end + (/^ ?号(?!码)/.exec(hit.text.slice(hit.end, hit.end + 3))?.[0].length ?? 0);
  const digits = /^\d*/.exec(written)?.[0] ?? '';
  if (digits.length < written.length) {
    problems.push({ code: 'placeholder-mask', part: written });
    const number = { ...blank('psb-filing'), province: prefix?.code ?? null, status: judge(problems), problems };
    return [{ number, start, end }];
  }
  const area = digits.slice(0, 6);
  const areaProvince = provinceOfArea(area);
  const filler = fillerProblem('psb-filing', digits, digits.length === 14 ? digits.slice(8) : digits.slice(6));
  if (filler === null) problems.push(...faultsOf(digits, prefix, areaProvince));
  else problems.push(filler);
  const province = prefix?.code ?? areaProvince;
  const character = displayed(prefix, province);
  const number = {
    ...blank('psb-filing'),
    canonical: character === null ? null : `${character}公网安备${digits}号`,
    province,
    serial: digits,
    area,
    status: judge(problems),
    problems,
  };
  return [{ number, start, end }];
}

/** Cities (穗, 深) have no character of their own in the normal form; a province keeps the one displayed. */
function displayed(prefix: Prefix | null, province: ProvinceCode | null): string | null {
  if (prefix !== null && !'穗深'.includes(prefix.text)) return prefix.text;
  return province === null ? null : (provinces.get(province)?.psb ?? null);
}

function faultsOf(digits: string, prefix: Prefix | null, areaProvince: ProvinceCode | null): Problem[] {
  const problems: Problem[] = [];
  // Fourteen digits; before about 2015 twelve, or ten with the oldest (numbers.md §3.1, §3.3).
  if (digits.length === 12 || digits.length === 10) problems.push({ code: 'legacy-form', part: digits });
  else if (digits.length !== 14) problems.push({ code: 'digit-count', part: digits });
  else if (digits.slice(6, 8) !== '02') problems.push({ code: 'reserved-digits', part: digits.slice(6, 8) });

  if (areaProvince === null) problems.push({ code: 'province-unknown', part: digits.slice(0, 2) });
  if (prefix === null) {
    if (areaProvince !== null) problems.push({ code: 'province-inferred', part: digits.slice(0, 2) });
  } else {
    if (prefix.alternate) problems.push({ code: 'province-alternate', part: prefix.text });
    // The XPCC's police (66) sit in Xinjiang: 新 and 兵 are both seen before its codes (numbers.md §3.1).
    const corps = areaProvince === '66' && prefix.code === '65';
    if (areaProvince !== null && areaProvince !== prefix.code && !corps) {
      problems.push({ code: 'province-mismatch', part: `${prefix.text} ${digits.slice(0, 2)}` });
    }
  }
  return problems;
}
