import { languageOf, type Translate } from './language/translate.ts';

/** Made once: a table formats hundreds of counts each time it is drawn. */
const counts = { en: new Intl.NumberFormat('en'), zh: new Intl.NumberFormat('zh') };

/** A count in the reader's language: `12,000`. */
export function countText(t: Translate, count: number): string {
  return counts[languageOf(t)].format(count);
}

/** A time (ISO 8601) in the reader's language and time zone. */
export function momentText(t: Translate, moment: string): string {
  return new Intl.DateTimeFormat(localeOf(t), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));
}

/** A day in the reader's language and time zone. */
export function dayText(t: Translate, day: Date): string {
  return new Intl.DateTimeFormat(localeOf(t), { dateStyle: 'medium' }).format(day);
}

/** A duration in a fitting unit: `about 4 min`. Below a minute, in seconds. */
export function durationText(t: Translate, ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) return unitText(t, seconds, 'second');
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return unitText(t, minutes, 'minute');
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? unitText(t, hours, 'hour') : `${unitText(t, hours, 'hour')} ${unitText(t, rest, 'minute')}`;
}

/** An amount of bytes: `1.4 MB`. */
export function bytesText(t: Translate, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat(languageOf(t), {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

function unitText(t: Translate, amount: number, unit: string): string {
  return new Intl.NumberFormat(languageOf(t), { style: 'unit', unit, unitDisplay: 'short' }).format(amount);
}

/** British English: its order of day and month cannot be misread. */
function localeOf(t: Translate): string {
  return languageOf(t) === 'zh' ? 'zh-CN' : 'en-GB';
}
