import { handleScanRequests, openRoot, reportLeft, reportScan } from '../browser/page-messages.ts';
import type { Scan } from '../messages/messages.ts';
import { collect } from '../scan/collect.ts';
import { keepOrigins } from '../scan/latest.ts';
import { watchPageLife } from '../scan/lifecycle.ts';
import { maxUrlChars } from '../scan/limits.ts';
import { watchRoute } from '../scan/route.ts';
import { run } from '../scan/run.ts';
import { watch } from '../scan/watch.ts';

/** The part of a content script's context that a scan needs: WXT's, or what stands in for it (`content-script-context.ts`). */
type Context = { signal: AbortSignal; isInvalid: boolean };

/**
 * Scans the page that this script runs in, now and after each change, and reports each new result to the background. Answers
 * requests for a scan. Ends when the extension is updated or removed. Resolves after the first scan.
 */
export function scanPage(ctx: Context): Promise<void> {
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
  handleScanRequests(() => readNow().then(() => scan));
  watchRoute(() => void readNow(), signal);
  return watchPageLife(document, { left: reportLeft, returned: () => report(true) }, signal).then(readNow);
}
