import type { Check, Outcome } from '../lib/audit/checks.ts';
import type { Finding } from '../lib/icp/finding.ts';
import { answerTexts } from './answer-texts.ts';
import { CheckFacts } from './check-facts.tsx';
import { Icon, type Shape } from './icon.tsx';
import { type ServerActions, ServerSwitch } from './server-switch.tsx';
import type { TextKey, Translate } from './texts.ts';

/** How an outcome is told: by a word and by a shape. */
export const looks: Record<Outcome, { word: TextKey; shape: Shape }> = {
  fail: { word: 'outcome_fail', shape: 'malformed' },
  warn: { word: 'outcome_warn', shape: 'suspect' },
  unknown: { word: 'outcome_unknown', shape: 'unknown' },
  pass: { word: 'outcome_pass', shape: 'valid' },
};

/** A line that says what a check saw, and what it came to as a shape and a word; it opens to what stands behind it. */
export function CheckRow(props: {
  t: Translate;
  check: Check;
  findings: readonly Finding[];
  open: boolean;
  servers: ServerActions;
}) {
  const { t, check, findings, open, servers } = props;
  const { word, shape } = looks[check.outcome];
  const [statement] = answerTexts[check.answer];
  return (
    <details class={`check ${check.outcome}`} open={open}>
      <summary>
        <Icon shape={shape} />
        <span class="statement">{t(statement)}</span>
        <span class="outcome">{t(word)}</span>
        <Icon shape="more" />
      </summary>
      <div class="behind">
        <CheckFacts
          t={t}
          check={check}
          findings={findings}
          action={check.check === 'hosting' ? <ServerSwitch t={t} answer={check.answer} actions={servers} /> : null}
        />
      </div>
    </details>
  );
}
