import type { Basis } from '../icp/problems.ts';
import { languageOf, type TextKey, type Translate } from './translate.ts';

const bases: Record<Basis, TextKey> = {
  law: 'basis_law',
  evidence: 'basis_evidence',
  inferred: 'basis_inferred',
};

/** Sources by how they are written in the tables of rules; `$1` of the text is the articles or sections. */
const sources: readonly (readonly [RegExp, TextKey])[] = [
  [/^State Council Decree 292 \(2000\) art\. (.+)$/, 'law_decree_292'],
  [/^MII Decree 33 \(2005\) art\. (.+)$/, 'law_decree_33'],
  [/^MPS Decree 33 \(1997\) art\. (.+)$/, 'law_police_decree_33'],
  [/^numbers\.md (.+)$/, 'source_notes'],
];

/** A source as people read it: a law and its articles, or a section of the project's notes. Others are as they are written. */
export function sourceName(t: Translate, source: string): string {
  for (const [form, text] of sources) {
    const [, place] = form.exec(source) ?? [];
    if (place !== undefined) return t(text, languageOf(t) === 'zh' ? place.replaceAll(', ', '、') : place);
  }
  return source;
}

/** What a rule rests on and where it is written, in words. */
export function ruleSource(t: Translate, { basis, source }: { basis: Basis; source: string }): string {
  return t('rule', t(bases[basis]), sourceName(t, source));
}
