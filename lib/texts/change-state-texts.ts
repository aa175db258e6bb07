import type { ChangeState } from '../audits/filter-entries.ts';
import type { TextKey } from './language/translate.ts';

/** Whether a site changed since its previous report, in words. */
export const changeStateTexts: Record<ChangeState, TextKey> = {
  changed: 'workspace_change_changed',
  same: 'workspace_change_same',
  unknown: 'workspace_change_unknown',
};
