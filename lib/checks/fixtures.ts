import type { Block } from '../icp/finding.ts';
import { readBlocks } from '../icp/read-blocks.ts';
import type { AuditedPage } from './audited-page.ts';
import type { AnswerCode, Check } from './catalogue.ts';
import { runChecks } from './run-checks.ts';

const look = { fontSizePx: 12, contrast: 7, centred: true, belowFold: true };

/** A block of a page's footer: a text, linked as a whole where `href` is given. */
export function block(text: string, href: string | null = null, change: Partial<Block> = {}): Block {
  const links = href === null ? [] : [{ start: 0, end: text.length, href }];
  return { id: 0, text, source: 'text', place: 'footer', hidden: false, look, links, ...change };
}

/** A page of these blocks: the home page of a site of which nothing else is known, unless told. */
export function pageOf(blocks: readonly Block[], change: Partial<AuditedPage> = {}): AuditedPage {
  const url = 'https://www.example.cn/';
  const findings = readBlocks(blocks, { currentYear: 2026, host: 'www.example.cn' });
  return { url, findings, server: { state: 'not-asked' }, ...change };
}

/** The checks of a page that stand in one group of answers, such as those of `filing-link`. */
export function checksOf(page: AuditedPage, check: Check['code']): Check[] {
  return runChecks(page).filter((each) => each.code === check);
}

/** The answers that one check gives of a page. */
export function answersOf(page: AuditedPage, check: Check['code']): AnswerCode[] {
  return checksOf(page, check).map(({ answer }) => answer);
}
