import './report-view.css';
import type { SiteReport } from '../../../lib/checks/site-report.ts';
import type { Finding } from '../../../lib/icp/finding.ts';
import { shownNumber } from '../../report/number-card.tsx';
import { NumbersPage } from '../../report/numbers-page.tsx';
import type { PageProps } from './page-props.ts';

/** A report as the popup shows it: the checks that fail or warn, the numbers, the other checks. */
export function ReportView({ t, api, copy, copied, report }: PageProps & { report: SiteReport }) {
  const actions = {
    copy: (finding: Finding) => void copy(shownNumber(finding)),
    show: null,
    lookUp: (finding: Finding, url: string) => void copy(shownNumber(finding)).then(() => api.openPage(url)),
  };
  const servers = {
    requestPermission: () => void api.servers.requestPermission(),
    removePermission: () => void api.servers.removePermission(),
    reload: () => api.openPage(report.url),
  };
  return (
    <div class="report">
      <NumbersPage t={t} report={report} copied={copied} actions={actions} servers={servers} />
    </div>
  );
}
