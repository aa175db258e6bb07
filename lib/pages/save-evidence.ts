import type { MaybePicture, NoPicture } from '../audits/page-screenshot.ts';
import type { PastReport } from '../audits/timeline.ts';
import { inspect } from '../browser/popup-actions.ts';
import { captureInFront, documentOf, takePicture } from '../browser/tab-screenshot.ts';
import { toolHere } from '../browser/tool-here.ts';
import { saveFile } from '../browser/workspace-actions.ts';
import { writeEvidenceFile } from '../export/evidence-file.ts';
import { maxUrlChars } from '../scan/limits.ts';
import type { Translate } from '../texts/language/translate.ts';
import { reportTexts } from '../texts/report-texts.ts';

/**
 * Saves the evidence report of the page in a tab, with a picture of what is on screen if that is wanted. The click on the
 * icon gives the right to both the page and the picture.
 *
 * The page is read anew, so that report and picture are of one moment. Where the tab shows another page than the one whose
 * report was shown, the shown report is saved, without a picture.
 *
 * Gives why there is no picture in it; null where there is one.
 */
export async function saveEvidence(
  tabId: number,
  shown: PastReport,
  withPicture: boolean,
  t: Translate,
  now: () => Date,
): Promise<NoPicture | null> {
  const before = await documentOf(tabId);
  const read = await inspect(tabId);
  const isSame = read.state === 'done' && read.url === shown.report.url;
  const { report, readAt } = isSame ? { report: read, readAt: now().toISOString() } : shown;
  const picture = await pictureFor();
  saveFile(await writeEvidenceFile(report, readAt, picture, toolHere(), reportTexts(t), now()));
  return 'none' in picture ? picture.none : null;

  async function pictureFor(): Promise<MaybePicture> {
    if (!withPicture) return { none: 'not-asked' };
    if (before === null) return { none: 'not-allowed' };
    if (!isSame || before.url.slice(0, maxUrlChars) !== report.url) return { none: 'changed' };
    return takePicture(tabId, before, 'on-screen', captureInFront);
  }
}
