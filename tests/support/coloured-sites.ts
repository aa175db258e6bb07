import { createServer } from 'node:http';
import { listenLocally } from '../../cli/servers/local-server.ts';
import { filing } from './scan-fixtures.ts';

/** Sites that each fill the window with one colour, so that a test can recognise them in a screenshot. */
export type ColouredSites = {
  /** The address of a site, such as `http://rgb-0-128-0.localhost:40000/`. `path` chooses the page; see `serveColouredSites`. */
  url: (colour: Colour, path?: '' | 'none' | 'low') => string;
  close: () => Promise<void>;
};

/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [number, number, number];

/**
 * Serves the coloured sites. The home page shows a number in its footer. `none` shows no number. `low` is grey except for its
 * footer, many screens down, which has the colour and shows a number.
 */
export async function serveColouredSites(): Promise<ColouredSites> {
  const server = createServer(({ headers, url }, response) => {
    const [, ...parts] = (headers.host ?? '').split('.')[0]?.split('-') ?? [];
    const colour = `rgb(${parts.join(' ')})`;
    const number = `<p style="text-align: center">${filing}</p>`;
    const bodies: Record<string, string> = {
      '/': `<body style="background: ${colour}"><footer>${number}</footer>`,
      '/none': `<body style="background: ${colour}">文`,
      '/low': `<body style="background: grey"><div style="height: 6000px"></div>
        <footer style="background: ${colour}; height: 2000px; padding-top: 500px">${number}</footer>`,
    };
    const body = bodies[url ?? ''];
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>${body}`);
  });
  const { port, close } = await listenLocally(server);
  return {
    url: (colour, path = '') => `http://rgb-${colour.join('-')}.localhost:${port}/${path}`,
    close,
  };
}
