import { queryPage } from '../lib/icp/authorities.ts';
import type { Finding, Place } from '../lib/icp/finding.ts';
import type { RegistrationNumber, ServiceType } from '../lib/icp/number.ts';
import { provinces } from '../lib/icp/provinces.ts';
import { Facts } from './facts.tsx';
import { PageText } from './page-text.tsx';
import { languageOf, type TextKey, type Translate } from './texts.ts';

const places: Record<Place, TextKey> = {
  footer: 'place_footer',
  main: 'place_main',
  article: 'place_article',
  comment: 'place_comment',
  code: 'place_code',
  list: 'place_list',
};

const sources: Record<Finding['source'], TextKey> = {
  text: 'source_text',
  attribute: 'source_attribute',
  link: 'source_link',
};

const scopes: Record<ServiceType, TextKey> = {
  website: 'scope_website',
  app: 'scope_app',
  'mini-program': 'scope_mini_program',
  'quick-app': 'scope_quick_app',
};

/** What a number stands for, who keeps it, and where on the page it is. */
export function MoreFacts({ t, finding }: { t: Translate; finding: Finding }) {
  const { number, link, place, source, surroundings } = finding;
  return (
    <Facts
      t={t}
      rows
      facts={[
        { name: 'fact_scope', value: scope(t, number) },
        { name: 'fact_authority', value: authority(t, number) },
        { name: 'fact_query_page', value: queryHost(number) },
        { name: 'fact_area', value: number.area },
        { name: 'fact_place', value: t(places[place]) },
        { name: 'fact_source', value: t(sources[source]) },
        { name: 'fact_link', value: link === null ? t('link_none') : <PageText text={link} /> },
        { name: 'fact_surroundings', value: <PageText text={surroundings} /> },
      ]}
    />
  );
}

function scope(t: Translate, { kind, service, status }: RegistrationNumber): string | null {
  if (status === 'unofficial') return null;
  if (service !== null) return t(scopes[service.type], service.number);
  return kind === 'icp-filing' ? t('scope_holder') : null;
}

function authority(t: Translate, { kind, province }: RegistrationNumber): string | null {
  if (province === null || kind === 'psb-filing' || kind.startsWith('permit:')) return null;
  return provinces.get(province)?.authority?.[languageOf(t)] ?? null;
}

function queryHost(number: RegistrationNumber): string | null {
  const page = queryPage(number);
  return page === null ? null : new URL(page).host;
}
