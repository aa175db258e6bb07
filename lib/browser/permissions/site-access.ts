/**
 * The right to read pages of the web. Installing the extension gives it; users may take it back in the browser's settings, for
 * all sites or but for some (Chromium: "on click", "on specific sites"). The content script is then in none of the others, and
 * what becomes of them cannot be seen.
 *
 * What is given is told by the list of patterns. `permissions.contains` says no to all pages in Chromium where the content
 * script may run on all of them (tried with 156).
 */
import { browser } from '../browser.ts';

/** The patterns of the content script. Chromium takes back no right to pages that one of the manifest's covers. */
export const scriptPatterns = ['http://*/*', 'https://*/*'];

/** Whether every page of the web may be read. */
export async function hasFullSiteAccess(): Promise<boolean> {
  const given = await givenPatterns();
  return ['http:', 'https:'].every((protocol) => given.some((pattern) => isOfAllHosts(pattern, protocol)));
}

/** Whether a page may be read, by its address. */
export async function hasSiteAccess(url: string): Promise<boolean> {
  return isCovered(url, await givenPatterns());
}

/**
 * Asks the user for the right to read every page. To be called straight from a click, or browsers refuse, and only where it is
 * missing, or Chromium asks for what it gave already. `false`: the user said no.
 */
export async function requestSiteAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: scriptPatterns });
}

/** Calls back with whether every page may be read, now and whenever a right is given or taken. Returns a function that ends it. */
export function subscribeToSiteAccess(listener: (mayReadAll: boolean) => void): () => void {
  const check = (): void => void hasFullSiteAccess().then(listener);
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(check);
  onRemoved.addListener(check);
  check();
  return () => {
    onAdded.removeListener(check);
    onRemoved.removeListener(check);
  };
}

/** Whether a tab shows a page that may not be read, as far as can be told: the browser hides the addresses of those. */
export async function isWithheld(tabId: number): Promise<boolean> {
  if (await hasFullSiteAccess()) return false;
  const url = await browser.tabs.get(tabId).then(
    (tab) => tab.url,
    () => null,
  );
  // Gone; nothing is known of it.
  if (url === null) return false;
  return url === undefined || !(await hasSiteAccess(url));
}

/** Whether one of the patterns covers a page. */
export function isCovered(url: string, patterns: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, host } = new URL(url);
  return patterns.some((pattern) => {
    if (isOfAllHosts(pattern, protocol)) return true;
    const { scheme, name } = partsOf(pattern);
    if (scheme !== protocol && !(scheme === '*:' && isOfWeb(protocol))) return false;
    const domain = name.startsWith('*.') ? name.slice(2) : null;
    return domain === null ? name === hostname || name === host : `.${hostname}`.endsWith(`.${domain}`);
  });
}

/** Whether a pattern covers every host of a protocol. */
function isOfAllHosts(pattern: string, protocol: string): boolean {
  const { scheme, name } = pattern === '<all_urls>' ? { scheme: '*:', name: '*' } : partsOf(pattern);
  return name === '*' && (scheme === protocol || (scheme === '*:' && isOfWeb(protocol)));
}

/** `https://*.example.cn/*` in parts: `https:` and `*.example.cn`. Rights to pages know no paths. */
function partsOf(pattern: string): { scheme: string; name: string } {
  const [scheme = '', rest = ''] = pattern.split('//', 2);
  return { scheme, name: rest.split('/', 1)[0] ?? '' };
}

function isOfWeb(protocol: string): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

async function givenPatterns(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}
