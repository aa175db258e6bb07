import { type AnswerCode, answers, type Outcome, outcomes } from '../../lib/audit/checks.ts';
import { type EntryFilter, type KindChoice, noFilter } from '../../lib/audit/filter-entries.ts';
import { entryStates } from '../../lib/audit/live-audit.ts';
import type { PlainKind, Status } from '../../lib/icp/number.ts';
import { provinces } from '../../lib/icp/provinces.ts';
import { answerTexts } from '../../lib/words/answer-texts.ts';
import { kindName } from '../../lib/words/kind-texts.ts';
import { overallTexts } from '../../lib/words/outcome-texts.ts';
import { statusTexts } from '../../lib/words/status-texts.ts';
import { languageOf, type Translate } from '../../lib/words/translate.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import { entryStateName } from './entry-state-name.ts';

const plainKinds = ['icp-filing', 'icp-licence', 'telecom-licence', 'psb-filing'] as const satisfies PlainKind[];
const statuses = ['valid', 'suspect', 'malformed', 'placeholder', 'unofficial'] as const satisfies Status[];
/** An entry keeps only what asks for a look. */
const grave: ReadonlySet<Outcome> = new Set(['fail', 'warn']);

/** Which sites are shown. */
export function FilterBar(props: { t: Translate; filter: EntryFilter; onFilter: (filter: EntryFilter) => void }) {
  const { t, filter, onFilter } = props;
  const set = (change: Partial<EntryFilter>): void => onFilter({ ...filter, ...change });
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
          onInput={({ currentTarget }) => set({ text: currentTarget.value })}
        />
      </label>
      <ChoiceMenu
        label={t('column_ending')}
        options={entryStates.map((value) => ({ value, label: entryStateName(t, value) }))}
        chosen={filter.endings}
        onChosen={(endings) => set({ endings })}
      />
      <ChoiceMenu<KindChoice>
        label={t('column_kind')}
        options={[
          ...plainKinds.map((value) => ({ value, label: kindName(t, { kind: value, status: 'valid' }) })),
          { value: 'permit', label: t('workspace_kind_permit') },
        ]}
        chosen={filter.kinds}
        onChosen={(kinds) => set({ kinds })}
      />
      <ChoiceMenu
        label={t('column_province')}
        options={[...provinces.values()].map((province) => ({
          value: province.code,
          label: province[languageOf(t)],
        }))}
        chosen={filter.provinces}
        onChosen={(provinces) => set({ provinces })}
      />
      <ChoiceMenu
        label={t('column_status')}
        options={statuses.map((value) => ({ value, label: t(statusTexts[value]) }))}
        chosen={filter.statuses}
        onChosen={(statuses) => set({ statuses })}
      />
      <ChoiceMenu
        label={t('column_worst')}
        options={outcomes.map((value) => ({ value, label: t(overallTexts[value]) }))}
        chosen={filter.outcomes}
        onChosen={(outcomes) => set({ outcomes })}
      />
      <ChoiceMenu
        label={t('column_answers')}
        options={graveAnswers().map((value) => ({ value, label: t(answerTexts[value][0]) }))}
        chosen={filter.answers}
        onChosen={(answers) => set({ answers })}
      />
      {isOn ? (
        <button type="button" onClick={() => onFilter(noFilter)}>
          {t('workspace_filters_clear')}
        </button>
      ) : null}
    </div>
  );
}

function graveAnswers(): AnswerCode[] {
  return Object.keys(answers)
    .filter(isAnswer)
    .filter((code) => grave.has(answers[code].outcome));
}

function isAnswer(code: string): code is AnswerCode {
  return Object.hasOwn(answers, code);
}
