import './check-list.css';
import type { Check } from '../../lib/checks/catalogue.ts';
import { asksForLook, type Outcome } from '../../lib/checks/outcome.ts';
import type { SiteReport } from '../../lib/checks/site-report.ts';
import { isOwn } from '../../lib/icp/finding.ts';
import type { TextKey, Translate } from '../../lib/texts/language/translate.ts';
import { LongList } from '../shared/long-list.tsx';
import { CheckRow } from './check-row.tsx';
import type { ServerActions } from './server-switch.tsx';

type Props = { t: Translate; report: SiteReport; servers: ServerActions };

/** Lines above the numbers, which are what the popup is about; with more, the rest is closed. */
const maxRows = 4;

/** The checks that ask for a look, worst first; nothing where there are none. */
export function ChecksToLookInto({ t, report, servers }: Props) {
  const checks = report.checks.filter(asksForLook);
  if (checks.length === 0) return null;
  const first = checks.length > maxRows ? maxRows - 1 : checks.length;
  return (
    <section class="checks">
      <Heading t={t} text="checks_attention" count={checks.length} />
      <Rows t={t} report={report} servers={servers} checks={checks.slice(0, first)} />
      {first === checks.length ? null : (
        <details class="rest">
          <summary>{t('checks_more', checks.length - first)}</summary>
          <Rows t={t} report={report} servers={servers} checks={checks.slice(first)} />
        </details>
      )}
    </section>
  );
}

/** The other checks, in two closed groups: what could not be told, and what is in order. */
export function OtherChecks({ t, report, servers }: Props) {
  const groups = [
    { outcome: 'unknown', heading: 'checks_unknown' },
    { outcome: 'pass', heading: 'checks_pass' },
  ] as const satisfies { outcome: Outcome; heading: TextKey }[];
  // Whether a number is needed at all is then the question, and its answer should not have to be looked for.
  const open = !report.findings.some(isOwn);
  return (
    <>
      {groups.map(({ outcome, heading }) => {
        const checks = report.checks.filter((check) => check.outcome === outcome);
        return checks.length === 0 ? null : (
          <details class="checks" key={outcome} open={open}>
            <summary>
              <Heading t={t} text={heading} count={checks.length} />
            </summary>
            <Rows t={t} report={report} servers={servers} checks={checks} />
          </details>
        );
      })}
    </>
  );
}

function Heading({ t, text, count }: { t: Translate; text: TextKey; count: number }) {
  return (
    <h2>
      {t(text)} <span class="count">{count}</span>
    </h2>
  );
}

function Rows({ t, report, servers, checks }: Props & { checks: readonly Check[] }) {
  const alone = checks.length === 1 && !report.findings.some(isOwn);
  return (
    <LongList
      t={t}
      items={checks}
      draw={(check) => (
        <li key={`${check.answer} ${check.parts.join(' ')}`}>
          <CheckRow t={t} check={check} findings={report.findings} open={alone} servers={servers} />
        </li>
      )}
    />
  );
}
