import { keepFindings } from '../checks/keep-findings.ts';
import type { Server } from '../checks/server.ts';
import { reportOn, type SiteReport, type TabReport } from '../checks/site-report.ts';
import { contrastOf } from '../icp/contrast.ts';
import { provinceOfCity, readArea } from '../icp/data/areas.ts';
import type { Block } from '../icp/finding.ts';
import { readBlocks } from '../icp/read-blocks.ts';
import type { ScannedBlock } from '../scan/collect.ts';
import type { Scan } from './messages.ts';

/** The report of a tab, made from its page's scan at the time `now`. `failed` where the scan failed (null). */
export function reportOfScan(scan: Scan | null, server: Server, now: Date): TabReport {
  return scan === null ? { state: 'failed' } : { state: 'done', ...siteReportOf(scan, server, now) };
}

/** The report of a page, made from its scan at the time `now`: its numbers, parsed and checked. */
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

/** The background of a page that declares none. */
const canvas = 'rgb(255, 255, 255)';
/** Text with less contrast cannot be seen. If it is visible all the same, something other than that background lies behind it. */
const leastContrast = 1.1;

function toBlock({ look, ...block }: ScannedBlock): Block {
  if (look === null) return { ...block, look };
  const { ink, ground, ...rest } = look;
  const contrast = ground === null ? null : contrastOf(ink, ground === '' ? canvas : ground);
  return { ...block, look: { ...rest, contrast: contrast !== null && contrast < leastContrast ? null : contrast } };
}
