import { hasScheme } from '../addresses/site-address.ts';
import type { PageOutcome } from './entry.ts';

/** An address as somebody wrote it, and as it is opened: see `readSiteAddress`. */
export type AskedAddress = { asked: string; address: string };

/** Whether no site answered. Any HTTP status is an answer. */
function isUnanswered(ending: PageOutcome): boolean {
  return ending.state === 'unreachable' && ending.cause !== 'http';
}

/**
 * The same address with `http`, where its writer gave no scheme; null where the writer gave one, or the address has no such
 * form.
 */
export function httpAddressOf({ asked, address }: AskedAddress): string | null {
  return address.startsWith('https:') && !hasScheme(asked) ? address.replace(/^https:/, 'http:') : null;
}

/**
 * Reads an address as an address bar opens it. An address without a scheme is read by `https` and, if no site answers, by
 * `http`. A name that does not exist is not tried again. Returns the reading and the address that was read: the first address
 * where neither answers. `goesOn`: called before the second address is opened; if it gives false, the first reading counts.
 */
export async function readAsAsked<Reading extends { ending: PageOutcome }>(
  site: AskedAddress,
  read: (address: string) => Promise<Reading>,
  goesOn: () => boolean = () => true,
): Promise<Reading & { address: string }> {
  const { address } = site;
  const secure = { ...(await read(address)), address };
  const plain = httpAddressOf(site);
  const hasName = secure.ending.state !== 'unreachable' || secure.ending.cause !== 'dns';
  if (plain === null || !isUnanswered(secure.ending) || !hasName || !goesOn()) return secure;
  const other = await read(plain);
  return isUnanswered(other.ending) ? secure : { ...other, address: plain };
}
