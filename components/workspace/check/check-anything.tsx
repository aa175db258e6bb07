import './check-anything.css';
import { useMemo, useState } from 'preact/hooks';
import { countText } from '../../../lib/texts/amount-texts.ts';
import type { PageProps } from '../shared/page-props.ts';
import { MarkedText } from './marked-text.tsx';
import { ReadCard } from './read-card.tsx';

/** Cards that are shown; a text may hold thousands of numbers. */
const maxCards = 200;

/** A place to paste a number or a whole contract: every number in it is marked, read and judged as it is typed. */
export function CheckAnything({ t, api, copy, copied }: PageProps) {
  const [text, setText] = useState('');
  const matches = useMemo(() => api.findNumbers(text), [api, text]);
  return (
    <>
      <div class="heading">
        <h1>{t('workspace_check')}</h1>
      </div>
      <section class="panel">
        <label for="pasted">{t('workspace_check_label')}</label>
        <textarea
          id="pasted"
          rows={6}
          spellcheck={false}
          value={text}
          placeholder="京ICP备2021018374号-1"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <p class="soft">{t('workspace_check_meaning')}</p>
        <p role="status">
          {text.trim() === ''
            ? null
            : matches.length === 0
              ? t('workspace_check_none')
              : t('workspace_check_found', countText(t, matches.length))}
        </p>
      </section>
      {matches.length === 0 ? null : (
        <div class="checked">
          <section class="panel">
            <h2>{t('workspace_check_text')}</h2>
            <MarkedText text={text} matches={matches} />
          </section>
          <section class="findings">
            <h2>
              {t('workspace_check_numbers')} <span class="count">{countText(t, matches.length)}</span>
            </h2>
            <ol>
              {matches.slice(0, maxCards).map((match, place) => (
                <li key={`${match.start} ${place}`}>
                  <ReadCard
                    t={t}
                    id={`read-${place}`}
                    ordinal={place + 1}
                    match={match}
                    copied={copied}
                    copy={copy}
                    open={api.openPage}
                  />
                </li>
              ))}
            </ol>
            {matches.length > maxCards ? <p class="soft">{t('list_more', matches.length - maxCards)}</p> : null}
          </section>
        </div>
      )}
    </>
  );
}
