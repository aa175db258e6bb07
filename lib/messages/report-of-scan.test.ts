import { expect, test } from 'vitest';
import { maxFindings } from '../checks/keep-findings.ts';
import { documentParts } from '../export/document-schema.ts';
import type { Scan } from './messages.ts';
import { siteReportOf } from './report-of-scan.ts';

/** A page with a count of numbers outside its footer, and one in it. */
function scanOf(count: number): Scan {
  const look = { fontSizePx: 12, ink: 'rgb(0, 0, 0)', ground: '', centred: true, belowFold: true };
  const block: Scan['blocks'][number] = {
    id: 0,
    text: '',
    source: 'text',
    place: 'main',
    hidden: false,
    look,
    links: [],
  };
  const blocks = Array.from({ length: count }, (_, id) => ({
    ...block,
    id,
    text: `京ICP备2021${String(id).padStart(6, '0')}号`,
  }));
  blocks.push({ ...block, id: count, text: '沪ICP备2021018374号', place: 'footer' });
  return { url: 'https://www.example.cn/', blocks, capped: false, otherFrames: 0 };
}

test('the report of a page with thousands of numbers keeps hundreds, its own among them, and counts the others', () => {
  const report = siteReportOf(scanOf(4_700), { state: 'not-asked' }, new Date('2026-11-22'));
  expect(report).toMatchObject({ capped: true, leftOut: 4_701 - maxFindings });
  expect(report.findings).toHaveLength(maxFindings);
  expect(report.findings.at(-1)?.number.canonical).toBe('沪ICP备2021018374号');
  expect(report.checks.flatMap(({ findings }) => findings).every((place) => place < maxFindings)).toBe(true);
  expect(documentParts.report.safeParse(report).success).toBe(true);
});

test('the report of a page whose numbers are all kept counts none as left out', () => {
  const report = siteReportOf(scanOf(3), { state: 'not-asked' }, new Date('2026-11-22'));
  expect(report).toMatchObject({ capped: false });
  expect(report).not.toHaveProperty('leftOut');
  expect(report.findings).toHaveLength(4);
});
