/**
 * When a page is read again:
 *
 *   resting ──change──▶ waiting ──wait is over──▶ reading ──▶ resting
 *      ▲ the observer listens          it listens again, so that a change while reading leads to a further reading
 *
 * While waiting nothing is observed: a storm of changes costs what one change costs. The wait grows with what the last
 * reading cost, so that readings never take more than a hundredth of the main thread.
 */

/** The least wait, in milliseconds: most renderings come in bursts shorter than this. */
const leastWaitMs = 300;
/** The wait as a multiple of the time that the last reading kept the main thread. */
const waitPerCost = 100;

const options: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributeFilter: 'class style hidden open href src alt'.split(' '),
};

/** A watch over a page. */
export type Watch = {
  /** Has the page read now, or with the reading that is waited for or under way; resolves when it is done. */
  readNow: () => Promise<void>;
};

/** What a reading tells its watch: what it read, and how long it kept the main thread. */
export type ScanCost = { roots: Node[]; busyMs: number };

/**
 * Watches a page and has it read after changes, until the signal aborts. `read` is never under way twice. The first reading
 * is the caller's to ask for.
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
  // Loads do not bubble, but can be caught. Frames say nothing else of what they hold when it comes, nor do components whose
  // shadow roots a late script attaches.
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
    // Roots that this reading found are new to the observer; a change before this moment is in the reading.
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
