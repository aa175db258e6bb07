import type { ComponentChild } from 'preact';
import { type Explanation, explain } from '../../lib/icp/explain.ts';
import type { Finding } from '../../lib/icp/finding.ts';
import type { RegistrationNumber, ServiceType } from '../../lib/icp/number.ts';
import { languageOf, type TextKey, type Translate } from '../../lib/texts/language/translate.ts';
import { pagePartTexts } from '../../lib/texts/page-part-texts.ts';
import { Facts } from '../shared/facts.tsx';
import { PageText } from '../shared/page-text.tsx';

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
  const explanation = explain(number);
  return (
    <Facts
      t={t}
      rows
      facts={[
        { name: 'fact_scope', value: scope(t, number) },
        { name: 'fact_authority', value: explanation.authority?.[languageOf(t)] ?? null },
        { name: 'fact_query_page', value: queryHost(explanation) },
        { name: 'fact_area', value: area(number, explanation) },
        { name: 'fact_place', value: t(pagePartTexts[place]) },
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

function area({ area: code }: RegistrationNumber, { area: known }: Explanation): ComponentChild {
  if (code === null || known === null) return code;
  return (
    <>
      {code} <span lang="zh-CN">{known.names.join('')}</span>
    </>
  );
}

function queryHost({ queryPage }: Explanation): string | null {
  return queryPage === null ? null : new URL(queryPage).host;
}
