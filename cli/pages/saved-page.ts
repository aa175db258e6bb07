import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import type { PageAnswer } from '../servers/isolated-page-server.ts';

/** What browsers do not tell by content. Pages, styles and scripts name their own charset, or have the page's. */
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
 * A page on the disk as its browser saved it: the file, and what stands in the folder that goes with it, `X_files` (Chrome,
 * Firefox) or `X.files` (Internet Explorer, and browsers after it) for `X.html`. `path`: the page's on its host. `answer`: what
 * is served for a path; null for all else. Nothing else of the disk is handed out, whatever a page asks for or a link in the
 * folder points to, nor is a name that begins with a dot.
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

/** The names that a path is made of, `/a/b`; null where one of them could lead elsewhere. */
function namesOf(path: string): string[] | null {
  try {
    const names = path.split('/').slice(1).map(decodeURIComponent);
    return names.every((name) => name !== '' && !/[/\\:\0]/.test(name)) ? names : null;
  } catch {
    return null;
  }
}

/** The file of a folder beside the page, by its real path; null where that is not in the very folder. */
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
  // What is put in the place of the file meanwhile is not followed, and a pipe that nobody fills is not waited for.
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
