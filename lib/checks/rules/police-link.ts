import { authorityHosts, destinationOf } from '../authority-hosts.ts';
import { defineCheck } from '../define-check.ts';
import { isPoliceFiling } from '../filing.ts';
import { hostWithoutScheme, isRedirect, readLink } from '../link-target.ts';
import { mergeAnswers } from '../merge-answers.ts';

/** How much of what stands in a link for a number is told, in characters. */
const maxCodeChars = 40;

/** Whether each police filing links to the police's portal with the number's own digits (numbers.md §3.4). */
export const policeLink = defineCheck({
  code: 'police-link',
  group: 'links',
  basis: 'evidence',
  source: 'numbers.md §3.4',
  answers: {
    // Parts: the host.
    'police-link-right': 'pass',
    'police-link-none': 'warn',
    // `#`, `javascript:` or the page itself.
    'police-link-dead': 'warn',
    // The authority's address without its scheme, which leads to a page of the site itself. Parts: the authority's host.
    'police-link-no-scheme': 'warn',
    // An address that the portal had earlier. Parts: its host, its successor's.
    'police-link-outdated': 'warn',
    // http, where https serves. Parts: the host.
    'police-link-insecure': 'warn',
    // The portal, but no number in the link. Parts: the host.
    'police-link-code-missing': 'warn',
    // Something else than digits in the number's place. Parts: what stands there.
    'police-link-code-malformed': 'warn',
    // The link asks for another number than the one shown. Parts: the digits in the link.
    'police-link-code-differs': 'fail',
    // The ministry's systems, which keep other numbers. Parts: the host.
    'police-link-wrong': 'fail',
    // A host made to look like an authority's. Parts: the host.
    'police-link-look-alike': 'fail',
    // Another host, with an authority's in its address: it may lead on to it. Parts: the host.
    'police-link-redirect': 'unknown',
    // Parts: the host.
    'police-link-unrelated': 'warn',
  },
  run({ url, own }) {
    return mergeAnswers(own.filter(isPoliceFiling), ({ link, number }) => {
      const meant = hostWithoutScheme(link, url);
      if (meant !== null) return ['police-link-no-scheme', meant];
      const address = readLink(link, url);
      if (address === 'none') return ['police-link-none'];
      if (address === 'dead') return ['police-link-dead'];
      const { host, href, protocol } = address;
      const destination = destinationOf(host);
      switch (destination) {
        case 'police-portal':
        case 'old-police-portal': {
          // Without the number's digits the portal opens, but no record does.
          const code = codeIn(href);
          if (code === '') return ['police-link-code-missing', host];
          if (!/^\d+$/.test(code)) return ['police-link-code-malformed', code.slice(0, maxCodeChars)];
          if (number.serial !== null && code !== number.serial) {
            return ['police-link-code-differs', code.slice(0, maxCodeChars)];
          }
          if (destination === 'old-police-portal') {
            return ['police-link-outdated', host, authorityHosts['police-portal']];
          }
          return [protocol === 'https:' ? 'police-link-right' : 'police-link-insecure', host];
        }
        case 'look-alike':
          return ['police-link-look-alike', host];
        case 'other':
          return [isRedirect(href) ? 'police-link-redirect' : 'police-link-unrelated', host];
        default:
          return ['police-link-wrong', host];
      }
    });
  },
});

/** The number for which a link asks the police's portal, without blanks at its ends; '' where it asks for none (numbers.md §3.4). */
function codeIn(href: string): string {
  const [, written = ''] = /[?&](?:record)?code=([^&#]*)/i.exec(href) ?? [];
  try {
    return decodeURIComponent(written).trim();
  } catch {
    return written;
  }
}
