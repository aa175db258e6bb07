import { defineContentScript } from '#imports';
import { answerRequests, reportScan } from '../lib/platform/page-port.ts';
import type { Scan } from '../lib/platform/protocol.ts';
import { collect } from '../lib/scan/collect.ts';
import { mark } from '../lib/scan/mark.ts';
import { watch } from '../lib/scan/watch.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    let latest: ReturnType<typeof collect> | undefined;
    const scan = (): Scan | null => {
      try {
        latest = collect(document);
      } catch {
        return null;
      }
      return { url: location.href, blocks: latest.blocks, capped: latest.capped };
    };
    let reported = '';
    const report = (): void => {
      const found = scan();
      const text = JSON.stringify(found);
      if (text !== reported) reportScan(found);
      reported = text;
    };
    answerRequests(
      { scan, show: ({ block, start, end }) => mark(latest?.origins.get(block), start, end, ctx.signal) },
      ctx.signal,
    );
    report();
    watch(document, report, ctx.signal);
  },
});
