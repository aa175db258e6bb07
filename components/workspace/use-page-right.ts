import { useEffect, useState } from 'preact/hooks';
import type { PageDeeds } from './deeds.ts';

/** Whether every page of the web may be read; null until that is known. */
export function usePageRight({ follow }: PageDeeds): boolean | null {
  const [mayReadAll, setMayReadAll] = useState<boolean | null>(null);
  useEffect(() => follow(setMayReadAll), [follow]);
  return mayReadAll;
}
