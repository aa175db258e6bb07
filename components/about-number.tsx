import { explain } from '../lib/icp/explain.ts';
import type { Finding } from '../lib/icp/finding.ts';
import { absenceText, kindAbout } from '../lib/words/kind-texts.ts';
import { sourceName } from '../lib/words/rule-source.ts';
import { languageOf, type Translate } from '../lib/words/translate.ts';
import { MoreFacts } from './more-facts.tsx';

/** A disclosure: what this kind of number is, what follows where it is missing, and the lesser facts. */
export function AboutNumber({ t, finding }: { t: Translate; finding: Finding }) {
  const { kind, status } = finding.number;
  const { absence } = explain(finding.number);
  return (
    <details class="about">
      <summary>{t('about')}</summary>
      {status === 'unofficial' ? null : <p>{kindAbout(t, kind)}</p>}
      {absence === null ? null : (
        <div class="absence">
          <h4>{t('absence')}</h4>
          <p>{absenceText(t, absence.code)}</p>
          <p class="rule">{t('absence_source', sourceName(t, absence.source[languageOf(t)]))}</p>
        </div>
      )}
      <MoreFacts t={t} finding={finding} />
    </details>
  );
}
