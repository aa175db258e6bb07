import type { Status } from '../icp/status.ts';
import type { TextKey } from './language/translate.ts';

/** What the form of a number says about it, in a word or two. */
export const statusTexts: Record<Status, TextKey> = {
  valid: 'status_valid',
  suspect: 'status_suspect',
  malformed: 'status_malformed',
  placeholder: 'status_placeholder',
  unofficial: 'status_unofficial',
};
