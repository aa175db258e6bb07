/**
 * When a page is read again:
 *
 *   resting ──change──▶ waiting ──wait is over──▶ reading ──▶ resting
 *      ▲ the observer listens          it listens again, so that a change while reading leads to a further reading
 *
 * While waiting nothing is observed: a storm of changes costs what one change costs. The wait grows with what the last
 * reading cost, so that readings never take more than a hundredth of the main thread.
 */

/** The least wait, in milliseconds. Most renderings come in bursts shorter than this. */
const leastWaitMs = 300;
/** The wait as a multiple of the time for which the last reading kept the main thread busy. */
const waitPerCost = 100;

const options: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributeFilter: 'class style hidden open href src alt'.split(' '),
};

/** A watch on a page. */
export type Watch = {
  /** Reads the page now, or waits for the reading that is due or under way. Resolves when it is done. */
  readNow: () => Promise<void>;
};

/** What a reading reports to its watch: the roots it read, and how long it kept the main thread busy. */
export type ScanCost = { roots: Node[]; busyMs: number };

/**
 * Watches a page and has it read after changes, until the signal aborts. Two readings never overlap. The caller asks for the
 * first reading.
 */
export function watch(document: Document, read: () => Promise<ScanCost>, signal: AbortSignal): Watch {
  let roots: Node[] = [document];
  let costMs = 0;
  let waiting: Promise<void> | null = null;
  let reading: Promise<void> | null = null;
  const observer = new MutationObserver(() => wait());
  const listen = (): void => {
    for (const root of roots) {
      observer.observe(root, options);
      root.addEventListener('load', loaded, { capture: true, signal });
    }
  };
  // `load` events do not bubble, but can be captured. Nothing else tells that a frame has got its content, or that a late
  // script has attached the shadow roots of components.
  const loaded = ({ target }: Event): void => {
    if (/frame|script/.test(`${target?.localName}`)) void wait();
  };
  const start = async (): Promise<void> => {
    if (signal.aborted) return;
    waiting = null;
    listen();
    const outcome = await read();
    roots = outcome.roots;
    costMs = outcome.busyMs;
    // The observer does not know the roots that this reading found. Changes before this moment are part of the reading.
    if (waiting === null) listen();
  };
  const begin = (): Promise<void> => {
    reading ??= start().finally(() => {
      reading = null;
    });
    return reading;
  };
  const wait = (): Promise<void> => {
    if (waiting !== null) return waiting;
    observer.disconnect();
    const before = reading;
    waiting = new Promise((resolve) => setTimeout(resolve, Math.max(leastWaitMs, costMs * waitPerCost)))
      .then(() => before)
      .then(begin);
    return waiting;
  };
  return {
    readNow: () => {
      if (waiting !== null && costMs * waitPerCost <= leastWaitMs) return waiting;
      return Promise.resolve(reading).then(begin);
    },
  };
}
