import { useEffect, useState } from 'preact/hooks';
import type { SiteAccessApi } from '../../../lib/audits/api/workspace-api.ts';

/** Whether the extension may read every web page; null until that is known. */
export function useSiteAccess({ subscribe }: SiteAccessApi): boolean | null {
  const [hasSiteAccess, setMayReadAll] = useState<boolean | null>(null);
  useEffect(() => subscribe(setMayReadAll), [subscribe]);
  return hasSiteAccess;
}
