import { authorityHosts, destinationOf } from '../authority-hosts.ts';
import { defineCheck } from '../define-check.ts';
import { isFiling, isLicence } from '../filing.ts';
import { hostWithoutScheme, readLink } from '../link-target.ts';
import { mergeAnswers } from '../merge-answers.ts';

/**
 * Where licences link to (numbers.md §2). No rule asks for a link of licences; they must only not pose as another authority's.
 * A licence that stands in for a filing is held to the rule of filings.
 */
export const licenceLink = defineCheck({
  code: 'licence-link',
  group: 'links',
  basis: 'inferred',
  source: 'numbers.md §2',
  answers: {
    // Parts: the host.
    'licence-link-right': 'pass',
    // An image of the licence, or any page of a host that is no authority. Parts: the host.
    'licence-link-own': 'pass',
    // No link, or one that leads nowhere.
    'licence-link-none': 'pass',
    // The authority's address without its scheme, which leads to a page of the site itself. Parts: the authority's host.
    'licence-link-no-scheme': 'warn',
    // An address that the licence system had earlier. Parts: its host, its successor's.
    'licence-link-outdated': 'warn',
    // The police's portal, which keeps other numbers. Parts: the host.
    'licence-link-wrong': 'warn',
    // A host made to look like an authority's. Parts: the host.
    'licence-link-look-alike': 'fail',
  },
  run({ url, own }) {
    const licences = own.filter((finding) => isLicence(finding) && !isFiling(finding));
    return mergeAnswers(licences, ({ link }) => {
      const meant = hostWithoutScheme(link, url);
      if (meant !== null) return ['licence-link-no-scheme', meant];
      const address = readLink(link, url);
      if (address === 'none' || address === 'dead') return ['licence-link-none'];
      const { host } = address;
      switch (destinationOf(host)) {
        case 'old-licence-system':
          return ['licence-link-outdated', host, authorityHosts['licence-system']];
        case 'police-portal':
        case 'old-police-portal':
          return ['licence-link-wrong', host];
        case 'look-alike':
          return ['licence-link-look-alike', host];
        case 'other':
          return ['licence-link-own', host];
        default:
          return ['licence-link-right', host];
      }
    });
  },
});
