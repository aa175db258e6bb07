import { useCallback, useEffect, useState } from 'preact/hooks';

/**
 * The value that `load` resolves to, null until then; and a function that loads it again. The result of an outdated load is dropped.
 * `load` must be a stable function.
 */
export function useLoaded<Value>(load: () => Promise<Value>): [value: Value | null, reload: () => void] {
  const [value, setValue] = useState<Value | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isLatest = true;
    load().then((loaded) => {
      if (isLatest) setValue(loaded);
    });
    return () => {
      isLatest = false;
    };
  }, [load, turn]);
  return [value, useCallback(() => setTurn((turn) => turn + 1), [])];
}
