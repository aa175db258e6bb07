import { hasScheme } from '../addresses/site-address.ts';
import type { PageOutcome } from './entry.ts';

/** An address as somebody wrote it and as it is opened: see `readSiteAddress`. */
export type AskedAddress = { asked: string; address: string };

/** Whether no site was there to answer; an answer with a status of HTTP is one. */
function isOutOfReach(ending: PageOutcome): boolean {
  return ending.state === 'unreachable' && ending.cause !== 'http';
}

/** The same address without a secure connection, where nobody asked for one; null where somebody did, or there is none. */
export function plainAddressOf({ asked, address }: AskedAddress): string | null {
  return address.startsWith('https:') && !hasScheme(asked) ? address.replace(/^https:/, 'http:') : null;
}

/**
 * Reads an address as an address bar opens it: one that was written without a scheme by `https`, and where no site answers
 * there, by `http`. A name that does not exist has no site by either. Gives what was read, and the address it was read at: the
 * first where neither answers. `goesOn`: asked before the second is opened; where it says no, the first counts.
 */
export async function readAsAsked<Reading extends { ending: PageOutcome }>(
  site: AskedAddress,
  read: (address: string) => Promise<Reading>,
  goesOn: () => boolean = () => true,
): Promise<Reading & { address: string }> {
  const { address } = site;
  const secure = { ...(await read(address)), address };
  const plain = plainAddressOf(site);
  const hasName = secure.ending.state !== 'unreachable' || secure.ending.cause !== 'dns';
  if (plain === null || !isOutOfReach(secure.ending) || !hasName || !goesOn()) return secure;
  const other = await read(plain);
  return isOutOfReach(other.ending) ? secure : { ...other, address: plain };
}
