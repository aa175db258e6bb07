import './change-list.css';
import type { Change } from '../../../lib/audits/compare-reports.ts';
import { momentText } from '../../../lib/texts/amount-texts.ts';
import { changeText } from '../../../lib/texts/change-texts.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { reportTexts } from '../../../lib/texts/report-texts.ts';
import { PageText } from '../../shared/page-text.tsx';

/** What changed on a site since its report before (`since`, ISO 8601). */
export function ChangeList({ t, changes, since }: { t: Translate; changes: readonly Change[]; since: string }) {
  if (changes.length === 0) return <p class="soft">{t('workspace_unchanged', momentText(t, since))}</p>;
  const words = reportTexts(t);
  return (
    <>
      <p class="soft">{t('workspace_changed', momentText(t, since))}</p>
      <ul class="changes">
        {changes.map((change) => {
          const { what, subject, before, after } = changeText(words, change);
          // The names of checks are words of ours, and are never cut.
          const isOurs = 'check' in change || 'checks' in change;
          const told = [before, after].filter((each) => each !== null && each !== subject);
          return (
            <li key={JSON.stringify(change)}>
              <b>{what}</b>
              {subject === null ? null : <>: {isOurs ? subject : <PageText text={subject} />}</>}
              {told.length === 0 ? null : (
                <span class="from-to">
                  {before === null ? null : (
                    <del>
                      <PageText text={before} />
                    </del>
                  )}
                  {after === null ? null : (
                    <ins>
                      <PageText text={after} />
                    </ins>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
