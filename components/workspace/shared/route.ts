/** What the workspace shows: a section, and an item of it. It is the fragment of the page's address. */
export type Route =
  | { section: 'audits'; audit: string | 'new' | null }
  | { section: 'check' }
  | { section: 'history'; site: string | null }
  | { section: 'settings' };

/** The sections, in their order on screen. */
export const sections = ['audits', 'check', 'history', 'settings'] as const satisfies Route['section'][];
export type Section = (typeof sections)[number];

/** Parses the fragment of an address. An unknown fragment gives the list of audits. */
export function readRoute(hash: string): Route {
  const [section = '', what = ''] = hash.replace(/^#/, '').split('/', 2);
  const detail = what === '' ? null : decode(what);
  switch (section) {
    case 'check':
    case 'settings':
      return { section };
    case 'history':
      return { section, site: detail };
    default:
      return { section: 'audits', audit: section === 'audits' ? detail : null };
  }
}

/** The address of a route: `#history/www.example.cn`. */
export function hrefOf(route: Route): string {
  const detail = route.section === 'audits' ? route.audit : route.section === 'history' ? route.site : null;
  return `#${route.section}${detail === null ? '' : `/${encodeURIComponent(detail)}`}`;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
