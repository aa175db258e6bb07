/**
 * What the address of a tab tells of what the tab shows.
 *
 * Only pages of the web belong to a site and came from a server. Any other scheme is the browser's own business and cannot be
 * read, unless it is known to be something else.
 */
export type PageAddress = {
  sort: PageSort;
  /** By what people know it: a host with its port, the name of a file; empty for the rest. */
  name: string;
};

export type PageSort =
  /** A page of the web. */
  | 'web'
  /** A page of the web where the browsers sell extensions, and which they keep extensions out of. */
  | 'store'
  /** A file of this machine. */
  | 'file'
  /** Made in the browser, by a page or from an address that is itself the page: it has no address on the web. */
  | 'siteless'
  /** A page of the web as the browser's reader view shows it; named is the page. */
  | 'reader'
  /** The source of a page; named is the page. */
  | 'source'
  /** A page of the browser, or of an extension. */
  | 'internal'
  /** The browser did not tell the address. */
  | 'unknown';

/** Where extensions are sold: host, and what the path begins with. */
const stores: readonly (readonly [string, string])[] = [
  ['addons.mozilla.org', '/'],
  ['chrome.google.com', '/webstore'],
  ['chromewebstore.google.com', '/'],
  ['microsoftedge.microsoft.com', '/addons'],
];

/** Reader views of Firefox, Chromium and Edge: all of them have the page's address as their parameter `url`. */
const readerView = /^(?:about:reader|chrome-distiller:\/\/[^/?#]*\/?|read:\/\/[^/?#]*\/?)\?/i;
const viewOfSource = /^view-source:/i;

/** What a tab shows, by its address; empty where the browser does not tell. Never throws. */
export function readPageAddress(url: string): PageAddress {
  if (viewOfSource.test(url)) return { sort: 'source', name: hostOf(url.replace(viewOfSource, '')) };
  if (readerView.test(url)) {
    return { sort: 'reader', name: hostOf(new URLSearchParams(url.slice(url.indexOf('?'))).get('url') ?? '') };
  }
  if (!URL.canParse(url)) return { sort: 'unknown', name: '' };
  const { protocol, hostname, pathname } = new URL(url);
  switch (protocol) {
    case 'http:':
    case 'https:': {
      const isStore = stores.some(([host, path]) => hostname === host && pathname.startsWith(path));
      return { sort: isStore ? 'store' : 'web', name: hostOf(url) };
    }
    case 'file:':
      return { sort: 'file', name: fileNameOf(pathname) };
    case 'data:':
    case 'blob:':
      return { sort: 'siteless', name: '' };
    case 'about:':
      return { sort: pathname === 'blank' || pathname === 'srcdoc' ? 'siteless' : 'internal', name: '' };
    default:
      return { sort: 'internal', name: '' };
  }
}

/** Whether an address is of the web, so that a site and a server stand behind it. */
export function isOfWeb(url: string): boolean {
  const { sort } = readPageAddress(url);
  return sort === 'web' || sort === 'store';
}

/**
 * Paths of a site's first page: the root, an index file, a language. Any other page may be one too; nobody can tell from its
 * address.
 */
const firstPage =
  /^\/(?:(?:[a-z]{2}(?:[-_][a-z]{2,4})?|chinese|english)\/?)?(?:(?:index|default|home|main)(?:\.\w{2,5})?\/?)?$/i;

/** Whether a page is known to be its site's home page, from its address; `false`: it may be one all the same. */
export function isHomePage(url: string): boolean {
  return isOfWeb(url) && firstPage.test(new URL(url).pathname);
}

/** Whether browsers may let an extension read a page of a sort, as far as the address tells. */
export function mayBeRead(sort: PageSort): boolean {
  return sort !== 'reader' && sort !== 'source' && sort !== 'internal';
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

function fileNameOf(path: string): string {
  const name = path.split('/').findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
