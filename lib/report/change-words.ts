import type { Change, ChangeCode, CheckState } from '../audit/compare-reports.ts';
import type { Where } from '../audit/server.ts';
import type { TextKey } from '../words/translate.ts';
import type { Words } from '../words/words.ts';
import { isFormKnown } from './known-form.ts';

/** A change in words: what happened, to which number or check, and how it was and is. Null where there is nothing to say. */
export type ChangeParts = { what: string; subject: string | null; before: string | null; after: string | null };

const plain: Record<Exclude<ChangeCode, 'check'>, TextKey> = {
  'number-added': 'change_number_added',
  'number-removed': 'change_number_removed',
  'number-altered': 'change_number_altered',
  role: 'change_role',
  hidden: 'change_hidden',
  status: 'change_status',
  link: 'change_link',
  server: 'change_server',
};

const trends: Record<Extract<Change, { change: 'check' }>['trend'], TextKey> = {
  better: 'change_check_better',
  worse: 'change_check_worse',
  other: 'change_check_other',
};

const wheres: Record<Where, TextKey> = {
  mainland: 'change_server_mainland',
  outside: 'change_server_outside',
  disputed: 'change_server_disputed',
  special: 'change_server_special',
};

/** A change in the reader's words. */
export function changeParts(words: Words, change: Change): ChangeParts {
  const { t, status } = words;
  if (change.change === 'check') {
    const { check, trend, before, after } = change;
    const subject = words.check(check).name;
    return { what: t(trends[trend]), subject, before: stateText(words, before), after: stateText(words, after) };
  }
  const what = t(plain[change.change]);
  switch (change.change) {
    case 'number-added':
      return { what, subject: change.number.number, before: null, after: change.number.number };
    case 'number-removed':
      return { what, subject: change.number.number, before: change.number.number, after: null };
    case 'number-altered':
      return { what, subject: change.after.number, before: change.before.number, after: change.after.number };
    case 'role': {
      const name = (role: 'claim' | 'mention'): string => t(role === 'claim' ? 'report_claim' : 'report_mention');
      return { what, subject: change.number.number, before: name(change.before), after: name(change.after) };
    }
    case 'hidden': {
      const name = (isHidden: boolean): string => t(isHidden ? 'report_no' : 'report_yes');
      return { what, subject: change.number.number, before: name(change.before), after: name(change.after) };
    }
    case 'status': {
      const { number, before, after } = change;
      const known = isFormKnown(number.kind);
      return { what, subject: number.number, before: status(before, known), after: status(after, known) };
    }
    case 'link':
      return {
        what,
        subject: change.number.number,
        before: change.before ?? t('link_none'),
        after: change.after ?? t('link_none'),
      };
    case 'server':
      return { what, subject: null, before: t(wheres[change.before]), after: t(wheres[change.after]) };
  }
}

function stateText({ outcome, statement }: Words, state: CheckState | null): string | null {
  return state === null ? null : `${outcome(state.outcome)}: ${state.answers.map(statement).join('; ')}`;
}
