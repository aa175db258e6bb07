import { defineCheck } from '../define-check.ts';
import { isFilingOrLicence } from '../filing.ts';
import { isOfWeb } from '../page-address.ts';

/**
 * Whether a number is needed where the page's server sits: sites hosted on the mainland need one, those in Hong Kong, Macao,
 * Taiwan and abroad do not (numbers.md §5). A file or a page made in the browser came from no server.
 */
export const hosting = defineCheck({
  code: 'hosting',
  group: 'need',
  basis: 'law',
  source: 'MII Decree 33 (2005) art. 5',
  answers: {
    // Of all four, parts: the server's address, the date of the table of addresses.
    'mainland-shown': 'pass',
    'mainland-none': 'warn',
    'outside-none': 'pass',
    'outside-shown': 'unknown',
    // An address of no place: one's own machine or network, or what proxies and VPNs put in place of one. Parts: the address.
    'server-special': 'unknown',
    // One database says the mainland, another does not. Parts: the address, the date of the table of addresses.
    'server-disputed': 'unknown',
    // The browser says that it goes through a proxy.
    'server-proxied': 'unknown',
    // From a cache or a service worker, or opened before the browser was asked to tell.
    'server-unseen': 'unknown',
    // The user has not switched it on.
    'server-not-asked': 'unknown',
  },
  run({ url, own, server }) {
    if (!isOfWeb(url)) return [];
    switch (server.state) {
      case 'not-asked':
        return [{ answer: 'server-not-asked' }];
      case 'unseen':
        return [{ answer: 'server-unseen' }];
      case 'proxied':
        return [{ answer: 'server-proxied' }];
      case 'seen': {
        const { ip, where, tableDate } = server;
        if (where === 'special') return [{ answer: 'server-special', parts: [ip] }];
        if (where === 'disputed') return [{ answer: 'server-disputed', parts: [ip, tableDate] }];
        const shown = own.filter(isFilingOrLicence);
        const answer = `${where}-${shown.length > 0 ? 'shown' : 'none'}` as const;
        return [{ answer, parts: [ip, tableDate], about: shown }];
      }
    }
  },
});
