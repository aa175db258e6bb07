import type { Page } from '@playwright/test';
import { type LocalServer, serveLocally } from '../../cli/servers/local-server.ts';
import type { Finding } from '../../lib/icp/finding.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { test as base, expect } from './fixtures.ts';

/** Numbers for test pages. They are well-formed and no placeholders. */
export const filing = '京ICP备2021018374号-1';
export const otherFiling = '粤ICP备2022087316号-3';
export const licence = '京B2-20213086';
export const police = '京公网安备11010802046193号';
export const policePortal = 'http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=11010802046193';

/** Files by path. A path that ends in `.svg` or `.css` is served as that type, every other as HTML. */
export type Files = Record<string, string>;

type Serving = {
  /** Serves files on an origin of their own until the test ends. The test may change them meanwhile. */
  serve: (files: Files) => Promise<LocalServer>;
};

/** The end-to-end `test` with a server for the test's own pages. */
export const test = base.extend<Serving>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used, here none.
  serve: async ({}, use) => {
    const servers: LocalServer[] = [];
    await use(async (files) => {
      const server = await serveFiles(files);
      servers.push(server);
      return server;
    });
    await Promise.all(servers.map((server) => server.close()));
  },
});

export { expect };

/** Serves files on this machine. */
export async function serveFiles(files: Files): Promise<LocalServer> {
  return serveLocally(async (path) => {
    const body = files[path];
    return body === undefined ? null : { type: `${typeOf(path)}; charset=utf-8`, body };
  });
}

function typeOf(path: string): string {
  if (path.endsWith('.svg')) return 'image/svg+xml';
  return path.endsWith('.css') ? 'text/css' : 'text/html';
}

/** A page with a body, in standards mode. */
export function pageOf(body: string, head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title>${head}</head><body>${body}</body></html>`;
}

/** Text that is higher than the browser's window. */
export const tallText = '<p>一段很长的文字。</p>'.repeat(100);

/** The numbers of a tab's report, in canonical form and sorted. */
export type ReportedNumbers = { shown: (string | null)[]; hidden: (string | null)[] };

/** The findings of a tab's report. Null while there is no report. */
export async function findingsOf(extensionBrowser: ExtensionBrowser, page: Page): Promise<Finding[] | null> {
  const report = await extensionBrowser.report(page);
  return report?.state === 'done' ? report.findings : null;
}

/** The shown and the hidden numbers of a tab's report. Null while there is no report. */
export async function reportedNumbersOf(
  extensionBrowser: ExtensionBrowser,
  page: Page,
): Promise<ReportedNumbers | null> {
  const findings = await findingsOf(extensionBrowser, page);
  if (findings === null) return null;
  const numbers = (hidden: boolean) =>
    findings
      .filter((finding) => finding.hidden === hidden)
      .map(({ number }) => number.canonical)
      .sort();
  return { shown: numbers(false), hidden: numbers(true) };
}

/** Waits until a tab's report has exactly these shown and hidden numbers. */
export async function expectNumbers(
  extensionBrowser: ExtensionBrowser,
  page: Page,
  shown: string[],
  hidden: string[] = [],
): Promise<void> {
  const wanted: ReportedNumbers = { shown: shown.toSorted(), hidden: hidden.toSorted() };
  await expect.poll(() => reportedNumbersOf(extensionBrowser, page)).toEqual(wanted);
}

/** Waits for a tab's first report and returns its numbers. For pages that do not change. */
export async function firstReportedNumbers(extensionBrowser: ExtensionBrowser, page: Page): Promise<ReportedNumbers> {
  await expect.poll(() => reportedNumbersOf(extensionBrowser, page)).not.toBeNull();
  const reading = await reportedNumbersOf(extensionBrowser, page);
  if (reading === null) throw new Error('The report was removed.');
  return reading;
}
