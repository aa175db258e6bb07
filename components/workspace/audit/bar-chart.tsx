import './bar-chart.css';
import { countText } from '../../../lib/texts/amount-texts.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';

/** A bar: what it counts, how many, and what happens when it is chosen. `look` is a class that colours it. */
export type Bar = { key: string; label: string; count: number; look: string; onChoose: () => void };

/** Counts as bars, with the numbers beside them: a table, so that it reads as one where bars cannot be seen. */
export function BarChart(props: {
  t: Translate;
  caption: string;
  /** Heads of the two columns. */
  head: string;
  bars: readonly Bar[];
  /** What the bars leave out, so that they do not add up; null for nothing. */
  note?: string | null;
}) {
  const { t, caption, head, bars, note = null } = props;
  const most = bars.reduce((most, { count }) => Math.max(most, count), 1);
  return (
    <section class="panel chart">
      <table>
        <caption>{caption}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t('workspace_sites')}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, label, count, look, onChoose }) => (
            <tr key={key}>
              <th scope="row">
                <button type="button" class="plain" title={t('workspace_chart_filter')} onClick={onChoose}>
                  {label}
                </button>
              </th>
              <td>
                <svg
                  class={`bar-mark ${look}`}
                  style={{ inlineSize: `${(count / most) * 100}%` }}
                  viewBox="0 0 1 1"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <rect width="1" height="1" />
                </svg>
                <span class="bar-value">{countText(t, count)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {bars.length === 0 ? <p class="soft">{t('workspace_chart_none')}</p> : null}
      {note === null ? null : <p class="soft">{note}</p>}
    </section>
  );
}
