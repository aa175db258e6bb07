import type { DocumentFault, ImportFault } from '../audits/import-fault.ts';
import type { Translate } from './language/translate.ts';

/** Why a file cannot be imported: the reason, where in the file it lies, and what to do. */
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

/** Why a text is no document that can be imported: the reason, where in the text it lies, and what to do. */
export function documentFaultText(t: Translate, fault: DocumentFault): string {
  switch (fault.fault) {
    case 'not-json':
      return t('report_import_not_json');
    case 'other-format':
      return t('report_import_other_format');
    case 'newer-version':
      return t('report_import_newer_version', fault.version);
    case 'invalid':
      return t('report_import_invalid', fault.path, fault.expected);
  }
}
