import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../browser/build.ts';
import type { LocalServer } from './local-server.ts';
import { serveFolder } from './serve-folder.ts';

/** A served sample site. `name`: its folder. `title`: the title of its home page. */
export type Site = { name: string; title: string; url: string };

/**
 * Serves every sample site on a port of its own, so that their origins differ as on the web. The sites are in the order of their
 * names. `close` ends all servers.
 */
export async function serveSites(): Promise<{ sites: Site[]; close: () => Promise<void> }> {
  const folder = join(root, 'tests/sites');
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const servers: LocalServer[] = [];
  const sites: Site[] = [];
  for (const name of names.sort()) {
    const server = await serveFolder(join(folder, name));
    servers.push(server);
    sites.push({ name, title: await titleOf(join(folder, name, 'index.html')), url: server.url });
  }
  return {
    sites,
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

async function titleOf(file: string): Promise<string> {
  const bytes = await readFile(file);
  const charset = /charset="?([\w-]+)/.exec(bytes.toString('latin1'))?.[1];
  const title = /<title>(.*?)<\/title>/.exec(new TextDecoder(charset).decode(bytes))?.[1];
  if (title === undefined) throw new Error(`${file} has no title`);
  return title;
}
