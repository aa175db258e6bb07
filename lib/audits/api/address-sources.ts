/** Which open tabs: those of this window, or of all windows. Private tabs count only in a workspace in a private window. */
export type TabScope = 'window' | 'all';

/** A folder of bookmarks with the addresses of web pages in it and in its subfolders. */
export type BookmarkFolder = { id: string; path: string[]; addresses: string[] };
