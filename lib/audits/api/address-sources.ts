/** Which open tabs: those of this window, or of all windows. Private tabs count only where the workspace is in a private window. */
export type TabScope = 'window' | 'all';

/** A folder of bookmarks with the addresses of web pages in it, those of its folders included. */
export type BookmarkFolder = { id: string; path: string[]; addresses: string[] };
