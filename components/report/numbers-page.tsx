import './numbers-page.css';
import type { ComponentChildren } from 'preact';
import type { SiteReport } from '../../lib/checks/site-report.ts';
import { isOwn } from '../../lib/icp/finding.ts';
import { cappedText } from '../../lib/texts/capped-text.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { Icon } from '../shared/icon.tsx';
import { ChecksToLookInto, OtherChecks } from './check-list.tsx';
import { FindingSection } from './finding-section.tsx';
import { NoneFound } from './none-found.tsx';
import type { NumberActions } from './number-card.tsx';
import type { ServerActions } from './server-switch.tsx';

/** A remark on how the page was scanned. */
function PageNote({ children }: { children: ComponentChildren }) {
  return (
    <p class="page-note">
      <Icon shape="note" />
      {children}
    </p>
  );
}

/**
 * The report of a page: checks that fail or warn, the site's own numbers, the other checks, then mentioned and hidden numbers.
 */
export function NumbersPage(props: {
  t: Translate;
  report: SiteReport;
  copied: string | null;
  actions: NumberActions;
  servers: ServerActions;
}) {
  const { t, report, copied, actions, servers } = props;
  const { findings, otherFrames } = report;
  const capped = cappedText(t, report);
  const shown = findings.filter(({ hidden }) => !hidden);
  const claims = findings.filter(isOwn);
  const common = { t, copied, actions };
  return (
    <>
      {capped === null ? null : <PageNote>{capped}</PageNote>}
      {otherFrames > 0 ? <PageNote>{t('other_frames', otherFrames)}</PageNote> : null}
      <ChecksToLookInto t={t} report={report} servers={servers} />
      {claims.length === 0 ? <NoneFound t={t} url={report.url} /> : null}
      <FindingSection {...common} heading="claims" meaning={null} quiet={false} findings={claims} />
      <OtherChecks t={t} report={report} servers={servers} />
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
