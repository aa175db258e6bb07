import { defineCheck } from '../define-check.ts';

/** Whether visitors can see the site's numbers: Decree 292 art. 12 asks for a prominent place. */
export const visibility = defineCheck({
  code: 'visibility',
  group: 'display',
  basis: 'law',
  source: 'State Council Decree 292 (2000) art. 12',
  answers: {
    visible: 'pass',
    // Numbers in the source, and none of the site's own on screen.
    'hidden-only': 'fail',
  },
  run({ own, hidden }) {
    if (own.length > 0) return [{ answer: 'visible', about: own }];
    return hidden.length > 0 ? [{ answer: 'hidden-only', about: hidden }] : [];
  },
});
