import type { CDPSession, Page } from '@playwright/test';

/** What a page has spent so far, in milliseconds. */
export type PageCost = {
  /** In its main thread: by the clock. Where the machine is busy, most of it may be waiting for the processor. */
  busyMs: number;
  /** In its main thread: of the processor's time. */
  cpuMs: number;
  /** Of the processor's time, in all threads of its process: those of an extension's pages and of its worker. */
  processCpuMs: number;
};

/** Gives a function that tells what a page has spent (Chromium's Performance domain). */
export async function costMeter(page: Page): Promise<() => Promise<PageCost>> {
  const [clock, processor] = [await page.context().newCDPSession(page), await page.context().newCDPSession(page)];
  await clock.send('Performance.enable', { timeDomain: 'timeTicks' });
  await processor.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const [byClock, byProcessor] = [await metricsOf(clock), await metricsOf(processor)];
    return {
      busyMs: byClock('TaskDuration') * 1000,
      cpuMs: byProcessor('TaskDuration') * 1000,
      processCpuMs: byClock('ProcessTime') * 1000,
    };
  };
}

/** What was spent between two readings. */
export function costBetween(before: PageCost, after: PageCost): PageCost {
  return {
    busyMs: after.busyMs - before.busyMs,
    cpuMs: after.cpuMs - before.cpuMs,
    processCpuMs: after.processCpuMs - before.processCpuMs,
  };
}

/** @throws Error for a name that Chromium has no metric of: then nothing was measured. */
async function metricsOf(session: CDPSession): Promise<(name: string) => number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (name) => {
    const metric = metrics.find((metric) => metric.name === name);
    if (metric === undefined) throw new Error(`Chromium does not tell ${name}.`);
    return metric.value;
  };
}

/** What is kept in a page's heap once all that can go has gone, in bytes. */
export async function heapBytes(session: CDPSession): Promise<number> {
  // The second collection takes what only the first made unreachable.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
