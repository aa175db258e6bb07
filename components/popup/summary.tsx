import './summary.css';
import { readPageAddress } from '../../lib/checks/page-address.ts';
import type { TabReport } from '../../lib/checks/site-report.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { PageText } from '../shared/page-text.tsx';
import { Sentence } from '../shared/sentence.tsx';
import { pageSentence } from './page-sentence.ts';

/** The popup's header: the page in one sentence, and its name. Screen readers announce changes. */
export function Summary({ t, tabReport }: { t: Translate; tabReport: TabReport }) {
  return (
    <header class="summary">
      <img src="/icons/icon.svg" alt="" width="28" height="28" />
      <div role="status">
        <h1>{sentence(t, tabReport)}</h1>
        <PageName t={t} url={'url' in tabReport ? tabReport.url : ''} />
      </div>
    </header>
  );
}

function sentence(t: Translate, tabReport: TabReport): string {
  switch (tabReport.state) {
    case 'scanning':
      return t('summary_scanning');
    case 'blocked':
      return t('summary_blocked');
    case 'failed':
      return t('summary_failed');
    case 'done':
      return pageSentence(t, tabReport);
  }
}

/** The name of a page: its host, or the name of its file; nothing where the address has neither. */
function PageName({ t, url }: { t: Translate; url: string }) {
  const { sort, name } = readPageAddress(url);
  if (name === '') return null;
  const text = <PageText text={name} />;
  return <p class="host">{sort === 'file' ? <Sentence t={t} text="local_file" parts={[text]} /> : text}</p>;
}
