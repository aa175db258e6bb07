import type { TabReport } from '../checks/site-report.ts';
import type { BackgroundRequests, BlockRange, Envelope, PageRequests } from '../messages/messages.ts';
import { highlightStyle } from '../scan/mark-look.ts';
import { browser } from './browser.ts';

/** The name of highlights: random and new in each popup, because a page that knows it can style it and detect the extension. */
const highlight = `h${crypto.randomUUID()}`;
/** The built script that marks numbers. It is injected into a page when a number is to be shown. */
const markScript = '/mark.js';

/** The tab the popup was opened on; null where the browser names none. */
export async function activeTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Has the background scan a tab, and returns the report. Rejects where the background fails. */
export async function requestReport(tabId: number): Promise<TabReport> {
  const message: Envelope<BackgroundRequests> = { name: 'inspect', data: { tabId } };
  const report: TabReport | undefined = await browser.runtime.sendMessage(message);
  if (report === undefined) throw new Error('The background returned no report.');
  return report;
}

/** Has the page scroll to a number and mark it. `false`: the number or the page is gone. */
export async function showOnPage(tabId: number, spot: BlockRange): Promise<boolean> {
  try {
    await style(tabId, highlightStyle(highlight));
    return await show(tabId, { ...spot, highlight });
  } catch {
    return false;
  }
}

/** Has the page scroll to a number at once, without marking anything. `false`: the number or the page is gone. */
export async function bringIntoView(tabId: number, spot: BlockRange): Promise<boolean> {
  return show(tabId, { ...spot, highlight: null }).catch(() => false);
}

async function show(tabId: number, data: PageRequests['show']['data']): Promise<boolean> {
  const message: Envelope<PageRequests> = { name: 'show', data };
  await browser.scripting.executeScript({ target: { tabId }, files: [markScript] });
  return (await browser.tabs.sendMessage(tabId, message, { frameId: 0 })) === true;
}

/**
 * Adds a style sheet to all frames. It needs no element in the page, and the page's lists of style sheets do not show it.
 * Chromium paints a highlight's colours only from author style sheets, and shadow roots inherit them. In Firefox, only user style
 * sheets reach into shadow roots.
 */
async function style(tabId: number, css: string): Promise<void> {
  const origin = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';
  await browser.scripting.insertCSS({ target: { tabId, allFrames: true }, css, origin });
}

/** Copies a text to the clipboard. `false`: the browser did not allow it. When it resolves, the popup may be closed. */
export async function copyText(text: string): Promise<boolean> {
  if (!(await writeText(text))) return false;
  // Chromium drops a pending clipboard write when the popup closes: without this call, one look-up in four copied nothing.
  // Its answer comes after the text has reached the clipboard.
  await browser.runtime.getPlatformInfo();
  return true;
}

async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // `navigator.clipboard` fails until the popup has the focus; `execCommand` does not need it.
    const write = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', write, { once: true });
    return document.execCommand('copy');
  }
}

/**
 * Opens an HTTP(S) address in a new tab beside the current one; `behind`: without showing that tab. Other addresses are refused,
 * because they may come from an edited file. `false`: it was not opened.
 */
export async function openPage(url: string, { behind = false } = {}): Promise<boolean> {
  if (!/^https?:/.test(url)) return false;
  return browser.tabs.create({ url, active: !behind }).then(
    () => true,
    () => false,
  );
}
