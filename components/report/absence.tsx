import './absence.css';
import type { Explanation } from '../../lib/icp/explain.ts';
import { absenceText } from '../../lib/texts/kind-texts.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { sourceText } from '../../lib/texts/rule-texts.ts';

/** What follows where a number of a kind is missing, and the rules that say so; nothing for what nobody asks for. */
export function Absence({ t, absence }: { t: Translate } & Pick<Explanation, 'absence'>) {
  if (absence === null) return null;
  return (
    <div class="absence">
      <h4>{t('absence')}</h4>
      <p>{absenceText(t, absence.code)}</p>
      <p class="rule">{t('absence_source', sourceText(t, absence.source))}</p>
    </div>
  );
}
