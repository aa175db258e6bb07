import type { Finding } from '../lib/icp/finding.ts';
import { type NumberActions, NumberCard } from './number-card.tsx';
import type { TextKey, Translate } from './texts.ts';

/** Numbers of one sort under a heading, `meaning` below it; nothing where there are none. `quiet`: not the site's own. */
export function FindingSection(props: {
  t: Translate;
  heading: TextKey;
  meaning: TextKey | null;
  quiet: boolean;
  findings: Finding[];
  copied: Finding | null;
  actions: NumberActions;
}) {
  const { t, heading, meaning, quiet, findings, copied, actions } = props;
  if (findings.length === 0) return null;
  return (
    <section class={quiet ? 'findings quiet' : 'findings'}>
      <h2>
        {t(heading)} <span class="count">{findings.length}</span>
      </h2>
      {meaning === null ? null : <p class="meaning">{t(meaning)}</p>}
      <ul>
        {findings.map((finding) => (
          <li class="finding" key={`${finding.block}:${finding.number.start}`}>
            <NumberCard t={t} finding={finding} copied={finding === copied} actions={actions} />
          </li>
        ))}
      </ul>
    </section>
  );
}
