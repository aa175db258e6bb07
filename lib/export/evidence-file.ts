/** Evidence reports as files. */
import type { MaybeScreenshot } from '../audits/page-screenshot.ts';
import type { SiteReport } from '../checks/site-report.ts';
import type { Words } from '../texts/export-texts.ts';
import { evidenceOf } from './evidence-blob.ts';
import { fileName } from './file-name.ts';
import type { Tool } from './tool.ts';

/** The evidence report of one report, such as of a visit, with a screenshot of its page or why there is none. */
export async function writeEvidenceFile(
  report: SiteReport,
  readAt: string,
  screenshot: MaybeScreenshot,
  tool: Tool,
  words: Words,
  now: Date,
): Promise<{ name: string; content: Blob }> {
  // A page that was open: nobody asked for an address, and nothing could keep it from being read.
  const site = { asked: report.url, readAt, ending: null, finalUrl: null, further: null, report, screenshot };
  const content = await evidenceOf([site], 0, tool, words, now);
  return { name: fileName(new URL(report.url).hostname, now, 'evidence.html'), content };
}
