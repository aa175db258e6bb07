import { useEffect, useState } from 'preact/hooks';
import type { SiteAccessApi } from '../../../lib/audits/api/workspace-api.ts';

/** Whether every page of the web may be read; null until that is known. */
export function useSiteAccess({ subscribe }: SiteAccessApi): boolean | null {
  const [hasSiteAccess, setMayReadAll] = useState<boolean | null>(null);
  useEffect(() => subscribe(setMayReadAll), [subscribe]);
  return hasSiteAccess;
}
