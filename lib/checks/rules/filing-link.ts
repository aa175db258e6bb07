import { authorityHosts, destinationOf } from '../authority-hosts.ts';
import { defineCheck } from '../define-check.ts';
import { isFiling } from '../filing.ts';
import { hostWithoutScheme, isRedirect, leadsTo, readLink } from '../link-target.ts';
import { mergeAnswers } from '../merge-answers.ts';

/** Whether each filing links to the ministry's filing system (Decree 33 art. 13). */
export const filingLink = defineCheck({
  code: 'filing-link',
  group: 'links',
  basis: 'law',
  source: 'MII Decree 33 (2005) art. 13, 25',
  answers: {
    'filing-link-right': 'pass',
    // No link on the number, but one beside it.
    'filing-link-beside': 'pass',
    'filing-link-none': 'fail',
    // `#`, `javascript:` or the page itself.
    'filing-link-dead': 'fail',
    // The authority's address without its scheme, which leads to a page of the site itself. Parts: the authority's host.
    'filing-link-no-scheme': 'fail',
    // An address that the filing system had earlier. Parts: its host, its successor's.
    'filing-link-outdated': 'warn',
    // http, where https serves.
    'filing-link-insecure': 'warn',
    // Another page of the ministry or its licence system, not the filing system. Parts: the host.
    'filing-link-ministry': 'warn',
    // The electronic mark of 2005, a file on the site itself.
    'filing-link-mark': 'warn',
    // The police's portal, which keeps other numbers. Parts: the host.
    'filing-link-wrong': 'fail',
    // A host made to look like the authority's. Parts: the host.
    'filing-link-look-alike': 'fail',
    // Another host, with the authority's in its address: it may lead on to it. Parts: the host.
    'filing-link-redirect': 'unknown',
    // Parts: the host.
    'filing-link-unrelated': 'fail',
  },
  run({ url, own }) {
    const found = mergeAnswers(own.filter(isFiling), ({ link, nearbyLinks }) => {
      const meant = hostWithoutScheme(link, url);
      if (meant !== null) return ['filing-link-no-scheme', meant];
      const address = readLink(link, url);
      if (address === 'none') {
        const beside = nearbyLinks.some((href) => leadsTo(href, url, 'filing-system'));
        return [beside ? 'filing-link-beside' : 'filing-link-none'];
      }
      if (address === 'dead') return ['filing-link-dead'];
      const { host, pathname, href, protocol } = address;
      switch (destinationOf(host)) {
        case 'filing-system':
          return [protocol === 'https:' ? 'filing-link-right' : 'filing-link-insecure', host];
        case 'old-filing-system':
          return ['filing-link-outdated', host, authorityHosts['filing-system']];
        case 'ministry':
        case 'licence-system':
        case 'old-licence-system':
          return ['filing-link-ministry', host];
        case 'police-portal':
        case 'old-police-portal':
          return ['filing-link-wrong', host];
        case 'look-alike':
          return ['filing-link-look-alike', host];
        case 'other':
          if (pathname.endsWith('/bazs.cert')) return ['filing-link-mark'];
          return [isRedirect(href) ? 'filing-link-redirect' : 'filing-link-unrelated', host];
      }
    });
    // One filing that leads to the filing system does for the others that are shown without a link, such as those of apps.
    const isLinked = found.some(({ answer }) => answer === 'filing-link-right');
    return isLinked ? found.filter(({ answer }) => answer !== 'filing-link-none') : found;
  },
});
