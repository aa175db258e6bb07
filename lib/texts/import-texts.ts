import type { ImportFault } from '../audits/import-fault.ts';
import { documentFaultText } from './import-fault-texts.ts';
import type { Translate } from './language/translate.ts';

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
