import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import type { PageAnswer } from '../servers/isolated-page-server.ts';

/** Types that browsers cannot detect from the content. No charset: pages, styles and scripts declare it or use the page's. */
const contentTypes: Record<string, string> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * A page that a browser saved to disk: the file, and the files in its folder. For `X.html` the folder is `X_files` (Chrome,
 * Firefox) or `X.files` (Internet Explorer and later browsers). `path`: the page's path on its host. `answer`: the file for a
 * path, or null. No other file of the disk is served, whatever the page requests and wherever a link in the folder points. Names
 * that begin with a dot are not served either.
 */
export function savedPage(file: string): { path: string; answer: (path: string) => Promise<PageAnswer | null> } {
  const page = resolve(file);
  const name = basename(page);
  const stem = name.slice(0, name.length - extname(name).length);
  const folders = [`${stem}_files`, `${stem}.files`];
  return {
    path: encodeURIComponent(name),
    async answer(path) {
      const names = namesOf(path);
      if (names === null) return null;
      const [first = '', ...inside] = names;
      if (inside.length === 0) return first === name ? read(await realpath(page)) : null;
      return folders.includes(first) ? read(await realPathInFolder(dirname(page), first, inside)) : null;
    },
  };
}

/** The names in a path such as `/a/b`. Null if one of them could lead outside the folder. */
function namesOf(path: string): string[] | null {
  try {
    const names = path.split('/').slice(1).map(decodeURIComponent);
    return names.every((name) => name !== '' && !/[/\\:\0]/.test(name)) ? names : null;
  } catch {
    return null;
  }
}

/** The real path of a file in a folder beside the page. Null if the real path is outside that folder. */
async function realPathInFolder(beside: string, folder: string, names: readonly string[]): Promise<string | null> {
  if ([folder, ...names].some(isDotName)) return null;
  const root = join(await realpath(beside), folder);
  const place = await realpath(join(root, names.join('/')));
  if (!place.startsWith(root + sep)) return null;
  return place.slice(root.length).split(sep).some(isDotName) ? null : place;
}

const isDotName = (name: string): boolean => name.startsWith('.');

async function read(place: string | null): Promise<PageAnswer | null> {
  if (place === null) return null;
  // The flags refuse a symbolic link that replaced the file meanwhile, and do not wait for a pipe without a writer.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const handle = await open(place, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  if (!(await isFile(handle))) {
    await handle.close();
    return null;
  }
  // Chrome saves scripts as `x.js.download`.
  const ending = extname(place.replace(/\.download$/i, '')).toLowerCase();
  return { type: contentTypes[ending] ?? null, body: handle.createReadStream() };
}

async function isFile(handle: FileHandle): Promise<boolean> {
  return (await handle.stat()).isFile();
}
