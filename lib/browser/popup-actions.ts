import type { TabReport } from '../checks/site-report.ts';
import type { BackgroundRequests, BlockRange, Envelope, PageRequests } from '../messages/messages.ts';
import { highlightStyle } from '../scan/mark-look.ts';
import { browser } from './browser.ts';

/** The name of highlights, new with each popup: a page that knew it could style it, and would know whose it is. */
const highlight = `h${crypto.randomUUID()}`;
/** The built script that marks numbers; pages get it when a number is to be shown. */
const markScript = '/mark.js';

/** The tab the popup was opened on; null where the browser names none. */
export async function activeTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Asks the background to bring a tab's report up to date, and gives it. Rejects where the background breaks. */
export async function requestReport(tabId: number): Promise<TabReport> {
  const message: Envelope<BackgroundRequests> = { name: 'inspect', data: { tabId } };
  const report: TabReport | undefined = await browser.runtime.sendMessage(message);
  if (report === undefined) throw new Error('The background gave no report.');
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
 * Gives all frames a style sheet, which needs no element in the page and is in no list of it. Chromium paints a highlight's
 * colours from authors' sheets alone, and has them inherited into shadow roots; Firefox takes them there from users' sheets alone.
 */
async function style(tabId: number, css: string): Promise<void> {
  const origin = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';
  await browser.scripting.insertCSS({ target: { tabId, allFrames: true }, css, origin });
}

/** Puts a text on the clipboard. `false`: the browser did not allow it. Once it is given, the popup may be closed. */
export async function copyText(text: string): Promise<boolean> {
  if (!(await writeText(text))) return false;
  // Chromium drops what is still on its way to the clipboard when the popup goes: without this question, one look-up in four
  // left nothing copied. It is answered after the text has come.
  await browser.runtime.getPlatformInfo();
  return true;
}

async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The clipboard wants the popup to have the focus, which it may not have got yet; the older way does not.
    const write = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', write, { once: true });
    return document.execCommand('copy');
  }
}

/**
 * Opens an address of the web in a new tab beside the current one, in front unless told; no other, for it may stand in a file
 * that was edited. `false`: it was not opened.
 */
export async function openPage(url: string, { behind = false } = {}): Promise<boolean> {
  if (!/^https?:/.test(url)) return false;
  return browser.tabs.create({ url, active: !behind }).then(
    () => true,
    () => false,
  );
}
