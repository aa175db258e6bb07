import { keepFindings } from '../checks/keep-findings.ts';
import type { Server } from '../checks/server.ts';
import { reportOn, type SiteReport, type TabReport } from '../checks/site-report.ts';
import { contrastOf } from '../icp/contrast.ts';
import { provinceOfCity, readArea } from '../icp/data/areas.ts';
import type { Block } from '../icp/finding.ts';
import { readBlocks } from '../icp/read-blocks.ts';
import type { ScannedBlock } from '../scan/collect.ts';
import type { Scan } from './messages.ts';

/** What a page's scan says of its tab at the time `now`: the numbers read and checked, or `failed` where the scan broke (null). */
export function reportOfScan(scan: Scan | null, server: Server, now: Date): TabReport {
  return scan === null ? { state: 'failed' } : { state: 'done', ...siteReportOf(scan, server, now) };
}

/** What a scan says of its page at the time `now`: the numbers read and checked. */
export function siteReportOf({ url, blocks, capped, otherFrames }: Scan, server: Server, now: Date): SiteReport {
  const all = readBlocks(blocks.map(toBlock), {
    currentYear: now.getFullYear(),
    host: URL.canParse(url) ? new URL(url).hostname : '',
    provinceOfCity,
    isKnownArea: (code) => readArea(code) !== null,
  });
  const { findings, leftOut } = keepFindings(all);
  const page = { url, findings, capped: capped || leftOut > 0, otherFrames, server };
  return reportOn(leftOut === 0 ? page : { ...page, leftOut });
}

/** What a page stands on that declares no ground. */
const canvas = 'rgb(255, 255, 255)';
/** Below this, text is not there to be seen: where it is all the same, something else than the ground lies behind it. */
const leastContrast = 1.1;

function toBlock({ look, ...block }: ScannedBlock): Block {
  if (look === null) return { ...block, look };
  const { ink, ground, ...rest } = look;
  const contrast = ground === null ? null : contrastOf(ink, ground === '' ? canvas : ground);
  return { ...block, look: { ...rest, contrast: contrast !== null && contrast < leastContrast ? null : contrast } };
}
