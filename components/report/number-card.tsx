import { explain } from '../../lib/icp/explain.ts';
import type { Finding } from '../../lib/icp/finding.ts';
import { kindText } from '../../lib/texts/kind-texts.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { Icon } from '../shared/icon.tsx';
import { PageText } from '../shared/page-text.tsx';
import { AboutNumber } from './about-number.tsx';
import { MainFacts } from './main-facts.tsx';
import { ProblemList } from './problem-list.tsx';
import { StatusBadge } from './status-badge.tsx';

/** What a reader can have done with a number. */
export type NumberActions = {
  /** Copies a number. */
  copy: (finding: Finding) => void;
  /** Scrolls to a number on the page and marks it; null where no page is at hand. */
  show: ((finding: Finding) => void) | null;
  /** Copies a number and opens the query page of its authority. */
  lookUp: (finding: Finding, url: string) => void;
};

/** A number as it is shown, copied and looked up: in its normal form, else as the page writes it. */
export function shownNumber({ number }: Finding): string {
  return number.canonical ?? number.raw;
}

/**
 * A number found on the page: what it is, what its form says about it, and what can be done with it. `id` is that of the
 * number's element, once in the document.
 *
 * Why not `useId`: Preact 11.2 gives the same id twice where a card is put in between others.
 */
export function NumberCard(props: {
  t: Translate;
  id: string;
  finding: Finding;
  copied: boolean;
  actions: NumberActions;
}) {
  const { t, id, finding, copied, actions } = props;
  const { number, hidden } = finding;
  const show = hidden ? null : actions.show;
  const { queryPage: page, reasons } = explain(number);
  return (
    <article class={`card ${number.status}`} aria-labelledby={id}>
      <header>
        <h3>{kindText(t, number)}</h3>
        <StatusBadge t={t} status={number.status} formKnown={!reasons.some(({ code }) => code === 'form-unknown')} />
      </header>
      <div class="number-line">
        <p class="number" id={id}>
          <PageText text={shownNumber(finding)} />
        </p>
        <button
          type="button"
          class="bare"
          title={t(copied ? 'copied' : 'copy')}
          aria-label={t(copied ? 'copied' : 'copy')}
          aria-describedby={id}
          onClick={() => actions.copy(finding)}
        >
          <Icon shape={copied ? 'done' : 'copy'} />
        </button>
      </div>
      <MainFacts t={t} number={number} />
      <ProblemList t={t} status={number.status} reasons={reasons} />
      <div class="actions">
        {show === null ? null : (
          <button type="button" aria-describedby={id} onClick={() => show(finding)}>
            <Icon shape="show" />
            {t('show')}
          </button>
        )}
        {page === null ? null : (
          <button type="button" aria-describedby={id} onClick={() => actions.lookUp(finding, page)}>
            <Icon shape="open" />
            {t('look_up')}
          </button>
        )}
      </div>
      <AboutNumber t={t} finding={finding} />
    </article>
  );
}
