import { explain } from '../../lib/icp/explain.ts';
import type { Finding } from '../../lib/icp/finding.ts';
import { kindAboutText } from '../../lib/texts/kind-texts.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { Absence } from './absence.tsx';
import { MoreFacts } from './more-facts.tsx';

/** A disclosure: what this kind of number is, what follows where it is missing, and the lesser facts. */
export function AboutNumber({ t, finding }: { t: Translate; finding: Finding }) {
  const { kind, status } = finding.number;
  const { absence } = explain(finding.number);
  return (
    <details class="about">
      <summary>{t('about')}</summary>
      {status === 'unofficial' ? null : <p>{kindAboutText(t, kind)}</p>}
      <Absence t={t} absence={absence} />
      <MoreFacts t={t} finding={finding} />
    </details>
  );
}
