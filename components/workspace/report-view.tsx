import './report-view.css';
import type { SiteReport } from '../../lib/audit/site-report.ts';
import type { Finding } from '../../lib/icp/finding.ts';
import { shownNumber } from '../number-card.tsx';
import { NumbersPage } from '../numbers-page.tsx';
import type { PageProps } from './workspace.tsx';

/** A report as the popup shows it: what to look into, the numbers, the other checks. */
export function ReportView({ t, deeds, copy, copied, report }: PageProps & { report: SiteReport }) {
  const actions = {
    copy: (finding: Finding) => void copy(shownNumber(finding)),
    show: null,
    lookUp: (finding: Finding, url: string) => void copy(shownNumber(finding)).then(() => deeds.open(url)),
  };
  const servers = {
    ask: () => void deeds.servers.ask(),
    stop: () => void deeds.servers.stop(),
    reload: () => deeds.open(report.url),
  };
  return (
    <div class="report">
      <NumbersPage t={t} report={report} copied={copied} actions={actions} servers={servers} />
    </div>
  );
}
