import { defineContentScript } from '#imports';
import { answerScan, openRoot, reportLeft, reportScan } from '../lib/browser/page-messages.ts';
import type { Scan } from '../lib/messages/messages.ts';
import { collect } from '../lib/scan/collect.ts';
import { keepOrigins } from '../lib/scan/latest.ts';
import { watchPageLife } from '../lib/scan/lifecycle.ts';
import { maxUrlChars } from '../lib/scan/limits.ts';
import { watchRoute } from '../lib/scan/route.ts';
import { run } from '../lib/scan/run.ts';
import { watch } from '../lib/scan/watch.ts';

export default defineContentScript({
  matches: ['*://*/*'],
  // Else the build ends in this name, to hand over a result that nobody asks for, and the minifier has left the name out.
  globalName: false,
  async main(ctx) {
    const { signal } = ctx;
    let scan: Scan | null = null;
    let reported = '';
    const report = (again: boolean): void => {
      if (ctx.isInvalid) return;
      const text = JSON.stringify(scan);
      if (again || text !== reported) reportScan(scan);
      reported = text;
    };
    const read = async () => {
      try {
        const { value, busyMs } = await run(collect(document, openRoot));
        const { origins, roots, ...found } = value;
        keepOrigins(origins);
        scan = { url: location.href.slice(0, maxUrlChars), ...found };
        return { roots, busyMs };
      } catch {
        scan = null;
        return { roots: [document], busyMs: 0 };
      } finally {
        report(false);
      }
    };
    const { readNow } = watch(document, read, signal);
    answerScan(() => readNow().then(() => scan));
    watchRoute(() => void readNow(), signal);
    await watchPageLife(document, { left: reportLeft, returned: () => report(true) }, signal);
    await readNow();
  },
});
