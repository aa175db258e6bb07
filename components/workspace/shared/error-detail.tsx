import type { Translate } from '../../../lib/texts/language/translate.ts';
import { visibleText } from '../../../lib/texts/visible-text.ts';

/** The browser's own message of an error; nothing where there is none. */
export function ErrorDetail({ t, why }: { t: Translate; why: string | null | undefined }) {
  return why === null || why === undefined ? null : <p>{t('workspace_why', visibleText(why))}</p>;
}
