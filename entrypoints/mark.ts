import { defineUnlistedScript } from '#imports';
import { handleShowRequest } from '../lib/browser/page-messages.ts';
import { showNumber } from '../lib/scan/show-number.ts';

export default defineUnlistedScript({
  // See `scan.content.ts`.
  globalName: false,
  main: () => handleShowRequest(showNumber),
});
