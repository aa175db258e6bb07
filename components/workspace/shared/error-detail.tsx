import type { Translate } from '../../../lib/texts/language/translate.ts';
import { visibleText } from '../../../lib/texts/visible-text.ts';

/** What the browser says went wrong, in its own words; nothing where it says nothing. */
export function ErrorDetail({ t, why }: { t: Translate; why: string | null | undefined }) {
  return why === null || why === undefined ? null : <p>{t('workspace_why', visibleText(why))}</p>;
}
