/**
 * Site access: the permission to read web pages. The installation grants it. Users may remove it in the browser's settings, for all
 * sites or for all but some (Chromium: "on click", "on specific sites"). The content script then does not run on the other sites,
 * and the extension cannot see what they load.
 *
 * The list of granted patterns decides. `permissions.contains` returns false for all pages in Chromium where the content script may
 * run on all of them (tried with 156).
 *
 * CONTRIBUTING.md, "A permission", says what a new one needs.
 */
import { browser } from '../browser.ts';

/** The patterns of the content script. Chromium removes no access to pages that a pattern in the manifest covers. */
export const scriptPatterns = ['http://*/*', 'https://*/*'];

/** Whether the extension may read every web page. */
export async function hasFullSiteAccess(): Promise<boolean> {
  const given = await givenPatterns();
  return ['http:', 'https:'].every((protocol) => given.some((pattern) => isOfAllHosts(pattern, protocol)));
}

/** Whether the extension may read the page at an address. */
export async function hasSiteAccess(url: string): Promise<boolean> {
  return isCovered(url, await givenPatterns());
}

/**
 * Requests access to every page from the user. To be called straight from a click, or browsers refuse. To be called only where it
 * is missing, or Chromium asks for what it has granted already. `false`: the user refused.
 */
export async function requestSiteAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: scriptPatterns });
}

/** Calls back with whether every page may be read: now, and whenever a permission is added or removed. Returns a function that stops it. */
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

/** Whether a tab shows a page that the extension may not read. The browser hides the addresses of such pages. */
export async function isWithheld(tabId: number): Promise<boolean> {
  if (await hasFullSiteAccess()) return false;
  const url = await browser.tabs.get(tabId).then(
    (tab) => tab.url,
    () => null,
  );
  // The tab is gone.
  if (url === null) return false;
  return url === undefined || !(await hasSiteAccess(url));
}

/** Whether one of the match patterns covers a page. */
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

/** Whether a match pattern covers every host of a protocol. */
function isOfAllHosts(pattern: string, protocol: string): boolean {
  const { scheme, name } = pattern === '<all_urls>' ? { scheme: '*:', name: '*' } : partsOf(pattern);
  return name === '*' && (scheme === protocol || (scheme === '*:' && isOfWeb(protocol)));
}

/** Splits `https://*.example.cn/*` into `https:` and `*.example.cn`. Site access ignores paths. */
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
