import type { Basis } from '../icp/problems.ts';
import { languageOf, type TextKey, type Translate } from './language/translate.ts';

const bases: Record<Basis, TextKey> = {
  law: 'basis_law',
  evidence: 'basis_evidence',
  inferred: 'basis_inferred',
};

/** Patterns of the sources in the tables of rules; `$1` of the text is the articles or sections. */
const sources: readonly (readonly [RegExp, TextKey])[] = [
  [/^State Council Decree 292 \(2000\) art\. (.+)$/, 'law_decree_292'],
  [/^MII Decree 33 \(2005\) art\. (.+)$/, 'law_decree_33'],
  [/^MPS Decree 33 \(1997\) art\. (.+)$/, 'law_police_decree_33'],
  [/^MIIT Notice (\d+) \(2023\)$/, 'law_notice_2023'],
  [/^numbers\.md (.+)$/, 'source_notes'],
];

/**
 * Sources as people read them: laws with their articles, or sections of the project's notes. Several are separated by `; `. Any
 * other source stays as it is written.
 */
export function sourceText(t: Translate, source: string): string {
  return source
    .split('; ')
    .map((each) => nameOf(t, each))
    .join(languageOf(t) === 'zh' ? '；' : '; ');
}

function nameOf(t: Translate, source: string): string {
  for (const [form, text] of sources) {
    const [, place] = form.exec(source) ?? [];
    if (place !== undefined) return t(text, languageOf(t) === 'zh' ? place.replaceAll(', ', '、') : place);
  }
  return source;
}

/** The basis of a rule and its source, in words. */
export function ruleText(t: Translate, { basis, source }: { basis: Basis; source: string }): string {
  return t('rule', t(bases[basis]), sourceText(t, source));
}
