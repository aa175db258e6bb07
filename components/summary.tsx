import type { TabReport } from '../lib/audit/site-report.ts';
import type { Translate } from '../lib/words/translate.ts';
import { pageSentence } from './page-sentence.ts';
import { PageText } from './page-text.tsx';

/** The popup's first line: what the page holds, in words, and whose page it is. Read out when it changes. */
export function Summary({ t, state }: { t: Translate; state: TabReport }) {
  return (
    <header class="summary">
      <img src="/icons/icon.svg" alt="" width="28" height="28" />
      <div role="status">
        <h1>{sentence(t, state)}</h1>
        {state.state === 'done' ? <p class="host">{<PageText text={hostOf(state.url)} />}</p> : null}
      </div>
    </header>
  );
}

function sentence(t: Translate, state: TabReport): string {
  switch (state.state) {
    case 'scanning':
      return t('summary_scanning');
    case 'blocked':
      return t('summary_blocked');
    case 'failed':
      return t('summary_failed');
    case 'done':
      return pageSentence(t, state);
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
