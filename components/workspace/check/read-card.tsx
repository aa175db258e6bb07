import { explain } from '../../../lib/icp/explain.ts';
import type { Match } from '../../../lib/icp/number.ts';
import { kindAboutText, kindText } from '../../../lib/texts/kind-texts.ts';
import { languageOf, type Translate } from '../../../lib/texts/language/translate.ts';
import { Absence } from '../../report/absence.tsx';
import { MainFacts } from '../../report/main-facts.tsx';
import { ProblemList } from '../../report/problem-list.tsx';
import { StatusBadge } from '../../report/status-badge.tsx';
import { Facts } from '../../shared/facts.tsx';
import { Icon } from '../../shared/icon.tsx';
import { PageText } from '../../shared/page-text.tsx';

/**
 * A number in a text that was pasted: the card of the popup, without what only a page can tell. `ordinal` is its mark in the
 * text.
 */
export function ReadCard(props: {
  t: Translate;
  /** Once in the document. */
  id: string;
  ordinal: number;
  match: Match;
  /** The number that was copied last. */
  copied: string | null;
  copy: (number: string) => Promise<void>;
  open: (url: string) => void;
}) {
  const { t, id, ordinal, match, copied, copy, open } = props;
  const { queryPage, reasons, authority, absence } = explain(match);
  const number = match.canonical ?? match.raw;
  const copyName = t(copied === number ? 'copied' : 'copy');
  return (
    <article class={`card ${match.status}`} aria-labelledby={id}>
      <header>
        <h3>
          {ordinal}. {kindText(t, match)}
        </h3>
        <StatusBadge t={t} status={match.status} formKnown={!reasons.some(({ code }) => code === 'form-unknown')} />
      </header>
      <div class="number-line">
        <p class="number" id={id}>
          <PageText text={number} />
        </p>
        <button
          type="button"
          class="bare"
          title={copyName}
          aria-label={copyName}
          aria-describedby={id}
          onClick={() => void copy(number)}
        >
          <Icon shape={copied === number ? 'done' : 'copy'} />
        </button>
      </div>
      <MainFacts t={t} number={match} />
      <ProblemList t={t} status={match.status} reasons={reasons} />
      {queryPage === null ? null : (
        <div class="actions">
          <button type="button" aria-describedby={id} onClick={() => void copy(number).then(() => open(queryPage))}>
            <Icon shape="open" />
            {t('look_up')}
          </button>
        </div>
      )}
      <details class="about">
        <summary>{t('about')}</summary>
        {match.status === 'unofficial' ? null : <p>{kindAboutText(t, match.kind)}</p>}
        <Absence t={t} absence={absence} />
        <Facts t={t} rows facts={[{ name: 'fact_authority', value: authority?.[languageOf(t)] ?? null }]} />
      </details>
    </article>
  );
}
