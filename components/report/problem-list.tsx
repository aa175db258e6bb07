import './problem-list.css';
import type { Explanation } from '../../lib/icp/explain.ts';
import type { Status } from '../../lib/icp/status.ts';
import type { TextKey, Translate } from '../../lib/texts/language/translate.ts';
import { problemTexts } from '../../lib/texts/problem-texts.ts';
import { ruleText } from '../../lib/texts/rule-texts.ts';
import { Icon } from '../shared/icon.tsx';
import { PageText } from '../shared/page-text.tsx';
import { Sentence } from '../shared/sentence.tsx';

const headings: Record<Status, TextKey> = {
  valid: 'reasons_valid',
  suspect: 'reasons_suspect',
  malformed: 'reasons_malformed',
  placeholder: 'reasons_placeholder',
  unofficial: 'reasons_unofficial',
};

type Props = { t: Translate; status: Status } & Pick<Explanation, 'reasons'>;

/** What speaks against a number, and notes on it: each in words, with the rule behind it and where that comes from. */
export function ProblemList({ t, status, reasons }: Props) {
  if (reasons.length === 0) return null;
  return (
    <div class={`problems ${status}`}>
      <p class="problems-heading">{t(headings[status])}</p>
      <ul>
        {reasons.map(({ code, part, ...rule }) => (
          <li key={`${code} ${part}`}>
            <Icon shape={rule.verdict} />
            <div class="problem-text">
              <p>
                <Sentence
                  t={t}
                  text={problemTexts[code]}
                  parts={[part.trim() === '' ? t('part_unnamed') : <PageText text={part} class="part" />]}
                />
              </p>
              <p class="rule">{ruleText(t, rule)}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
