import type { Candidate } from './candidate.ts';
import { readSiteAddress } from './site-address.ts';

/** The beginning of every browser's export of bookmarks. */
const firstLine = /^\s*<!DOCTYPE NETSCAPE-Bookmark-file-1>/i;
const link = /<a\s[^<>]*?\bhref="([^"\n]*)"/gi;

/**
 * The addresses of a browser's export of bookmarks, bookmarklets and the browser's own pages included; null for any other text.
 */
export function readBookmarks(text: string): Candidate[] | null {
  if (!firstLine.test(text)) return null;
  return text.split('\n').flatMap((content, index) =>
    [...content.matchAll(link)].map(([, href = '']) => {
      const asked = decode(href).trim();
      return { line: index + 1, asked, site: readSiteAddress(asked) };
    }),
  );
}

/** Browsers escape these three characters in the addresses that they export. */
function decode(href: string): string {
  return href.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
