import { render } from 'preact';
import { expect, test } from 'vitest';
import { pageOutcomeStates } from '../../../lib/audits/entry.ts';
import { changeStates, noFilter } from '../../../lib/audits/filter-entries.ts';
import { outcomes } from '../../../lib/checks/outcome.ts';
import { plainKinds } from '../../../lib/icp/number.ts';
import { statuses } from '../../../lib/icp/status.ts';
import type { TextKey, Translate } from '../../../lib/texts/language/translate.ts';
import { textsOf } from '../../shared/fixtures.ts';

const english = textsOf('en');

/** What is added to a list has no words yet. */
const t: Translate = (key: TextKey | undefined, ...values) => (key === undefined ? 'added' : english(key, ...values));

const menus: [menu: TextKey, list: readonly string[], usual: number][] = [
  ['column_ending', pageOutcomeStates, 9],
  ['column_kind', plainKinds, 5],
  ['column_status', statuses, 5],
  ['column_worst', outcomes, 4],
  ['column_changes', changeStates, 3],
];

test('each menu of the filter bar offers a member that is added to the list of its union and to nothing else', async () => {
  for (const [, list] of menus) (list as string[]).push('added');
  const { FilterBar } = await import('./filter-bar.tsx');
  const root = document.createElement('div');
  render(<FilterBar t={t} filter={noFilter} onFilter={() => {}} />, root);
  const offered = new Map(
    [...root.querySelectorAll('details')].map((menu) => [
      menu.querySelector('legend')?.textContent,
      menu.querySelectorAll('input').length,
    ]),
  );
  for (const [menu, , usual] of menus) expect(offered.get(english(menu)), menu).toBe(usual + 1);
});
