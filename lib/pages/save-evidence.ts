import type { MaybeScreenshot, NoScreenshot } from '../audits/page-screenshot.ts';
import type { PastReport } from '../audits/timeline.ts';
import { requestReport } from '../browser/popup-actions.ts';
import { captureInFront, documentOf, takeScreenshot } from '../browser/tab-screenshot.ts';
import { thisExtension } from '../browser/this-extension.ts';
import { saveFile } from '../browser/workspace-actions.ts';
import { writeEvidenceFile } from '../export/evidence-file.ts';
import { maxUrlChars } from '../scan/limits.ts';
import type { Translate } from '../texts/language/translate.ts';
import { reportTexts } from '../texts/report-texts.ts';

/**
 * Saves the evidence report of the page in a tab, with a screenshot of what is on screen if that is wanted. The click on the
 * icon gives the permission for both the page and the screenshot (`activeTab`).
 *
 * The page is read anew, so that report and screenshot are of one moment. Where the tab shows another page than the one whose
 * report was shown, the shown report is saved, without a screenshot.
 *
 * Gives why there is no screenshot in it; null where there is one.
 */
export async function saveEvidence(
  tabId: number,
  shown: PastReport,
  withScreenshot: boolean,
  t: Translate,
  now: () => Date,
): Promise<NoScreenshot | null> {
  const before = await documentOf(tabId);
  const read = await requestReport(tabId);
  const isSame = read.state === 'done' && read.url === shown.report.url;
  const { report, readAt } = isSame ? { report: read, readAt: now().toISOString() } : shown;
  const screenshot = await screenshotFor();
  saveFile(await writeEvidenceFile(report, readAt, screenshot, thisExtension(), reportTexts(t), now()));
  return 'none' in screenshot ? screenshot.none : null;

  async function screenshotFor(): Promise<MaybeScreenshot> {
    if (!withScreenshot) return { none: 'not-asked' };
    if (before === null) return { none: 'not-allowed' };
    if (!isSame || before.url.slice(0, maxUrlChars) !== report.url) return { none: 'changed' };
    return takeScreenshot(tabId, before, 'on-screen', captureInFront);
  }
}
