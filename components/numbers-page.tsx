import type { ComponentChildren } from 'preact';
import { type Finding, isOwn } from '../lib/icp/finding.ts';
import { FindingSection } from './finding-section.tsx';
import { Icon } from './icon.tsx';
import { NoneFound } from './none-found.tsx';
import type { NumberActions } from './number-card.tsx';
import type { Translate } from './texts.ts';

/** A remark on how the page was read. */
function PageNote({ children }: { children: ComponentChildren }) {
  return (
    <p class="page-note">
      <Icon shape="note" />
      {children}
    </p>
  );
}

/** The numbers of a page that was read: its own first, then those it mentions, then those nobody sees. */
export function NumbersPage(props: {
  t: Translate;
  findings: Finding[];
  capped: boolean;
  otherFrames: number;
  copied: string | null;
  actions: NumberActions;
}) {
  const { t, findings, capped, otherFrames, copied, actions } = props;
  const shown = findings.filter(({ hidden }) => !hidden);
  const claims = findings.filter(isOwn);
  const common = { t, copied, actions };
  return (
    <>
      {capped ? <PageNote>{t('capped')}</PageNote> : null}
      {otherFrames > 0 ? <PageNote>{t('other_frames', otherFrames)}</PageNote> : null}
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
