import { stripVTControlCharacters } from 'node:util';

/** The meanings of the browser's network errors, by the beginning of their names. */
const meanings: [name: string, meaning: string][] = [
  ['ERR_NAME_NOT_RESOLVED', 'no such host (DNS)'],
  ['ERR_NAME_RESOLUTION_FAILED', 'the host could not be looked up (DNS)'],
  ['ERR_DNS_', 'the host could not be looked up (DNS)'],
  ['ERR_CONNECTION_REFUSED', 'connection refused'],
  ['ERR_CONNECTION_RESET', 'connection reset'],
  ['ERR_CONNECTION_CLOSED', 'connection closed'],
  ['ERR_CONNECTION_TIMED_OUT', 'timeout: no connection'],
  ['ERR_TIMED_OUT', 'timeout: no connection'],
  ['ERR_ADDRESS_UNREACHABLE', 'host unreachable'],
  ['ERR_INTERNET_DISCONNECTED', 'no network'],
  ['ERR_NETWORK_CHANGED', 'the network changed'],
  ['ERR_UNSAFE_PORT', 'browsers do not connect to this port'],
  ['ERR_CERT_', 'the certificate is not trusted (TLS)'],
  ['ERR_SSL_', 'no secure connection (TLS)'],
  ['ERR_TOO_MANY_REDIRECTS', 'redirects in a circle'],
  ['ERR_EMPTY_RESPONSE', 'the server sent nothing'],
  ['ERR_INVALID_RESPONSE', 'the server sent no valid answer'],
  ['ERR_INVALID_URL', 'not a valid address'],
  ['ERR_ABORTED', 'the server sent no page'],
];

/**
 * Explains in one line why a page could not be read, from an error of the browser driver: `connection refused:
 * ERR_CONNECTION_REFUSED`. An unknown error gives its own message.
 */
export function explainFailure(error: unknown): string {
  // The driver adds colour codes to its messages.
  const message = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  if (message.includes('Download is starting')) return 'a download, not a page';
  if (/Page crashed|Target crashed/.test(message)) return 'the page crashed';
  const name = /net::(ERR_\w+)/.exec(message)?.[1];
  if (name === undefined) return message.replace(/\s+/g, ' ').trim();
  const meaning = meanings.find(([beginning]) => name.startsWith(beginning))?.[1];
  return meaning === undefined ? name : `${meaning}: ${name}`;
}
