import type { Role } from '../icp/finding.ts';
import type { TextKey } from './language/translate.ts';

/** Whose a number is shown as, in a word or two. */
export const roleTexts: Record<Role, TextKey> = { claim: 'report_claim', mention: 'report_mention' };
