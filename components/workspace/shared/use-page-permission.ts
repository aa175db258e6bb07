import { useEffect, useState } from 'preact/hooks';
import type { PagesApi } from '../../../lib/audits/api/workspace-api.ts';

/** Whether every page of the web may be read; null until that is known. */
export function usePageRight({ subscribe }: PagesApi): boolean | null {
  const [mayReadAll, setMayReadAll] = useState<boolean | null>(null);
  useEffect(() => subscribe(setMayReadAll), [subscribe]);
  return mayReadAll;
}
