import type { ImportFault } from '../audit/import-fault.ts';
import { documentFaultText } from '../report/document-words.ts';
import type { Translate } from '../words/translate.ts';

/** Why a file was not taken in, where in it the reason lies, and what to do. */
export function importFaultText(t: Translate, fault: ImportFault): string {
  switch (fault.fault) {
    case 'full':
      return t('workspace_import_full');
    case 'too-large':
      return t('workspace_import_too_large');
    default:
      return documentFaultText(t, fault);
  }
}
