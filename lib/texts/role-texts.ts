import type { Role } from '../icp/finding.ts';
import type { TextKey } from './language/translate.ts';

/** Whether a number is shown as the site's own or as a mention, in a word or two. */
export const roleTexts: Record<Role, TextKey> = { claim: 'report_claim', mention: 'report_mention' };
