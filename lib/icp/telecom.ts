/** Telecom licences (京B2-20191272, 合字B1.B2-20130004, B2-20140447), also where they stand in for an ICP filing (-18). */
import { fillerProblem } from './filler.ts';
import type { Grammar } from './grammar.ts';
import { blank } from './number.ts';
import { judge, type Problem } from './problems.ts';
import { type ProvinceCode, provinceCharacters, readProvince } from './provinces.ts';
import { formatService, readTail } from './service.ts';
import { readFullYear } from './years.ts';

const characters = provinceCharacters('telecom');
const directPrefix = new RegExp(String.raw`(合 ?字|[${characters}])[ \n]?$`);
// 浙ICP证：B2-20140272: the province stands in the label.
const labelPrefix = new RegExp(String.raw`([${characters}])[ \n]?ICP[ \n]?[备证](?:号|编号)?[ \n]?:?[ \n]?$`, 'i');
const licenceLabel = /许可证|ICP ?证|增值电信|电信业务|电信增值|EDI/i;
const filingLabel = /备(?:案(?:\/许可证)?(?:编?号)?)?[ \n]?:?[ \n]?$/;
/** Licences exist since the Telecommunications Regulations of 2000. */
const firstYear = 2000;

/** `[P|合字] A2.B1.B2-yyyyNNNN [-n]` (numbers.md §2.2). Without a prefix the form needs a label or Chinese text near it. */
export const telecomNumber: Grammar = {
  pattern: /(?<![A-Z\d.+(_/-])([AB] ?[12](?:[.、, ]{0,2}[AB][12]){0,5})( ?- ?| ?)(\d[\dA-Z]{3,13})(?![A-Z\d])/gi,
  read(hit, context) {
    const [written = '', hyphen = '', digits = ''] = hit.groups;
    const before = hit.text.slice(Math.max(0, hit.start - 40), hit.start);
    const direct = directPrefix.exec(before);
    const prefix = direct?.[1]?.replace(' ', '') ?? '';
    const fromLabel = prefix === '' ? labelPrefix.exec(before)?.[1] : undefined;
    const labelled = licenceLabel.test(before) || prefix !== '' || fromLabel !== undefined;
    const wellFormed = /^\d{8}$/.test(digits) && hyphen.includes('-') && written === written.toUpperCase();
    // B2-20260928 in English prose is a branch or a part number; in a Chinese footer it is a national licence.
    const chinese = /[\u4e00-\u9fff]/.test(hit.text.slice(Math.max(0, hit.start - 40), hit.end + 40));
    if (!labelled && !(wellFormed && chinese)) return [];

    const problems: Problem[] = [];
    const province = readHolder(prefix, fromLabel, problems);
    const classes = written.toUpperCase().match(/[AB][12]/g) ?? [];
    const serialStart = hit.end - digits.length;
    const lettered = /[A-Z]/i.test(digits);
    const tail = readTail(hit.text, hit.end);
    problems.push(...tail.problems);
    const filler = lettered ? null : fillerProblem('telecom-licence', digits, digits.slice(4));
    let year: number | null = null;
    if (lettered) {
      problems.push({ code: 'garbled', part: digits });
    } else if (digits.length !== 8) {
      problems.push({ code: 'digit-count', part: digits });
    } else {
      const reading = readFullYear(digits.slice(0, 4), firstYear, context.currentYear);
      year = reading.year;
      if (reading.problem !== null) problems.push(reading.problem);
    }
    if (filler !== null) problems.push(filler);
    // The holder of a licence files under its number (numbers.md §1.4): with a service number, or under a filing's label.
    if (
      tail.services.length > 0 ||
      (fromLabel === undefined && filingLabel.test(before.slice(0, -prefix.length || undefined)))
    ) {
      problems.push({ code: 'licence-as-filing', part: hit.text.slice(serialStart, tail.end) });
    }
    const holder = prefix || fromLabel || '';
    const services = tail.services.length === 0 ? [null] : tail.services;
    return services.map((service) => ({
      number: {
        ...blank('telecom-licence'),
        canonical: lettered ? null : `${holder}${classes.join('.')}-${digits}${formatService(service)}`,
        province,
        year,
        serial: digits,
        service,
        classes,
        status: judge(problems),
        problems,
      },
      start: hit.start - (direct?.[0].length ?? 0),
      end: tail.end,
    }));
  },
};

/** `京-2-4-20090003`, `辽B-2-4-20080039`: an old style that names no class (numbers.md §2.2). */
export const classlessNumber: Grammar = {
  pattern: new RegExp(String.raw`([${characters}]) ?B? ?- ?2 ?- ?4 ?- ?(\d{8})(?!\d)`, 'gi'),
  read(hit) {
    const [character = '', digits = ''] = hit.groups;
    const problems: Problem[] = [{ code: 'class-missing', part: hit.text.slice(hit.start, hit.end) }];
    const province = readHolder(character, undefined, problems);
    const number = { ...blank('telecom-licence'), province, serial: digits, status: judge(problems), problems };
    return [{ number, start: hit.start, end: readTail(hit.text, hit.end).end }];
  },
};

function readHolder(prefix: string, fromLabel: string | undefined, problems: Problem[]): ProvinceCode | null {
  const character = fromLabel ?? prefix;
  const reading = readProvince(character, 'telecom');
  if (reading?.alternate) problems.push({ code: 'province-alternate', part: character });
  if (fromLabel !== undefined) problems.push({ code: 'province-inferred', part: fromLabel });
  return reading?.code ?? null;
}
