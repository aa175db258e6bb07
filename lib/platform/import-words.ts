import { documentFaultText } from '../report/document-words.ts';
import type { Translate } from '../words/translate.ts';
import type { Imported } from './audit-files.ts';

/** Why a file was not taken in, where in it the reason lies, and what to do. */
export function importFaultText(t: Translate, fault: Extract<Imported, { ok: false }>['fault']): string {
  return fault.fault === 'full' ? t('workspace_import_full') : documentFaultText(t, fault);
}
