import './audit-page.css';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { type BulkAudit, unreachedStates } from '../../../lib/audits/bulk-audit.ts';
import type { Entry } from '../../../lib/audits/entry.ts';
import type { EntrySort } from '../../../lib/audits/entry-table.ts';
import { type EntryFilter, noFilter } from '../../../lib/audits/filter-entries.ts';
import type { LiveAudit } from '../../../lib/audits/live-audit.ts';
import { countText, momentText } from '../../../lib/texts/amount-texts.ts';
import type { TextKey } from '../../../lib/texts/language/translate.ts';
import { PageText } from '../../shared/page-text.tsx';
import { Banner } from '../shared/banner.tsx';
import { PageRight } from '../shared/page-permission.tsx';
import type { PageProps } from '../shared/page-props.ts';
import { hrefOf } from '../shared/route.ts';
import { useIdle } from '../shared/use-idle.ts';
import { useLoaded } from '../shared/use-loaded.ts';
import { ColumnMenu } from '../table/column-menu.tsx';
import { type ColumnId, columnIds, columnOf, columnsOf } from '../table/entry-columns.tsx';
import { EntryGrid } from '../table/entry-grid.tsx';
import { rowsOf } from '../table/grid-rows.ts';
import { AgainActions } from './again-actions.tsx';
import { AuditCharts } from './audit-charts.tsx';
import { ChangeSummary } from './change-summary.tsx';
import { EntryDetail } from './entry-detail.tsx';
import { ExportBar } from './export-bar.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { useAudit } from './use-audit.ts';

/** One audit: how far it is, its sites as a table and as charts, and what to take away. */
export function AuditPage({ id, ...common }: PageProps & { id: string }) {
  const { t, api } = common;
  const followed = useAudit(api.audits, id);
  const loadColumns = useCallback(async () => ({ ids: await api.columns.read() }), [api]);
  const [chosen] = useLoaded(loadColumns);
  switch (followed.state) {
    case 'loading':
      return <p role="status">{t('workspace_loading')}</p>;
    case 'gone':
      return (
        <Banner sort="note">
          <p>{t('workspace_audit_gone')}</p>
          <a href={hrefOf({ section: 'audits', audit: null })}>{t('workspace_audits')}</a>
        </Banner>
      );
    case 'there':
      if (chosen === null) return <p role="status">{t('workspace_loading')}</p>;
      return <KnownAudit {...common} {...followed} columnsBefore={chosen.ids} />;
  }
}

/** The ways to look at the sites of an audit. */
const views = ['table', 'charts'] as const;
type View = (typeof views)[number];

const viewNames: Record<View, TextKey> = { table: 'workspace_view_table', charts: 'workspace_view_charts' };

/** The order in which sites were asked for, and in which the table has them at hand. */
const byPlace: EntrySort = { column: 'place', descending: false };

/** `columnsBefore`: the columns that were chosen last; null for none. */
function KnownAudit(
  props: PageProps & {
    audit: BulkAudit;
    before: BulkAudit | null;
    live: LiveAudit;
    turn: number;
    columnsBefore: readonly string[] | null;
  },
) {
  const { audit, before, live, turn, columnsBefore, ...common } = props;
  const { t, api } = common;
  const [filter, setFilter] = useState<EntryFilter>(noFilter);
  const [sort, setSort] = useState(byPlace);
  const [columns, setColumns] = useState(() => columnsOf(audit, columnsBefore));
  const [grouped, setGrouped] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [opened, setOpened] = useState<number | null>(null);
  const [view, setView] = useState<View>('table');

  // `turn` tells that the table has changed.
  const shown = useMemo(() => live.table.select(filter, sort), [live, turn, filter, sort]);
  // Charts need no order, and going through a hundred thousand in another than they are kept in takes ten times as long.
  const isCounted = view === 'charts';
  const counted = useMemo(() => (isCounted ? live.table.select(filter, byPlace) : []), [live, turn, filter, isCounted]);
  const rows = useMemo(() => rowsOf(shown, grouped ? live.holders : null), [live, shown, grouped]);
  // What people may ask next is ready by then: an order for each column, and what is searched.
  useIdle(useCallback(() => live.prepare(columns.flatMap((id) => columnOf(id).sort ?? [])), [live, columns]));
  const entry = opened === null ? null : live.at(opened);
  // Most often nothing is picked, and there may be a hundred thousand to look through.
  const picked = useMemo(
    () => (chosen.size === 0 ? [] : shown.filter(({ place }) => chosen.has(place))),
    [shown, chosen],
  );
  const progress = live.progress(api.now());
  const all = shown.length > 0 && picked.length === shown.length;
  const pickAll = useCallback(() => setChosen(new Set(all ? [] : shown.map(({ place }) => place))), [all, shown]);
  const chooseColumns = useCallback(
    (next: readonly ColumnId[]) => {
      setColumns(next);
      void api.columns.save(next);
    },
    [api],
  );
  const open = useCallback(({ place }: Entry) => setOpened(place), []);

  return (
    <>
      <div class="heading">
        <div>
          <p class="soft">
            <a href={hrefOf({ section: 'audits', audit: null })}>{t('workspace_audits')}</a>
          </p>
          <h1>
            <PageText text={audit.name} />
          </h1>
          <p class="soft">{momentText(t, audit.createdAt)}</p>
        </div>
        <AgainActions
          t={t}
          api={api}
          audit={audit}
          unreached={unreachedStates.reduce((sum, state) => sum + progress.counts[state], 0)}
        />
      </div>
      <ProgressPanel
        t={t}
        audit={audit}
        before={before}
        progress={progress}
        isLeader={api.audits.isLeader()}
        isStopped={api.audits.isStopped(audit.id)}
        onState={(state) => void api.audits.setState(audit.id, state)}
      />
      {progress.ended < progress.size || progress.counts['not-allowed'] > 0 ? (
        <PageRight t={t} pages={api.pages} />
      ) : null}
      <ChangeSummary
        t={t}
        audit={audit}
        progress={progress}
        onShow={() => {
          setFilter({ ...noFilter, changes: ['changed'] });
          setColumns(columnIds.filter((id) => id === 'changes' || columns.includes(id)));
          setView('table');
        }}
      />
      <div class="tools">
        <fieldset class="switch">
          <legend class="unseen">{t('workspace_view')}</legend>
          {views.map((each) => (
            <label key={each}>
              <input type="radio" name="view" checked={view === each} onChange={() => setView(each)} />
              <span>{t(viewNames[each])}</span>
            </label>
          ))}
        </fieldset>
        <ExportBar
          t={t}
          count={picked.length > 0 ? picked.length : shown.length}
          isPicked={picked.length > 0}
          hasChanges={progress.changes.compared > 0}
          files={api.files}
          onSave={(format) => api.audits.save(format, audit, picked.length > 0 ? picked : shown)}
        />
      </div>
      <FilterBar t={t} filter={filter} onFilter={setFilter} />
      <div class="tools">
        <p role="status" class="soft">
          {t('workspace_shown', countText(t, shown.length), countText(t, audit.size))}
          {view === 'table' ? ` ${t('workspace_keys')}` : null}
          {picked.length > 0 ? ` ${t('workspace_picked', countText(t, picked.length))}` : null}
        </p>
        {view === 'table' ? (
          <div class="actions">
            <label class="toggle">
              <input
                type="checkbox"
                checked={grouped}
                onChange={({ currentTarget }) => setGrouped(currentTarget.checked)}
              />
              {t('workspace_group')}
            </label>
            <ColumnMenu t={t} columns={columns} onColumns={chooseColumns} />
          </div>
        ) : null}
      </div>
      {isCounted ? (
        <AuditCharts
          t={t}
          entries={counted}
          onFilter={(change) => {
            setFilter({ ...filter, ...change });
            setView('table');
          }}
        />
      ) : (
        <EntryGrid
          t={t}
          name={t('workspace_sites_of', audit.name)}
          rows={rows}
          columns={columns}
          sort={sort}
          onSort={setSort}
          chosen={chosen}
          onChosen={setChosen}
          all={all}
          onAll={pickAll}
          onOpen={open}
        />
      )}
      {entry === null ? null : <EntryDetail {...common} entry={entry} audit={audit} onClose={() => setOpened(null)} />}
    </>
  );
}
