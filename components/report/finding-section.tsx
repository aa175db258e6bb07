import './finding-section.css';
import type { Finding } from '../../lib/icp/finding.ts';
import type { TextKey, Translate } from '../../lib/texts/language/translate.ts';
import { LongList } from '../shared/long-list.tsx';
import { type NumberActions, NumberCard, shownNumber } from './number-card.tsx';

/** Numbers of one sort under a heading, `meaning` below it; nothing where there are none. `quiet`: not the site's own. */
export function FindingSection(props: {
  t: Translate;
  heading: TextKey;
  meaning: TextKey | null;
  quiet: boolean;
  findings: Finding[];
  copied: string | null;
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
      <LongList
        t={t}
        items={keyed(findings)}
        renderItem={([key, finding], place) => (
          <li class="finding" key={key}>
            <NumberCard
              t={t}
              id={`${heading}-${place}`}
              finding={finding}
              copied={shownNumber(finding) === copied}
              actions={actions}
            />
          </li>
        )}
      />
    </section>
  );
}

// Keys come from the numbers, not from their blocks: a new scan gives the blocks new ids, and a card that is in use (focused,
// opened) has to stay.
function keyed(findings: Finding[]): [string, Finding][] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = `${finding.number.kind} ${shownNumber(finding)}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return [`${name} ${before}`, finding];
  });
}
