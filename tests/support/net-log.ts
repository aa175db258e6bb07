import { readFileSync } from 'node:fs';

/** A request in the log of the browser's network service. */
export type LoggedRequest = {
  url: string;
  /** The origin of the page, worker or extension that made the request. `not an origin` for the browser itself. */
  initiator: string;
  mainFrame: boolean;
};

/** Flags with which Chromium logs every request to a file. The file is complete when Chromium has closed. */
export const netLogFlags = (file: string): string[] => [`--log-net-log=${file}`, '--net-log-capture-mode=Everything'];

type NetLog = {
  constants: { logEventTypes: Record<'URL_REQUEST_START_JOB', number> };
  events: { type: number; params?: { url?: string; initiator?: string; request_type?: string } }[];
};

/** Reads the requests from such a file: HTTP and WebSocket requests of pages, workers and the browser. */
export function readNetLog(file: string): LoggedRequest[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const start = constants.logEventTypes.URL_REQUEST_START_JOB;
  return events.flatMap(({ type, params }) =>
    type === start && params?.url !== undefined
      ? [{ url: params.url, initiator: params.initiator ?? '', mainFrame: params.request_type === 'main frame' }]
      : [],
  );
}
