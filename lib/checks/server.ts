/** Every location of an address. */
export const locations = ['mainland', 'outside', 'disputed', 'special'] as const;

/**
 * Where an address lies: on the Chinese mainland, outside it, or at no place (`special`: private, reserved, of proxies).
 * `disputed`: of the two databases, one says the mainland and the other does not, as of some clouds' addresses in Hong Kong.
 */
export type Where = (typeof locations)[number];

/** What is known of the server that a page came from. */
export type Server =
  /** The browser said which address answered. `tableDate`: the day of the table in which it was looked up, `2026-11-01`. */
  | { state: 'seen'; ip: string; where: Where; tableDate: string }
  /** The browser went through a proxy, so the address is the proxy's. */
  | { state: 'proxied' }
  /** No answer of a server was seen: cache, service worker, or a page that is older than the question. */
  | { state: 'unseen' }
  /** The user has not switched on that servers are looked at. */
  | { state: 'not-asked' };
