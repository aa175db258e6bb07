import { defineCheck } from '../define-check.ts';
import { isHomePage } from '../page-address.ts';

/** Whether the page with the site's numbers is the home page, where Decree 292 art. 12 asks for them. */
export const homePage = defineCheck({
  code: 'home-page',
  group: 'display',
  basis: 'law',
  source: 'State Council Decree 292 (2000) art. 12',
  answers: {
    'home-page': 'pass',
    // The address does not tell whether the page is the home page.
    'home-page-unknown': 'unknown',
  },
  run({ url, own, hidden }) {
    if (own.length + hidden.length === 0) return [];
    return [{ answer: isHomePage(url) ? 'home-page' : 'home-page-unknown' }];
  },
});
