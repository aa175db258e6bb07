import type { ComponentChild } from 'preact';
import { provinces } from '../../lib/icp/data/provinces.ts';
import type { Match } from '../../lib/icp/number.ts';
import { licenceTypeText } from '../../lib/texts/kind-texts.ts';
import { languageOf, type Translate } from '../../lib/texts/language/translate.ts';
import { Facts } from '../shared/facts.tsx';
import { PageText } from '../shared/page-text.tsx';

/** What a number says at a glance: province, year, sort of licence, and how the page writes it where that differs. */
export function MainFacts({ t, number }: { t: Translate; number: Match }) {
  const official = number.status !== 'unofficial';
  return (
    <Facts
      t={t}
      facts={[
        { name: 'fact_province', value: province(t, number) },
        { name: 'fact_year', value: number.year },
        { name: 'fact_type', value: official ? licenceTypeText(t, number) : null },
        { name: 'fact_raw', value: writtenOtherwise(number) ? <PageText text={number.raw} /> : null },
      ]}
    />
  );
}

function province(t: Translate, { province: code, kind, canonical }: Match): ComponentChild {
  const known = code === null ? undefined : provinces.get(code);
  if (known === undefined) {
    return kind === 'telecom-licence' && canonical !== null ? t('province_national') : null;
  }
  const { en, zh } = known;
  if (languageOf(t) === 'en') {
    return (
      <>
        {en} <span lang="zh-CN">{zh}</span>
      </>
    );
  }
  return (
    <>
      {zh} <span lang="en">{en}</span>
    </>
  );
}

// Spacing and character width differ on most pages and say nothing.
function writtenOtherwise({ canonical, raw }: Match): boolean {
  return canonical !== null && raw.normalize('NFKC').replace(/\s/g, '') !== canonical;
}
