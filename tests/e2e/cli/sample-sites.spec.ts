import { get } from 'node:http';
import { expect, test } from '@playwright/test';
import { serveSites } from '../../../cli/servers/sample-sites.ts';
import { expected } from '../../sites/expected.ts';

/** Requests an exact path. `fetch` would resolve `..` first. */
async function statusOf(url: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path }, (response) => resolve(response.resume().statusCode)).once('error', reject);
  });
}

test('the sample sites are served, each with an origin of its own and expectations', async () => {
  const { sites, close } = await serveSites();
  try {
    expect(sites.map((site) => site.name)).toEqual(Object.keys(expected).sort());
    expect(new Set(sites.map((site) => new URL(site.url).origin)).size).toBe(sites.length);
    for (const { url } of sites) expect(await statusOf(url, '/')).toBe(200);
    expect(sites.find((site) => site.name === 'legacy')?.title, 'read in its own charset').toBe('京华仪表网--首页');
  } finally {
    await close();
  }
});

test('a request for a file outside a sample site gets 404', async () => {
  const { sites, close } = await serveSites();
  const url = sites[0]?.url ?? '';
  try {
    expect(await statusOf(url, '/index.html?view=1')).toBe(200);
    for (const path of [
      '/../blog/index.html',
      '/..%2fblog/index.html',
      '/%2e%2e/blog/index.html',
      '//etc/hosts',
      '/%',
      '/none.html',
    ]) {
      expect(await statusOf(url, path), path).toBe(404);
    }
  } finally {
    await close();
  }
});
