import type { Words } from '../../lib/texts/export-texts.ts';
import { allMessages } from '../../lib/texts/language/all-messages.ts';
import { translatorOf } from '../../lib/texts/language/translator.ts';
import { reportWords } from '../../lib/texts/report-texts.ts';

/** The extension's words for exports, in the language that the environment asks for: Chinese or English. */
export function exportWords({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Words {
  const language = LC_ALL || LC_MESSAGES || LANG || 'en';
  return reportWords(translatorOf(allMessages[language.startsWith('zh') ? 'zh' : 'en']));
}
