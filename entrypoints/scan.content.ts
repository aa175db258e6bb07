import { defineContentScript } from '#imports';
import { answerRequests, reportScan } from '../lib/platform/page-port.ts';
import type { Scan } from '../lib/platform/protocol.ts';
import { collect } from '../lib/scan/collect.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    const scan = (): Scan | null => {
      const { blocks, capped } = collect(document);
      return { url: location.href, blocks, capped };
    };
    answerRequests({ scan, show: () => false }, ctx.signal);
    reportScan(scan());
  },
});
