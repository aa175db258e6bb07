import type { Finding } from '../lib/icp/finding.ts';
import { FindingSection } from './finding-section.tsx';
import { Icon } from './icon.tsx';
import { NoneFound } from './none-found.tsx';
import type { NumberActions } from './number-card.tsx';
import type { Translate } from './texts.ts';

/** The numbers of a page that was read: its own first, then those it mentions, then those nobody sees. */
export function NumbersPage(props: {
  t: Translate;
  findings: Finding[];
  capped: boolean;
  copied: string | null;
  actions: NumberActions;
}) {
  const { t, findings, capped, copied, actions } = props;
  const shown = findings.filter(({ hidden }) => !hidden);
  const claims = shown.filter(({ role }) => role === 'claim');
  const common = { t, copied, actions };
  return (
    <>
      {capped ? (
        <p class="capped">
          <Icon shape="note" />
          {t('capped')}
        </p>
      ) : null}
      {claims.length === 0 ? <NoneFound t={t} /> : null}
      <FindingSection {...common} heading="claims" meaning={null} quiet={false} findings={claims} />
      <FindingSection
        {...common}
        heading="mentions"
        meaning="mentions_meaning"
        quiet
        findings={shown.filter(({ role }) => role === 'mention')}
      />
      <FindingSection
        {...common}
        heading="hidden"
        meaning="hidden_meaning"
        quiet
        findings={findings.filter(({ hidden }) => hidden)}
      />
    </>
  );
}
