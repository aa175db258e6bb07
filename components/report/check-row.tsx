import './check-row.css';
import type { Check } from '../../lib/checks/catalogue.ts';
import type { Outcome } from '../../lib/checks/outcome.ts';
import type { Finding } from '../../lib/icp/finding.ts';
import { answerTexts } from '../../lib/texts/answer-texts.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { outcomeTexts } from '../../lib/texts/outcome-texts.ts';
import { Icon, type Shape } from '../shared/icon.tsx';
import { CheckFacts } from './check-facts.tsx';
import { type ServerActions, ServerSwitch } from './server-switch.tsx';

/** The shape of each outcome, shown beside its word. */
export const outcomeShapes: Record<Outcome, Shape> = {
  fail: 'malformed',
  warn: 'suspect',
  unknown: 'unknown',
  pass: 'valid',
};

/** A row with a check's answer, and its outcome as a shape and a word. It opens to the details. */
export function CheckRow(props: {
  t: Translate;
  check: Check;
  findings: readonly Finding[];
  open: boolean;
  servers: ServerActions;
}) {
  const { t, check, findings, open, servers } = props;
  const [statement] = answerTexts[check.answer];
  return (
    <details class={`check ${check.outcome}`} open={open}>
      <summary>
        <Icon shape={outcomeShapes[check.outcome]} />
        <span class="statement">{t(statement)}</span>
        <span class="outcome">{t(outcomeTexts[check.outcome])}</span>
        <Icon shape="more" />
      </summary>
      <div class="behind">
        <CheckFacts
          t={t}
          check={check}
          findings={findings}
          action={check.code === 'hosting' ? <ServerSwitch t={t} answer={check.answer} actions={servers} /> : null}
        />
      </div>
    </details>
  );
}
