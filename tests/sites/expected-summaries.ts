/** What the extension should show for a home page: the badge, and the first line of the popup in English. */
export type ExpectedSummary = { badge: string; summary: string };

/** The expected badges and summaries of the sample sites, written by hand. */
export const expectedSummaries: Record<string, ExpectedSummary> = {
  'app-promotion': { badge: '1!', summary: "1 number, well-formed; only apps' numbers are shown" },
  apps: { badge: '4', summary: '4 numbers, well-formed' },
  bakery: { badge: '1', summary: '1 number, well-formed' },
  blog: { badge: '2', summary: '2 numbers, 1 not official' },
  'borrowed-design': {
    badge: '4!!',
    summary: '4 numbers, well-formed; ICP filing link leads nowhere, and 6 more',
  },
  clinic: { badge: '4', summary: '4 numbers, well-formed' },
  english: { badge: '2!', summary: '2 numbers, well-formed; police filing has no link' },
  faults: { badge: '6!!', summary: '6 numbers, 6 with a fault; ICP filing link leads nowhere, and 3 more' },
  'hidden-numbers': { badge: '1!!', summary: '1 number, well-formed; ICP filing has no link' },
  'late-footer': { badge: '2', summary: '2 numbers, well-formed' },
  legacy: { badge: '3!!', summary: '3 numbers, well-formed; ICP filing has no link, and 2 more' },
  news: { badge: '2', summary: '2 numbers, well-formed' },
  'outdated-links': { badge: '3!', summary: '3 numbers, well-formed; ICP filing link outdated, and 2 more' },
  overseas: { badge: '', summary: 'No registration number found' },
  portal: { badge: '10', summary: '10 numbers, well-formed' },
  school: { badge: '2!!', summary: '2 numbers, well-formed; ICP filing has no link, and 1 more' },
  'shadow-frame': { badge: '2', summary: '2 numbers, well-formed' },
  'sichuan-freight': { badge: '3', summary: '3 numbers, well-formed' },
};
