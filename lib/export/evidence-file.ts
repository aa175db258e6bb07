/** Writes evidence reports as files. */
import type { MaybeScreenshot } from '../audits/page-screenshot.ts';
import type { SiteReport } from '../checks/site-report.ts';
import type { ReportTexts } from '../texts/report-texts.ts';
import { evidenceOf } from './evidence-blob.ts';
import { fileName } from './file-name.ts';
import type { Tool } from './tool.ts';

/** The evidence report of one report, such as of a visit, with a screenshot of its page or why there is none. */
export async function writeEvidenceFile(
  report: SiteReport,
  readAt: string,
  screenshot: MaybeScreenshot,
  tool: Tool,
  words: ReportTexts,
  now: Date,
): Promise<{ name: string; content: Blob }> {
  // The page was open already: no address was requested, and nothing could prevent the reading.
  const site = { asked: report.url, readAt, ending: null, finalUrl: null, further: null, report, screenshot };
  const content = await evidenceOf([site], 0, tool, words, now);
  return { name: fileName(new URL(report.url).hostname, now, 'evidence.html'), content };
}
