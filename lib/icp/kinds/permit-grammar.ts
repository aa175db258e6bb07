/**
 * Builds the grammars of the permit table, one for each form. A form needs the permit's name before it unless it stands alone.
 */

import { type Form, type ListedPermit, type Permit, type PermitName, permits } from '../data/permits.ts';
import {
  latinNames,
  type ProvinceCode,
  provinceCharacters,
  provinceOfArea,
  provinces,
  readProvince,
} from '../data/provinces.ts';
import { blank } from '../number.ts';
import { judge, type Problem } from '../problems.ts';
import { permitFillerProblem } from './filler.ts';
import type { Context, Grammar, Hit, ReadNumber } from './grammar.ts';
import { readFullYear } from './years.ts';

// What may stand between a permit's name and its number: 证编号：, 证（证书编号：, 证 许可证号：. It takes only characters of labels, so that a
// phone number after 举报电话 does not count as a permit's.
const gap = String.raw`[许可证照书编号码备案凭第册注单位三方平台提供者服务经营信息类业务登记代表 \n(\[/:]{0,20}(?:NO\.?)?[ \n]?:?[ \n]?`;
/** How far back a label is searched for, in characters: the longest name with the longest gap. */
const labelChars = 44;
/** Every province character: provincial offices of both ministries and police of every area issue permits. */
export const permitCharacters = [...new Set(provinceCharacters('icp') + provinceCharacters('telecom'))].join('');
/** Latin spellings of a province. Those that could be an English word (e, hu, gan) are too short to count here. */
const latin = [...latinNames.keys()].filter((name) => name.length > 2).join('|');
/** The first internet rules are of 1994, so no permit in a footer is older. */
export const firstPermitYear = 1994;

/** A permit's name, or the words of a form that needs no name. A text without either holds no permit. */
const anchor = new RegExp(
  (permits satisfies readonly Permit[])
    .flatMap(({ label, forms }: Permit) => [
      label,
      ...forms.map((form) => form.alone ?? '').filter((word) => word !== ''),
    ])
    .join('|'),
  'i',
);

/** The grammars of all permits. */
export const permitGrammars: readonly Grammar[] = permits.flatMap((permit: ListedPermit) => {
  const label = new RegExp(`(?:${permit.label})${gap}$`, 'i');
  return permit.forms.map((form) => ({
    anchor,
    pattern: patternOf(form),
    read: (hit, context) =>
      form.alone !== undefined || isLabelled(hit, label) ? read(permit.name, form, hit, context) : [],
  }));
});

function patternOf(form: Form): RegExp {
  const source = form.pattern
    .replaceAll(' ', String.raw`[ \n]?`)
    .replace('(?<p>P)', `(?<p>[${permitCharacters}])`)
    .replace('(?<k>国|P)', `(?<k>国|[${permitCharacters}])`)
    .replace('(?<e>L)', `(?<e>${latin})`);
  return new RegExp(source, 'gi');
}

function isLabelled({ text, start }: Hit, label: RegExp): boolean {
  return label.test(text.slice(Math.max(0, start - labelChars), start));
}

function read(name: PermitName, form: Form, hit: Hit, context: Context): ReadNumber[] {
  const written = hit.text.slice(hit.start, hit.end);
  if (form.looks !== undefined && !form.looks.test(written)) return [];
  // A document's serial may have parts; with only the first part it would be another document's number.
  if (hit.named['y'] !== undefined && /\d$/.test(written) && /^-\d/.test(hit.text.slice(hit.end, hit.end + 2)))
    return [];
  const part = (group: string): string => (hit.named[group] ?? '').replace(/[ \n]/g, '');
  const problems: Problem[] = [];
  const serial = part('s');
  const [latinProvince] = latinNames.get(part('e').toLowerCase()) ?? [];
  const province = latinProvince ?? permitProvince(part('p')) ?? provinceIn(serial, form);
  if (form.serial !== undefined && !form.serial.test(serial)) problems.push({ code: 'digit-count', part: serial });
  if (form.isRight?.(serial) === false) problems.push({ code: 'check-character', part: serial.slice(-1) });
  const filler = permitFillerProblem(serial, problems.length > 0);
  if (filler !== null) problems.push(filler);
  const { year, problem } =
    part('y') === '' ? { year: null, problem: null } : readFullYear(part('y'), firstPermitYear, context.currentYear);
  if (problem !== null) problems.push(problem);
  const number = {
    ...blank(`permit:${name}`),
    canonical: canonical(form.canonical, part, latinProvince),
    province,
    year,
    serial,
    status: judge(problems),
    problems,
  };
  return [{ number, start: hit.start, end: hit.end }];
}

/** Fills the template. `{p}` is the province's character. `{m|网文}` is the group `m`, or 网文 where the group is empty. */
function canonical(template: string, part: (group: string) => string, latinProvince: ProvinceCode | undefined): string {
  return template.replace(/\{(\w)(?:\|([^}]*))?\}/g, (_, group: string, fallback = '') => {
    if (group === 'e' && template.includes('网文')) return provinces.get(latinProvince ?? '11')?.icp ?? '';
    if (group === 'k') return kinds.get(part('k').toLowerCase()) ?? part('k');
    return part(group) || fallback;
  });
}

// Some pages write 非营业性 for 非经营性, and some translate it (numbers.md §4).
const kinds = new Map([
  ['经营', '经营性'],
  ['非经营', '非经营性'],
  ['营业性', '经营性'],
  ['非营业性', '非经营性'],
  ['operational', '经营性'],
  ['non-operational', '非经营性'],
  ['nonoperational', '非经营性'],
  ['commercial', '经营性'],
  ['non-commercial', '非经营性'],
  ['noncommercial', '非经营性'],
]);

/**
 * The province of a serial that names it by two digits of its area (numbers.md §4); `10` in a news permit is the central
 * office.
 */
function provinceIn(serial: string, { provinceAt }: Form): ProvinceCode | null {
  return provinceAt === undefined ? null : provinceOfArea(serial.slice(provinceAt));
}

/** The province of one of `permitCharacters`. */
export function permitProvince(character: string): ProvinceCode | null {
  return (readProvince(character, 'icp') ?? readProvince(character, 'telecom'))?.code ?? null;
}
