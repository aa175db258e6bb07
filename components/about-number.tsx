import type { Finding } from '../lib/icp/finding.ts';
import { kindAbout } from './kind-texts.ts';
import { MoreFacts } from './more-facts.tsx';
import type { Translate } from './texts.ts';

/** A disclosure: what this kind of number is, and the lesser facts. */
export function AboutNumber({ t, finding }: { t: Translate; finding: Finding }) {
  const { kind, status } = finding.number;
  return (
    <details class="about">
      <summary>{t('about')}</summary>
      {status === 'unofficial' ? null : <p>{kindAbout(t, kind)}</p>}
      <MoreFacts t={t} finding={finding} />
    </details>
  );
}
