import { defineUnlistedScript } from '#imports';
import { answerShow } from '../lib/browser/page-messages.ts';
import { originOf } from '../lib/scan/latest.ts';
import { bringIntoView, mark } from '../lib/scan/mark.ts';

export default defineUnlistedScript({
  // See `scan.content.ts`.
  globalName: false,
  main() {
    answerShow(({ block, start, end, highlight }) => {
      const origin = originOf(block);
      return highlight === null ? bringIntoView(origin, start, end) : mark(origin, start, end, highlight);
    });
  },
});
