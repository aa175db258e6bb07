import { useEffect } from 'preact/hooks';

/**
 * Runs steps while the browser is idle, until they are done or the component is unmounted. `begin` must be a stable function; each
 * step should take a few milliseconds.
 */
export function useIdle(begin: () => Iterator<unknown>): void {
  useEffect(() => {
    const steps = begin();
    let next: number | null = null;
    const take = (deadline: IdleDeadline): void => {
      next = null;
      do {
        if (steps.next().done === true) return;
      } while (deadline.timeRemaining() > 0);
      next = requestIdleCallback(take);
    };
    next = requestIdleCallback(take);
    return () => {
      if (next !== null) cancelIdleCallback(next);
    };
  }, [begin]);
}
