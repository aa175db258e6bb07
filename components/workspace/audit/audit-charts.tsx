import './audit-charts.css';
import { useMemo } from 'preact/hooks';
import { countEntries } from '../../../lib/audits/chart-entries.ts';
import type { Entry } from '../../../lib/audits/entry.ts';
import type { EntryFilter } from '../../../lib/audits/filter-entries.ts';
import { entryStates } from '../../../lib/audits/live-audit.ts';
import { outcomes } from '../../../lib/checks/outcome.ts';
import { countText } from '../../../lib/texts/amount-texts.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { overallTexts } from '../../../lib/texts/outcome-texts.ts';
import { entryStateText } from '../../../lib/texts/page-outcome-texts.ts';
import { provinceText } from '../../../lib/texts/part-texts.ts';
import { BarChart } from './bar-chart.tsx';

/** The sites that are shown, as bars: how reading them ended, what their checks came to, their provinces. */
export function AuditCharts(props: {
  t: Translate;
  entries: readonly Entry[];
  /** Shows only the sites behind a bar. */
  onFilter: (change: Partial<EntryFilter>) => void;
}) {
  const { t, entries, onFilter } = props;
  const counts = useMemo(() => countEntries(entries), [entries]);
  return (
    <div class="charts">
      <BarChart
        t={t}
        caption={t('workspace_chart_endings')}
        head={t('column_ending')}
        bars={entryStates.flatMap((state) => {
          const count = counts.endings.get(state);
          const onChoose = (): void => onFilter({ endings: [state] });
          return count === undefined
            ? []
            : [{ key: state, label: entryStateText(t, state), count, look: state, onChoose }];
        })}
      />
      <BarChart
        t={t}
        caption={t('workspace_chart_outcomes')}
        head={t('column_worst')}
        bars={outcomes.flatMap((outcome) => {
          const count = counts.outcomes.get(outcome);
          const onChoose = (): void => onFilter({ outcomes: [outcome] });
          return count === undefined
            ? []
            : [{ key: outcome, label: t(overallTexts[outcome]), count, look: outcome, onChoose }];
        })}
        note={counts.notRead === 0 ? null : t('workspace_chart_unjudged', countText(t, counts.notRead))}
      />
      <BarChart
        t={t}
        caption={t('workspace_chart_provinces')}
        head={t('column_province')}
        bars={[...counts.provinces]
          .toSorted(([a, many], [b, more]) => more - many || a.localeCompare(b))
          .map(([code, count]) => ({
            key: code,
            label: provinceText(t, code),
            count,
            look: 'province',
            onChoose: () => onFilter({ provinces: [code] }),
          }))}
        note={counts.provinces.size === 0 ? null : t('workspace_chart_nowhere', countText(t, counts.withoutProvince))}
      />
    </div>
  );
}
