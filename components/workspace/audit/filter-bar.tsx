import './filter-bar.css';
import { useCallback, useMemo } from 'preact/hooks';
import { changeStates, type EntryFilter, noFilter } from '../../../lib/audits/filter-entries.ts';
import { entryStates } from '../../../lib/audits/live-audit.ts';
import { answers } from '../../../lib/checks/catalogue.ts';
import { asksForLook, outcomes } from '../../../lib/checks/outcome.ts';
import { provinces } from '../../../lib/icp/data/provinces.ts';
import { keysOf } from '../../../lib/icp/keys-of.ts';
import { plainKinds } from '../../../lib/icp/number.ts';
import { statuses } from '../../../lib/icp/status.ts';
import { answerTexts } from '../../../lib/texts/answer-texts.ts';
import { changeStateTexts } from '../../../lib/texts/change-state-texts.ts';
import { kindText } from '../../../lib/texts/kind-texts.ts';
import { languageOf, type Translate } from '../../../lib/texts/language/translate.ts';
import { overallTexts } from '../../../lib/texts/outcome-texts.ts';
import { entryStateText } from '../../../lib/texts/page-outcome-texts.ts';
import { statusTexts } from '../../../lib/texts/status-texts.ts';
import { ChoiceMenu } from '../shared/choice-menu.tsx';

/** The answers that an entry keeps: those that ask for a look. */
const keptAnswers = keysOf(answers).filter((code) => asksForLook(answers[code]));

/** Which sites are shown. `onFilter` must stay the same while it means the same. */
export function FilterBar(props: {
  t: Translate;
  filter: EntryFilter;
  onFilter: (change: (filter: EntryFilter) => EntryFilter) => void;
}) {
  const { t, filter, onFilter } = props;
  const menus = useMemo(() => menusOf(t), [t]);
  const { text, ...lists } = filter;
  const isOn = text !== '' || Object.values(lists).some((list) => list.length > 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the element of that role is not known to all browsers that are supported.
    <div class="filters" role="search" aria-label={t('workspace_filters')}>
      <label class="search">
        <span class="unseen">{t('workspace_search')}</span>
        <input
          type="search"
          value={text}
          placeholder={t('workspace_search')}
          onInput={({ currentTarget }) => {
            const text = currentTarget.value;
            onFilter((filter) => ({ ...filter, text }));
          }}
        />
      </label>
      <FilterMenu {...menus.endings} list="endings" filter={filter} onFilter={onFilter} />
      <FilterMenu {...menus.kinds} list="kinds" filter={filter} onFilter={onFilter} />
      <FilterMenu {...menus.provinces} list="provinces" filter={filter} onFilter={onFilter} />
      <FilterMenu {...menus.statuses} list="statuses" filter={filter} onFilter={onFilter} />
      <FilterMenu {...menus.outcomes} list="outcomes" filter={filter} onFilter={onFilter} />
      <FilterMenu {...menus.answers} list="answers" filter={filter} onFilter={onFilter} />
      <FilterMenu {...menus.changes} list="changes" filter={filter} onFilter={onFilter} />
      {isOn ? (
        <button type="button" onClick={() => onFilter(() => noFilter)}>
          {t('workspace_filters_clear')}
        </button>
      ) : null}
    </div>
  );
}

/** What is chosen of a filter's list. */
type Lists = Omit<EntryFilter, 'text'>;

type Menu<List extends keyof Lists> = {
  label: string;
  options: readonly { value: Lists[List][number]; label: string }[];
};

/** A menu of one of the filter's lists. */
function FilterMenu<List extends keyof Lists>(
  props: Menu<List> & {
    list: List;
    filter: EntryFilter;
    onFilter: (change: (filter: EntryFilter) => EntryFilter) => void;
  },
) {
  const { label, options, list, filter, onFilter } = props;
  const choose = useCallback(
    (chosen: readonly Lists[List][number][]) => onFilter((filter) => ({ ...filter, [list]: chosen })),
    [onFilter, list],
  );
  return <ChoiceMenu<Lists[List][number]> label={label} options={options} chosen={filter[list]} onChosen={choose} />;
}

function menusOf(t: Translate): { [List in keyof Lists]: Menu<List> } {
  return {
    endings: {
      label: t('column_ending'),
      options: entryStates.map((value) => ({ value, label: entryStateText(t, value) })),
    },
    kinds: {
      label: t('column_kind'),
      options: [
        ...plainKinds.map((value) => ({ value, label: kindText(t, { kind: value, status: 'valid' }) })),
        { value: 'permit', label: t('workspace_kind_permit') },
      ],
    },
    provinces: {
      label: t('column_province'),
      options: [...provinces.values()].map((province) => ({ value: province.code, label: province[languageOf(t)] })),
    },
    statuses: {
      label: t('column_status'),
      options: statuses.map((value) => ({ value, label: t(statusTexts[value]) })),
    },
    outcomes: {
      label: t('column_worst'),
      options: outcomes.map((value) => ({ value, label: t(overallTexts[value]) })),
    },
    answers: {
      label: t('column_answers'),
      options: keptAnswers.map((value) => ({ value, label: t(answerTexts[value][0]) })),
    },
    changes: {
      label: t('column_changes'),
      options: changeStates.map((value) => ({ value, label: t(changeStateTexts[value]) })),
    },
  };
}
