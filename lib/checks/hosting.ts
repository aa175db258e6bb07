import type { Answer, Subject } from './audited-page.ts';
import { isFiling, isLicence } from './filing.ts';
import { isOfWeb } from './page-address.ts';

/**
 * Whether a number is needed where the page's server sits: sites hosted on the mainland need one, those in Hong Kong, Macao,
 * Taiwan and abroad do not (numbers.md §5). A file or a page made in the browser came from no server.
 */
export function checkHosting({ url, own, server }: Subject): Answer[] {
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
      const shown = own.filter((finding) => isFiling(finding) || isLicence(finding));
      const answer = `${where}-${shown.length > 0 ? 'shown' : 'none'}` as const;
      return [{ answer, parts: [ip, tableDate], about: shown }];
    }
  }
}
