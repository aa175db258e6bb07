import { defineUnlistedScript } from '#imports';
import { answerShow } from '../lib/browser/page-messages.ts';
import { showNumber } from '../lib/scan/show-number.ts';

export default defineUnlistedScript({
  // See `scan.content.ts`.
  globalName: false,
  main: () => answerShow(showNumber),
});
