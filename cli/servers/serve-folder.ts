import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { type LocalServer, serveLocally } from './local-server.ts';

/** HTML has no charset here. Pages declare their own, and one of the sites is not UTF-8. */
const contentTypes: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a folder on this machine. `/` gives `index.html`. A path that is no file of the folder, or whose type is unknown, gives
 * 404. Files outside the folder cannot be reached.
 */
export async function serveFolder(folder: string): Promise<LocalServer> {
  return serveLocally(async (path) => {
    const file = fileFor(folder, path);
    const type = file === null ? undefined : contentTypes[extname(file)];
    if (file === null || type === undefined) return null;
    return readFile(file).then(
      (body) => ({ type, body }),
      () => null,
    );
  });
}

/** The file for a path. Null if the path is malformed or leads outside the folder. */
function fileFor(folder: string, path: string): string | null {
  try {
    const file = normalize(join(folder, decodeURIComponent(path.replace(/\/$/, '/index.html'))));
    return file.startsWith(folder + sep) && !file.includes('\0') ? file : null;
  } catch {
    return null;
  }
}
