import type { DocumentFault } from '../audits/import-fault.ts';
import type { Translate } from './language/translate.ts';

/** Why a file was not taken in, where in it the reason lies, and what to do. */
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
