import { allMessages } from '../../../lib/words/all-messages.ts';
import { reportWords } from '../../../lib/words/report-words.ts';
import { translatorOf } from '../../../lib/words/translator.ts';
import type { Words } from '../../../lib/words/words.ts';

/** The extension's words for exports, in the language that the environment asks for: Chinese or English. */
export function exportWords({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Words {
  const language = LC_ALL || LC_MESSAGES || LANG || 'en';
  return reportWords(translatorOf(allMessages[language.startsWith('zh') ? 'zh' : 'en']));
}
