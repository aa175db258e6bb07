import type { Server } from '../audit/server.ts';
import { reportOn, type SiteReport, type TabReport } from '../audit/site-report.ts';
import { provinceOfCity, readArea } from '../icp/areas.ts';
import { readBlocks } from '../icp/read-blocks.ts';
import type { Scan } from './protocol.ts';

/** What a page's scan says of its tab at the time `now`: the numbers read and checked, or `failed` where the scan broke (null). */
export function reportOfScan(scan: Scan | null, server: Server, now: Date): TabReport {
  return scan === null ? { state: 'failed' } : { state: 'done', ...siteReportOf(scan, server, now) };
}

/** What a scan says of its page at the time `now`: the numbers read and checked. */
export function siteReportOf({ url, blocks, capped, otherFrames }: Scan, server: Server, now: Date): SiteReport {
  const findings = readBlocks(blocks, {
    currentYear: now.getFullYear(),
    host: URL.canParse(url) ? new URL(url).hostname : '',
    provinceOfCity,
    isKnownArea: (code) => readArea(code) !== null,
  });
  return reportOn({ url, findings, capped, otherFrames, server });
}
