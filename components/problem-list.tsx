import type { Explanation } from '../lib/icp/explain.ts';
import type { Status } from '../lib/icp/number.ts';
import type { ProblemCode } from '../lib/icp/problems.ts';
import { Icon } from './icon.tsx';
import { PageText } from './page-text.tsx';
import { ruleSource } from './rule-source.ts';
import { Sentence } from './sentence.tsx';
import type { TextKey, Translate } from './texts.ts';

/** The words of each problem; `$1` is the offending part. */
export const problemTexts: Record<ProblemCode, TextKey> = {
  'digit-count': 'problem_digit_count',
  'year-impossible': 'problem_year_impossible',
  'province-missing': 'problem_province_missing',
  'province-ambiguous': 'problem_province_ambiguous',
  'province-unknown': 'problem_province_unknown',
  garbled: 'problem_garbled',
  'service-number': 'problem_service_number',
  'service-letter': 'problem_service_letter',
  'class-missing': 'problem_class_missing',
  'damaged-text': 'problem_damaged_text',
  'check-character': 'problem_check_character',
  'province-mismatch': 'problem_province_mismatch',
  'province-alternate': 'problem_province_alternate',
  'province-full-name': 'problem_province_full_name',
  'year-width': 'problem_year_width',
  'date-as-serial': 'problem_date_as_serial',
  'kind-mixed': 'problem_kind_mixed',
  'label-typo': 'problem_label_typo',
  'label-doubled': 'problem_label_doubled',
  'label-missing': 'problem_label_missing',
  'domain-inside': 'problem_domain_inside',
  'reserved-digits': 'problem_reserved_digits',
  copied: 'problem_copied',
  'placeholder-digits': 'problem_placeholder_digits',
  'placeholder-mask': 'problem_placeholder_mask',
  'placeholder-sample': 'problem_placeholder_sample',
  'unofficial-registry': 'problem_unofficial_registry',
  'internal-numbering': 'problem_internal_numbering',
  'area-unknown': 'problem_area_unknown',
  'legacy-form': 'problem_legacy_form',
  'licence-as-filing': 'problem_licence_as_filing',
  'form-unknown': 'problem_form_unknown',
  'province-inferred': 'problem_province_inferred',
  'repaired-text': 'problem_repaired_text',
};

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
              <p class="rule">{ruleSource(t, rule)}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
