import type { NoScreenshot, PageScreenshot } from '../audits/page-screenshot.ts';
import type { TextKey } from './language/translate.ts';

/** Why there is no screenshot, as what stands behind "No screenshot:". */
export const noScreenshotTexts: Record<NoScreenshot, TextKey> = {
  'not-asked': 'report_no_picture_not_asked',
  'not-allowed': 'report_no_picture_not_allowed',
  changed: 'report_no_picture_changed',
  closed: 'report_no_picture_closed',
  covered: 'report_no_picture_covered',
  failed: 'report_no_picture_failed',
  'no-room': 'report_no_picture_no_room',
  history: 'report_no_picture_history',
  file: 'report_no_picture_file',
};

/** What a screenshot shows of its page. */
export const viewTexts: Record<PageScreenshot['view'], TextKey> = {
  'on-screen': 'report_picture_on_screen',
  number: 'report_picture_number',
  top: 'report_picture_top',
};
