/** Builds the grammars of the permit table: a labelled one for every form, and one without label where the form stands alone. */
import { fillerProblem } from './filler.ts';
import type { Context, Grammar, Hit, Reading } from './grammar.ts';
import { blank } from './number.ts';
import { type Form, type Permit, type PermitName, permits } from './permits.ts';
import { judge, type Problem } from './problems.ts';
import { latinNames, type ProvinceCode, provinceCharacters, provinces, readProvince } from './provinces.ts';
import { readFullYear } from './years.ts';

// What may stand between a permit's name and its number: 编号：, 证号, （证书编号：
const gap = String.raw`[\u4e00-\u9fff]{0,6}(?:\/[\u4e00-\u9fff]{1,6})?[ \n]?[(\[]?(?:编号|证号|号码|号|NO\.?)?[ \n]?:?[ \n]?`;
// Permits come from provincial offices of both ministries and police areas: every province character is known here.
const characters = [...new Set(provinceCharacters('icp') + provinceCharacters('telecom'))].join('');
const latin = [...latinNames.keys()].filter((name) => name.length > 3).join('|');
/** The first internet rules are of 1994; no permit in a footer is older. */
const firstYear = 1994;

/** The grammars of all permits. */
export const permitGrammars: readonly Grammar[] = [
  ...permits.flatMap((permit: Permit & { name: PermitName }) =>
    permit.forms.filter((form) => form.alone).map((form) => grammar(permit.name, form, '')),
  ),
  ...permits.flatMap((permit: Permit & { name: PermitName }) =>
    permit.forms.map((form) => grammar(permit.name, form, `(?:${permit.label})${gap}`)),
  ),
];

function grammar(name: PermitName, form: Form, label: string): Grammar {
  const source = form.pattern
    .replaceAll(' ', String.raw`[ \n]?`)
    .replace('(?<p>P)', `(?<p>[${characters}])`)
    .replace('(?<k>国|P)', `(?<k>国|[${characters}])`)
    .replace('(?<e>L)', `(?<e>${latin})`)
    .replace('(?<e>N)', `(?<e>${latin})`);
  const pattern = new RegExp(`${label}(?<n>${source})`, 'gi');
  return { pattern, read: (hit, context) => [read(name, form, hit, context)] };
}

function read(name: PermitName, form: Form, hit: Hit, context: Context): Reading {
  const part = (group: string): string => (hit.named[group] ?? '').replace(/[ \n]/g, '');
  const problems: Problem[] = [];
  const serial = part('s');
  const [latinProvince] = latinNames.get(part('e').toLowerCase()) ?? [];
  const province = latinProvince ?? provinceOf(part('p'));
  if (form.serial !== undefined && !form.serial.test(serial)) problems.push({ code: 'digit-count', part: serial });
  const filler = fillerProblem(`permit:${name}`, serial.replace(/\D/g, ''), serial);
  if (filler !== null) problems.push(filler);
  const { year, problem } =
    part('y') === '' ? { year: null, problem: null } : readFullYear(part('y'), firstYear, context.currentYear);
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
  return { number, start: hit.end - (hit.named['n'] ?? '').length, end: hit.end };
}

/** Fills the template: `{p}` is the province's character, `{m|网文}` group `m` or, where it is empty, 网文. */
function canonical(template: string, part: (group: string) => string, latinProvince: ProvinceCode | undefined): string {
  return template.replace(/\{(\w)(?:\|([^}]*))?\}/g, (_, group: string, fallback = '') => {
    if (group === 'e' && template.includes('网文')) return provinces.get(latinProvince ?? '11')?.icp ?? '';
    if (group === 'k') return kinds.get(part('k').toLowerCase()) ?? part('k');
    return part(group) || fallback;
  });
}

// 非营业性 is written for 非经营性, and some pages translate it (numbers.md §4).
const kinds = new Map([
  ['营业性', '经营性'],
  ['非营业性', '非经营性'],
  ['operational', '经营性'],
  ['non-operational', '非经营性'],
  ['nonoperational', '非经营性'],
  ['commercial', '经营性'],
  ['non-commercial', '非经营性'],
  ['noncommercial', '非经营性'],
]);

function provinceOf(character: string): ProvinceCode | null {
  return (readProvince(character, 'icp') ?? readProvince(character, 'telecom'))?.code ?? null;
}
