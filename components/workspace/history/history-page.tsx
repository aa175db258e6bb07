import './history-page.css';
import { useMemo, useState } from 'preact/hooks';
import type { HistorySettings } from '../../../lib/audits/api/history-settings.ts';
import type { StoreLocation } from '../../../lib/audits/api/store-location.ts';
import { countText, momentText } from '../../../lib/texts/amount-texts.ts';
import type { TextKey } from '../../../lib/texts/language/translate.ts';
import { PageText } from '../../shared/page-text.tsx';
import { Banner } from '../shared/banner.tsx';
import { ConfirmButton } from '../shared/confirm-button.tsx';
import type { PageProps } from '../shared/page-props.ts';
import { hrefOf } from '../shared/route.ts';
import { useLoaded } from '../shared/use-loaded.ts';

/** Sites that are named at once; a search finds the others. */
const maxSites = 500;

/** Every site with a history, the one that was read last first. */
export function HistoryPage({ t, api }: PageProps) {
  const [sites, reload] = useLoaded(api.history.sites);
  const [settings] = useLoaded(api.history.settings);
  const [isFull] = useLoaded(api.history.isFull);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(
    () =>
      (sites ?? [])
        .filter(({ site }) => site.includes(search.trim().toLowerCase()))
        .toSorted((a, b) => b.lastReadAt.localeCompare(a.lastReadAt)),
    [sites, search],
  );
  const drop = (which: readonly string[] | 'all'): void => {
    setChosen(new Set());
    void api.history.deleteSites(which).then(reload);
  };
  return (
    <>
      <div class="heading">
        <h1>{t('workspace_history')}</h1>
        {sites === null || sites.length === 0 ? null : (
          <div class="actions">
            {chosen.size === 0 ? null : (
              <ConfirmButton
                t={t}
                question="workspace_delete_chosen_question"
                answer="workspace_delete"
                onConfirm={() => drop([...chosen])}
              >
                {t('workspace_delete_chosen', countText(t, chosen.size))}
              </ConfirmButton>
            )}
            <ConfirmButton
              t={t}
              question="workspace_delete_all_question"
              answer="workspace_delete"
              onConfirm={() => drop('all')}
            >
              {t('workspace_delete_all')}
            </ConfirmButton>
          </div>
        )}
      </div>
      {isFull === true ? <Banner sort="bad">{t('workspace_history_full')}</Banner> : null}
      <p class="soft">
        {settings === null ? null : t(aboutHistory(api.store, settings))}{' '}
        <a href={hrefOf({ section: 'settings' })}>{t('workspace_settings')}</a>
      </p>
      {sites === null ? null : sites.length === 0 ? (
        <section class="panel empty">
          <p>{t('workspace_history_none')}</p>
        </section>
      ) : (
        <>
          <label class="search">
            <span class="unseen">{t('workspace_search_sites')}</span>
            <input
              type="search"
              value={search}
              placeholder={t('workspace_search_sites')}
              onInput={({ currentTarget }) => setSearch(currentTarget.value)}
            />
          </label>
          <ul class="panel lines sites">
            {found.slice(0, maxSites).map(({ site, visits, lastReadAt }) => (
              <li key={site}>
                <input
                  type="checkbox"
                  aria-label={t('workspace_pick', site)}
                  checked={chosen.has(site)}
                  onChange={() => {
                    const next = new Set(chosen);
                    if (!next.delete(site)) next.add(site);
                    setChosen(next);
                  }}
                />
                <a class="title" href={hrefOf({ section: 'history', site })}>
                  <PageText text={site} />
                </a>
                <span class="soft">{t('workspace_reports_count', countText(t, visits))}</span>
                <time class="soft" dateTime={lastReadAt}>
                  {momentText(t, lastReadAt)}
                </time>
              </li>
            ))}
          </ul>
          {found.length > maxSites ? <p class="soft">{t('list_more', countText(t, found.length - maxSites))}</p> : null}
        </>
      )}
    </>
  );
}

/** What there is in the history. */
function aboutHistory({ kind }: StoreLocation, { keepVisits }: HistorySettings): TextKey {
  if (kind === 'memory') return 'workspace_history_private';
  return keepVisits ? 'workspace_history_on' : 'workspace_history_off';
}
