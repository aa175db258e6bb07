import { textsOf } from '../../components/shared/fixtures.ts';
import { type Entry, newEntry, type PageOutcome, summarise } from '../audits/entry.ts';
import { block, pageOf } from '../checks/fixtures.ts';
import { reportOn, type SiteReport } from '../checks/site-report.ts';
import { isOwn } from '../icp/finding.ts';
import { reportTexts } from '../texts/report-texts.ts';

/** The texts of both languages. */
export const words = { en: reportTexts(textsOf('en')), zh: reportTexts(textsOf('zh_CN')) };

/** A report of a page that shows these texts, with links to the filing system. */
export function reportOf(texts: readonly string[], change: Partial<SiteReport> = {}): SiteReport {
  const { url, findings } = pageOf(texts.map((text) => block(text, 'https://beian.miit.gov.cn/')));
  const page = { url, findings: [...findings], capped: false, otherFrames: 0, server: { state: 'not-asked' } as const };
  return { ...reportOn({ ...page, ...change }), ...change };
}

/** An entry whose page was read. */
export function entryOf(place: number, report: SiteReport, change: Partial<Entry> = {}): Entry {
  const read: PageOutcome = { state: report.findings.some(isOwn) ? 'numbers' : 'none' };
  const ending = change.ending === undefined ? read : change.ending;
  return {
    ...newEntry('audit-1', place, `site-${place}.example.cn`, `https://site-${place}.example.cn/`),
    ...summarise(report, ending),
    ending,
    readAt: `2026-11-22T08:30:0${place % 10}.000Z`,
    tries: 1,
    ...change,
  };
}

/** The whole of a text that is written in pieces. */
export async function gathered(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** All bytes of a file whose writer hands them to a function. */
export async function bytesOf(write: (take: (piece: Uint8Array<ArrayBuffer>) => void) => unknown): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  await write((piece) => pieces.push(piece));
  return Buffer.concat(pieces);
}
