import type { ComponentChild } from 'preact';
import { type Check, checks } from '../../lib/checks/catalogue.ts';
import { type Finding, isOwn } from '../../lib/icp/finding.ts';
import { answerTexts } from '../../lib/texts/answer-texts.ts';
import { checkTexts } from '../../lib/texts/check-texts.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { ruleText } from '../../lib/texts/rule-texts.ts';
import { Facts } from '../shared/facts.tsx';
import { listOf } from '../shared/list-of.ts';
import { PageText } from '../shared/page-text.tsx';
import { Sentence } from '../shared/sentence.tsx';
import { answerParts } from './answer-parts.tsx';
import { shownNumber } from './number-card.tsx';

/**
 * The details of a check's answer: what was seen, the numbers that it is about, advice, and the rule with its source. `findings`:
 * all findings of the report. `action`: buttons for it, or null.
 */
export function CheckFacts(props: {
  t: Translate;
  check: Check;
  findings: readonly Finding[];
  action: ComponentChild;
}) {
  const { t, check, findings, action } = props;
  const [, detail, advice] = answerTexts[check.answer];
  const { name, rule } = checkTexts[check.code];
  return (
    <Facts
      t={t}
      facts={[
        { name: 'check_seen', value: detail && <Sentence t={t} text={detail} parts={answerParts(t, check)} /> },
        { name: 'check_numbers', value: numbers(t, check, findings) },
        {
          name: 'check_advice',
          value: (advice ?? action) && (
            <>
              {advice === null ? null : <p>{t(advice)}</p>}
              {action}
            </>
          ),
        },
        {
          name: 'check_rule',
          value: (
            <>
              <p>
                <b>{t(name)}</b>
              </p>
              <p>{t(rule)}</p>
              <p class="rule">{ruleText(t, checks[check.code])}</p>
            </>
          ),
        },
      ]}
    />
  );
}

function numbers(t: Translate, { findings: places }: Check, findings: readonly Finding[]): ComponentChild {
  const own = findings.filter(isOwn).length;
  if (places.length === 0) return null;
  if (places.length > 1 && places.length === own) return t('check_numbers_all', own);
  const numbers = places.flatMap((place) => findings[place] ?? []).map(shownNumber);
  return listOf(
    t,
    numbers.map((number) => <PageText key={number} text={number} />),
  );
}
