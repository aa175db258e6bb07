import { useCallback, useEffect, useState } from 'preact/hooks';

/**
 * What `load` gives, and a function that has it loaded again; null until it is there. What comes after another load was begun
 * is dropped. `load` must stay the same as long as it means the same.
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
