import type { Change, ChangeCode, CheckState, Standing } from '../audits/compare-reports.ts';
import { outcomes } from '../checks/outcome.ts';
import type { Where } from '../checks/server.ts';
import { isFormKnown } from '../icp/known-form.ts';
import { languageOf, type TextKey } from './language/translate.ts';
import type { ReportTexts } from './report-texts.ts';
import { roleTexts } from './role-texts.ts';

/**
 * The texts of a change: what happened, to which number or check, the state before and the state after. Null where there is
 * none.
 */
export type ChangeText = { what: string; subject: string | null; before: string | null; after: string | null };

type NumberChange = 'number-added' | 'number-removed' | 'number-altered';

const numbers: Record<NumberChange, Record<Standing, TextKey>> = {
  'number-added': { own: 'change_number_added', mention: 'change_mention_added', hidden: 'change_hidden_added' },
  'number-removed': {
    own: 'change_number_removed',
    mention: 'change_mention_removed',
    hidden: 'change_hidden_removed',
  },
  'number-altered': {
    own: 'change_number_altered',
    mention: 'change_mention_altered',
    hidden: 'change_hidden_altered',
  },
};

const plain: Record<Exclude<ChangeCode, 'check' | NumberChange>, TextKey> = {
  'checks-added': 'change_checks_added',
  'checks-removed': 'change_checks_removed',
  role: 'change_role',
  hidden: 'change_hidden',
  status: 'change_status',
  link: 'change_link',
  server: 'change_server',
};

const trends: Record<Extract<Change, { kind: 'check' }>['trend'], TextKey> = {
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

/** A change in the reader's language. */
export function changeText(words: ReportTexts, change: Change): ChangeText {
  const { t, status } = words;
  if (change.kind === 'check') {
    const { check, trend, before, after } = change;
    const subject = words.check(check).name;
    return { what: t(trends[trend]), subject, before: stateText(words, before), after: stateText(words, after) };
  }
  if ('standing' in change) {
    const what = t(numbers[change.kind][change.standing]);
    const before = change.kind === 'number-altered' ? change.before : change.number;
    const after = change.kind === 'number-altered' ? change.after : change.number;
    return {
      what,
      subject: after.number,
      before: change.kind === 'number-added' ? null : before.number,
      after: change.kind === 'number-removed' ? null : after.number,
    };
  }
  const what = t(plain[change.kind]);
  switch (change.kind) {
    case 'checks-added': {
      const said = checksText(words, change.checks);
      return { what, subject: said, before: null, after: said };
    }
    case 'checks-removed': {
      const said = checksText(words, change.checks);
      return { what, subject: said, before: said, after: null };
    }
    case 'role': {
      const { number, before, after } = change;
      return { what, subject: number.number, before: t(roleTexts[before]), after: t(roleTexts[after]) };
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

/** What each of some checks says, the worst first: `To look into: A; In order: B and C`. */
function checksText(
  { t, outcome, check }: ReportTexts,
  checks: Extract<Change, { kind: 'checks-added' | 'checks-removed' }>['checks'],
): string {
  const list = new Intl.ListFormat(languageOf(t));
  return outcomes
    .flatMap((each) => {
      const names = checks.flatMap((one) => (one.outcome === each ? [check(one.check).name] : []));
      return names.length === 0 ? [] : [`${outcome(each)}: ${list.format(names)}`];
    })
    .join('; ');
}

function stateText({ outcome, statement }: ReportTexts, state: CheckState): string {
  return `${outcome(state.outcome)}: ${state.answers.map(statement).join('; ')}`;
}
